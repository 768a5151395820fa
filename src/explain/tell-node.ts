import type { ChoicePlan, NodePlan } from '../experience/journey-plan';
import { log } from '../numerics/log';
import { tellMerged } from './tell-merged';
import { tellUnit, type TellPlace } from './tell-unit';
import { chanceOf, type ToldUnit, type Walk } from './walk';
import type { Draw, OptionExplanation } from './step-types';

/** Any node: a plain unit as it is, a choice as the option taken, a merged step as one line over its parts. */
export function tellNode(walk: Walk, id: string, node: NodePlan, carries: boolean): ToldUnit {
  if (node.kind === 'unit') return tellUnit(walk, node, { comes: true, deciding: undefined, carries });
  if (node.kind === 'choice') return tellChoice(walk, id, node, carries);
  const reached = walk.present;
  const parts = node.parts.map((part) => tellNode(walk, '', part, false));
  return tellMerged(walk, node, parts, { reached, carries });
}

/** `id`: of the step; inside a merged step it is the first option's, which the step as written is. */
function tellChoice(walk: Walk, id: string, choice: ChoicePlan, carries: boolean): ToldUnit {
  const { customer } = walk;
  const reached = walk.present;
  const stepId = id === '' ? stepOfOptions(walk, choice) : id;
  const chosen = race(walk, choice);
  const decidingSeconds = choice.options.length > 1 ? customer.read(choice.decidingSeconds) : undefined;
  const skip = choice.skip === undefined ? undefined : chanceOf(customer, 'skip', stepId, choice.skip);
  const place: TellPlace = { comes: skip?.happens !== true, deciding: decidingSeconds, carries };
  const told = tellUnit(walk, choice.options[chosen]!.unit, place);
  const draws: Draw[] = skip === undefined ? [...told.explanation.draws] : [skip, ...told.explanation.draws];
  const name = walk.facts.get(stepId)?.unit.name;
  return {
    ...told,
    explanation: {
      ...told.explanation,
      id: stepId,
      ...(name === undefined ? {} : { name }),
      reached,
      skipped: told.explanation.skipped || (reached && skip?.happens === true),
      ...(told.seconds >= 0 ? { took: told.explanation.id } : {}),
      choice: { options: optionsOf(walk, choice, chosen), decidingSeconds: decidingSeconds ?? 0 },
      draws,
    },
  };
}

function stepOfOptions(walk: Walk, choice: ChoicePlan): string {
  const option = choice.options[0]!.unit.id;
  for (const [id, { unit }] of walk.facts) {
    if (id === option || ('choice' in unit && unit.choice?.options.some((other) => other.id === option) === true)) return id;
  }
  return option;
}

/** The option whose −ln(u)/weight is least, as `race` finds it for a block. */
function race(walk: Walk, choice: ChoicePlan): number {
  let chosen = 0;
  let least = Infinity;
  choice.options.forEach((option, index) => {
    const time = -log(walk.customer.read(option.taste)) / walk.customer.read(option.weight);
    if (time < least) {
      least = time;
      chosen = index;
    }
  });
  return chosen;
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
