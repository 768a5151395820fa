import { resolveResponse } from '../experience/responses';
import type { Journey, Segment, Source } from '../journey/types';
import { log } from '../numerics/log';
import { power } from '../numerics/power';
import { chanceWidth, factorWidth, promised, shiftWidth, sourceOf, z90, type InputSource } from './input-width';
import { isShifted } from './shifted';
import { affectOf, streamLevels, type StreamLevels } from './stream-levels';
import type { DrawnInput, InputNumber } from './types';

/** A number of the journeys or segments that is not known, and where it acts. */
export interface Input {
  readonly drawn: DrawnInput;
  /** Of a change: the journeys that promise it. Absent: it acts in all. */
  readonly journeys?: readonly number[];
  /** Of a change: whether a segment has a number of its own there, which the change does not touch. */
  readonly isReplaced?: (segment: Segment) => boolean;
}

/** Of a step: whatever of it is a level. */
const stepNumbers = ['affect', 'duration', 'failure', 'dropout'] as const;
type StepNumber = (typeof stepNumbers)[number];

/** Two levels nearer than this are one. */
const rounding = 1e-9;

/**
 * Every number of the journeys and segments that may be wrong, by path, as widely as its source says. What draws from one stream moves together:
 * a step in all journeys, and the parts it was split into. What a variant promises to change may also come out smaller or larger.
 */
export function inputsOf(journeys: readonly Journey[], paths: readonly string[], segments: readonly Segment[]): Map<string, Input> {
  const inputs = new Map<string, Input>();
  const levels = journeys.map(streamLevels);
  for (const streams of levels) {
    for (const [stream, here] of streams) {
      for (const number of stepNumbers) {
        const path = `${stream}.${number}`;
        if (here[number] === undefined || inputs.has(path)) continue;
        const { kind, width } = stepWidth(here, number);
        inputs.set(path, { drawn: drawnInput(called(stream, here), number, kind, width) });
      }
    }
  }
  levels.slice(1).forEach((streams, variant) => {
    for (const [path, input] of changes(levels, streams, variant + 1, paths)) inputs.set(path, input);
  });
  for (const segment of segments) {
    for (const [number, kind, width] of segmentWidths(segment)) {
      inputs.set(`segments.${segment.id}.${number}`, { drawn: drawnInput(segment, number, kind, width) });
    }
  }
  return inputs;
}

/** Whose number it is: a stream is called after its unit only where it is that unit's own. */
function called(stream: string, { unit: { id, name } }: StreamLevels): Owner {
  return { id: stream, ...(name !== undefined && id === stream ? { name } : {}) };
}

type Owner = Pick<Segment, 'id' | 'name'>;

/** A law around what is written, 90 % of it within the width; nothing is drawn where that is none. */
export function drawnInput(of: Owner, number: InputNumber, source: InputSource, width: number, variants?: readonly string[]): DrawnInput {
  const isShift = isShifted(number);
  return {
    distribution: isShift ? { type: 'normal', mean: 0, sd: width / z90 } : { type: 'lognormal', median: 1, sigma: log(width) / z90 },
    low: isShift ? -width : 1 / width,
    high: width,
    asStudied: isShift ? 0 : 1,
    source,
    of: of.id,
    ...(of.name === undefined ? {} : { name: of.name }),
    number,
    ...(variants === undefined ? {} : { variants }),
  };
}

function stepWidth(
  { unit, failure, dropout }: StreamLevels,
  number: StepNumber,
  source: Source | undefined = unit.source,
): { readonly kind: InputSource; readonly width: number } {
  const from = sourceOf(source, number === 'affect' || number === 'duration' ? number : 'other');
  const { kind } = from;
  if (number === 'affect') return { kind, width: shiftWidth(from, affectOf(unit)) };
  if (number === 'duration') return { kind, width: factorWidth(from, unit.duration ?? 1) };
  return { kind, width: chanceWidth(from, (number === 'failure' ? failure : dropout)!) };
}

/** What one variant says otherwise than the baseline of what both have, unless an earlier variant promises the very same. */
function* changes(
  levels: readonly ReadonlyMap<string, StreamLevels>[],
  streams: ReadonlyMap<string, StreamLevels>,
  journey: number,
  paths: readonly string[],
): Generator<readonly [path: string, input: Input], void> {
  for (const [stream, here] of streams) {
    const before = levels[0]!.get(stream);
    for (const number of stepNumbers) {
      const [from, to] = [before?.[number], here[number]];
      if (from === undefined || to === undefined || isSame(from, to)) continue;
      const same = levels.flatMap((other, index) => (index > 0 && isSame(other.get(stream)?.[number], to) ? [index] : []));
      if (same[0] !== journey) continue;
      // A source that came with the old number says nothing about the new one.
      const isOld = JSON.stringify(here.unit.source) === JSON.stringify(before!.unit.source);
      const { kind, width: most } = isOld ? stepWidth(here, number, { kind: 'guess' }) : stepWidth(here, number);
      const size = isShifted(number) ? promised(kind) * Math.abs(to - from) : power(Math.max(to / from, from / to), promised(kind));
      const names = same.map((index) => paths[index]!);
      const replaces = number === 'affect' || number === 'duration' ? number : undefined;
      yield [
        `${paths[journey]!}.${stream}.${number}`,
        {
          drawn: drawnInput(called(stream, here), number, kind, Math.min(most, size), names),
          journeys: same,
          isReplaced: (segment) =>
            replaces !== undefined && resolveResponse(segment, here.unit, { holders: [], stage: here.stage })[replaces] !== undefined,
        },
      ];
    }
  }
}

function isSame(one: number | undefined, other: number): boolean {
  return one !== undefined && Math.abs(one - other) <= rounding * Math.max(1, Math.abs(one), Math.abs(other));
}

function* segmentWidths({
  source,
  expectation,
  patience,
  expectedDuration,
}: Segment): Generator<readonly [number: InputNumber, kind: InputSource, width: number], void> {
  const [ofAffect, ofDuration] = [sourceOf(source, 'affect'), sourceOf(source, 'duration')];
  if (expectation !== undefined) yield ['expectation', ofAffect.kind, shiftWidth(ofAffect, expectation)];
  if (patience !== undefined && patience !== 0) yield ['patience', ofDuration.kind, factorWidth(ofDuration, patience)];
  if (expectedDuration !== undefined) yield ['expectedDuration', ofDuration.kind, factorWidth(ofDuration, expectedDuration)];
}
