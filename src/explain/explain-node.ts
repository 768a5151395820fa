import type { ChoicePlan, NodePlan } from '../experience/journey-plan';
import { race } from '../experience/living/settled-by-draws';
import { log } from '../numerics/log';
import { explainMerged } from './explain-merged';
import { explainUnit } from './explain-unit';
import { chanceOf, type Walk } from './walk';
import type { OptionExplanation, UnitExplanation } from './step-types';

/** Any node: a plain unit as it is, a choice as the option taken, a merged step as one line over its parts. */
export function explainNode(walk: Walk, id: string, node: NodePlan): UnitExplanation {
  if (node.kind === 'unit') return explainUnit(walk, node, true);
  if (node.kind === 'choice') return explainChoice(walk, id, node);
  const reached = walk.present;
  const parts = node.parts.map((part) => explainNode(walk, '', part));
  return explainMerged(walk, node, parts, reached);
}

/** `id`: of the step; inside a merged step it is the first option's, which the step as written is. */
function explainChoice(walk: Walk, id: string, choice: ChoicePlan): UnitExplanation {
  const { customer } = walk;
  const reached = walk.present;
  const stepId = id === '' ? stepOfOptions(walk, choice) : id;
  const chosen = choice.options.length > 1 ? raceOf(walk, choice) : 0;
  const decidingSeconds = choice.options.length > 1 ? customer.read(choice.decidingSeconds) : 0;
  const skip = choice.skip === undefined ? undefined : chanceOf(customer, 'skip', stepId, choice.skip);
  const { unit } = choice.options[chosen]!;
  const traced = explainUnit(walk, unit, skip?.happens !== true);
  const name = walk.facts.get(stepId)?.unit.name;
  return {
    ...traced,
    id: stepId,
    ...(name === undefined ? {} : { name }),
    reached,
    skipped: traced.skipped || (reached && skip?.happens === true),
    ...(traced.line === undefined ? {} : { took: traced.id }),
    choice: { options: optionsOf(walk, choice, chosen), decidingSeconds },
    draws: skip === undefined ? traced.draws : [skip, ...traced.draws],
  };
}

function raceOf({ customer }: Walk, choice: ChoicePlan): number {
  for (const { taste, weight } of choice.options) {
    customer.columns.words(taste);
    customer.columns.column(weight);
  }
  return race(customer.index, choice);
}

function stepOfOptions(walk: Walk, choice: ChoicePlan): string {
  const option = choice.options[0]!.unit.id;
  for (const [id, { unit }] of walk.facts) {
    if (id === option || ('choice' in unit && unit.choice?.options.some((other) => other.id === option) === true)) return id;
  }
  return option;
}

/** The same race in the words of utility: the least −ln(u)/weight is the highest ln(weight) − ln(−ln u). */
function optionsOf(walk: Walk, choice: ChoicePlan, chosen: number): OptionExplanation[] {
  const { customer, facts } = walk;
  const pull = customer.read(customer.parameters.slot('choice.weight'));
  const weights = choice.options.map((option) => customer.read(option.weight));
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  return choice.options.map(({ unit, taste: slot, expectedAffect }, index) => {
    const { appeal } = facts.get(unit.id)!;
    const uniform = customer.read(slot);
    const taste = -log(-log(uniform));
    const score = appeal + pull * expectedAffect + taste;
    return { id: unit.id, appeal, expectedAffect, taste, uniform, score, probability: weights[index]! / all, chosen: index === chosen };
  });
}
