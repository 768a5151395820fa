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
import { resolveResponse, type ResolvedResponse, type Surroundings } from './responses';

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
  if (candidates.length === 1 && candidates[0]!.unit === interaction) return compileUnit(compiler, interaction, response, givingUp, {});

  const several = candidates.length > 1;
  const effects: UnitPlan['effects'] = several
    ? [
        { name: 'attraction of choice', slot: attraction(compiler, candidates) },
        { name: 'overload of choice', slot: overload(compiler, candidates.length, choice.difficulty ?? 0) },
      ]
    : [];
  const skip = response.skip ?? interaction.skip ?? 0;
  return {
    kind: 'choice',
    skip: skip > 0 ? chance(columns, streamOf(interaction), 'skip', columns.constant(skip)) : undefined,
    options: candidates.map((candidate) => ({
      unit: compileUnit(compiler, candidate.unit, candidate.response, givingUp, {
        effects,
        chosen: several,
        ...(candidate.unit === interaction ? { skips: false as const } : {}),
      }),
      taste: uniform(columns, streamOf(candidate.unit), 'taste'),
      weight: columns.derive(`weight ${candidate.appeal} ${candidate.expectedAffect}`, [parameters.slot('choice.weight')], (values) =>
        exp(candidate.appeal + values[0]! * candidate.expectedAffect),
      ),
      expectedAffect: candidate.expectedAffect,
    })),
    decidingSeconds: columns.derive(
      `deciding ${candidates.length}`,
      [parameters.slot('choice.deciding')],
      (values) => values[0]! * log2(candidates.length),
    ),
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

/** Up when the best three options are good for this customer, down when even they are bad. */
function attraction(compiler: Compiler, candidates: readonly Candidate[]): Slot {
  const best = candidates.map((candidate) => candidate.expectedAffect).sort((a, b) => b - a);
  const leading = best.slice(0, 3);
  const level = leading.reduce((total, affect) => total + affect, 0) / leading.length;
  const inputs = [compiler.parameters.slot('choice.attraction'), compiler.parameters.slot('choice.scale'), compiler.expectation];
  return compiler.columns.derive(`attraction ${level}`, inputs, (values) => values[0]! * tanh((level - values[2]!) / values[1]!));
}

function overload(compiler: Compiler, count: number, difficulty: number): Slot {
  const doublings = count <= 8 ? 0 : log2(count / 8);
  return compiler.columns.derive(`overload ${difficulty} ${doublings}`, [compiler.parameters.slot('choice.overload')], (values) =>
    difficulty === 0 ? 0 : -values[0]! * difficulty * doublings,
  );
}
