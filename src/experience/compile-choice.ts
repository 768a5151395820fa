import { JourneyError } from '../errors/journey-error';
import { mean } from '../distributions/mathematics';
import type { Affect, Interaction, Option } from '../journey/types';
import { exp } from '../numerics/exp';
import { log2 } from '../numerics/log';
import { tanh } from '../numerics/tanh';
import type { Slot } from '../sampling/column-plan';
import { compileUnit } from './compile-unit';
import { chance, streamOf, uniform, type Compiler, type GivingUp } from './compiler';
import type { NodePlan, UnitPlan } from './journey-plan';
import { asDistribution } from './model-slots';
import { channelAround, resolveResponse, type ResolvedResponse, type Surroundings } from './responses';

interface Candidate {
  readonly unit: Interaction | Option;
  readonly response: ResolvedResponse;
  readonly appeal: number;
  /** Mean of both ends after the segment's response. */
  readonly expectedAffect: number;
}

/** A step with options: the step as written is the first, under its own id and stream. */
export function compileChoice(
  compiler: Compiler,
  interaction: Interaction,
  around: Surroundings,
  response: ResolvedResponse,
  givingUp: GivingUp,
): NodePlan {
  const { columns, parameters } = compiler;
  const choice = interaction.choice!;
  const beside: Surroundings = { holders: around.holders, stage: interaction.stage ?? around.stage };
  const candidates: Candidate[] = [];
  const consider = (unit: Interaction | Option, own: ResolvedResponse, appeal: number, available: boolean): void => {
    if (!(own.available ?? available)) return;
    candidates.push({ unit, response: own, appeal: own.appeal ?? appeal, expectedAffect: expectedAffect(unit, own) });
  };
  consider(interaction, response, choice.appeal ?? 0, true);
  for (const option of choice.options) {
    consider(option, resolveResponse(compiler.segment, option, beside), option.appeal ?? 0, option.available ?? true);
  }
  if (candidates.length === 0) {
    throw new JourneyError([
      {
        code: 'conflict',
        path: `segments["${compiler.segment.id}"].responses`,
        expected: `at least one option of "${interaction.id}" to be available`,
        received: 'none',
        hint: 'leave one option available to every segment, or skip the step for this one',
      },
    ]);
  }
  const { none } = choice;
  const channel = interaction.channel ?? channelAround(around);
  if (candidates.length === 1 && candidates[0]!.unit === interaction && none === undefined)
    return compileUnit(compiler, interaction, response, givingUp, { channel });

  const several = candidates.length > 1;
  const field = fieldOf(compiler, candidates);
  const overloaded = overload(compiler, field, choice.difficulty ?? 0);
  // It takes from all alike, so that it counts only against walking on.
  const counted = none === undefined ? columns.constant(0) : overloaded;
  const effects: UnitPlan['effects'] = several
    ? [
        { name: 'attraction of choice', slot: attraction(compiler, field) },
        { name: 'overload of choice', slot: overloaded },
      ]
    : [];
  const skip = response.skip ?? interaction.skip ?? 0;
  return {
    kind: 'choice',
    skip: skip > 0 ? chance(columns, streamOf(interaction), 'skip', columns.constant(skip)) : undefined,
    options: candidates.map((candidate) => ({
      unit: compileUnit(compiler, candidate.unit, candidate.response, givingUp, {
        effects,
        freedom: field.freedom,
        channel,
        ...(candidate.unit === interaction ? { skips: false as const } : {}),
      }),
      taste: uniform(columns, streamOf(candidate.unit), 'taste'),
      weight: weight(compiler, candidate, counted),
      expectedAffect: candidate.expectedAffect,
      overload: counted,
    })),
    decidingSeconds: columns.derive('deciding', [parameters.slot('choice.deciding'), field.bits], (values) => values[0]! * values[1]!),
    none:
      none === undefined
        ? undefined
        : { taste: uniform(columns, streamOf(interaction), 'noneTaste'), weight: columns.constant(exp(none.appeal)) },
  };
}

function expectedAffect(unit: Interaction | Option, response: ResolvedResponse): number {
  const affect = (response.affect ?? unit.affect ?? 0) as Affect;
  const level =
    typeof affect === 'object' && 'start' in affect
      ? (mean(asDistribution(affect.start)) + mean(asDistribution(affect.end))) / 2
      : mean(asDistribution(affect));
  return level + response.affectShift;
}

/** An option with a smaller share is nobody's: it does not count among those there are. */
const never = 1e-12;

/** How people spread over the options, by what draws them. */
interface Field {
  /** The affect they expect on average. */
  readonly expected: Slot;
  /** How far there is a choice, 0…1: none where all take one option, 1 where each is as likely as any other. */
  readonly freedom: Slot;
  /** How uncertain it is what somebody takes, bits: log2(n) where each of n is as likely as any other. */
  readonly bits: Slot;
}

function fieldOf({ columns, parameters }: Compiler, candidates: readonly Candidate[]): Field {
  const key = JSON.stringify(candidates.map(({ appeal, expectedAffect }) => [appeal, expectedAffect]));
  const over = (name: string, make: (shares: readonly number[]) => number): Slot =>
    columns.derive(`${name} ${key}`, [parameters.slot('choice.weight')], (values) => make(sharesOf(candidates, values[0]!)));
  return {
    expected: over('expected', (shares) => shares.reduce((sum, share, k) => sum + share * candidates[k]!.expectedAffect, 0)),
    freedom: over('freedom', freedomOf),
    bits: over('bits', (shares) => shares.reduce((sum, share) => (share > never ? sum - share * log2(share) : sum), 0)),
  };
}

/** Of those options that anybody takes. */
function freedomOf(shares: readonly number[]): number {
  const taken = shares.filter((share) => share > never);
  return taken.length < 2 ? 0 : (1 - taken.reduce((sum, share) => sum + share * share, 0)) / (1 - 1 / taken.length);
}

/** Who takes which option, of many such customers. */
function sharesOf(candidates: readonly Candidate[], pull: number): readonly number[] {
  const draws = candidates.map(({ appeal, expectedAffect }) => appeal + pull * expectedAffect);
  const most = Math.max(...draws);
  const weights = draws.map((draw) => exp(draw - most));
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / whole);
}

/** exp(appeal + θ·(expected affect + overload)). */
function weight({ columns, parameters }: Compiler, { appeal, expectedAffect }: Candidate, overloaded: Slot): Slot {
  return columns.derive(`weight ${appeal} ${expectedAffect}`, [parameters.slot('choice.weight'), overloaded], (values) =>
    exp(appeal + values[0]! * (expectedAffect + values[1]!)),
  );
}

/** Up where what people will take is good for this customer, down where it is bad; as far as there is something to choose. */
function attraction({ columns, parameters, expectation }: Compiler, { expected, freedom }: Field): Slot {
  const inputs = [parameters.slot('choice.attraction'), parameters.slot('choice.scale'), expectation, expected, freedom];
  return columns.derive('attraction', inputs, (values) => values[0]! * values[4]! * tanh((values[3]! - values[2]!) / values[1]!));
}

/** Per doubling above eight options, or above what is as hard to tell apart as eight. */
function overload({ columns, parameters }: Compiler, { bits }: Field, difficulty: number): Slot {
  if (difficulty === 0) return columns.constant(0);
  return columns.derive(`overload ${difficulty}`, [parameters.slot('choice.overload'), bits], (values) =>
    values[1]! > 3 ? -values[0]! * difficulty * (values[1]! - 3) : 0,
  );
}
