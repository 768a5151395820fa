import { mean } from '../distributions/mathematics';
import { streamOf } from '../experience/compiler';
import type { Affect, Interaction, Journey, Option } from '../journey/types';
import type { Parameter } from '../model/types';

/** What all units of one journey that draw from one stream say together: a step, or the parts it was split into. */
export interface StreamLevels {
  readonly unit: Interaction | Option;
  /** The stage an option's step stands under. */
  readonly stage: string | undefined;
  /** Mean affect, by clock time where several units have one; absent where nothing is felt. */
  readonly affect?: number;
  /** Mean seconds together; absent where they are 0. */
  readonly duration?: number;
  /** Chances, together; absent where there is none. */
  readonly failure?: number;
  readonly dropout?: number;
}

interface Lived {
  readonly unit: Interaction | Option;
  readonly stage: string | undefined;
  /** Its affect counts: it is no gap, and no merged step around it has one of its own. */
  readonly felt: boolean;
  /** It takes its time, and chances, from its parts. */
  readonly merged: boolean;
}

/** The numbers of a journey by stream, in the order of the journey. */
export function streamLevels({ interactions }: Journey): Map<string, StreamLevels> {
  const streams = new Map<string, Lived[]>();
  for (const one of lived(interactions, true)) {
    const stream = streamOf(one.unit);
    streams.set(stream, [...(streams.get(stream) ?? []), one]);
  }
  return new Map([...streams].map(([stream, units]) => [stream, levelsOf(units)]));
}

function* lived(list: readonly Interaction[], felt: boolean): Generator<Lived, void> {
  for (const step of list) {
    const { stage } = step;
    const own = step.parts !== undefined && step.affect !== undefined && typeof step.affect !== 'string';
    if (step.parts === undefined) yield { unit: step, stage, felt: felt && step.kind !== 'gap', merged: false };
    else if (own && felt) yield { unit: step, stage, felt, merged: true };
    for (const option of step.choice?.options ?? []) yield { unit: option, stage, felt, merged: false };
    if (step.parts !== undefined) yield* lived(step.parts, felt && !own);
  }
}

function levelsOf(units: readonly Lived[]): StreamLevels {
  const seconds = units.map(({ unit, merged }) => (merged ? 0 : mean(unit.duration ?? 0)));
  const duration = seconds.reduce((sum, one) => sum + one, 0);
  const weight = (index: number): number => (duration > 0 ? seconds[index]! / duration : 1 / units.length);
  const chance = (of: (unit: Interaction | Option) => number | undefined): number =>
    1 - units.reduce((none, { unit, merged }) => none * (1 - (merged ? 0 : (of(unit) ?? 0))), 1);
  const failure = chance((unit) => unit.failure?.probability);
  const dropout = chance((unit) => unit.dropout);
  const affect = units.reduce((sum, { unit, felt }, index) => sum + (felt ? weight(index) * affectLevel(unit) : 0), 0);
  const { unit, stage } = units[0]!;
  return {
    unit,
    stage,
    ...(units.some(({ felt }) => felt) ? { affect } : {}),
    ...(duration > 0 ? { duration } : {}),
    ...(failure > 0 ? { failure } : {}),
    ...(dropout > 0 ? { dropout } : {}),
  };
}

/** The affect of a unit as one law: of a line, its start. */
export function affectOf({ affect = 0 }: Interaction | Option): Parameter {
  const own = affect as Affect;
  return typeof own === 'object' && 'start' in own ? own.start : own;
}

function affectLevel(unit: Interaction | Option): number {
  const affect = (unit.affect ?? 0) as Affect;
  return typeof affect === 'object' && 'start' in affect ? (mean(affect.start) + mean(affect.end)) / 2 : mean(affect);
}
