import type { ChoicePlan, NodePlan, RacerPlan } from '../experience/journey-plan';
import { raced, racersOf, walksOn } from '../experience/living/settled-by-draws';
import { log } from '../numerics/log';
import { explainMerged } from './explain-merged';
import { explainUnit } from './explain-unit';
import { chanceOf, type Walk } from './walk';
import type { Interaction } from '../journey/types';
import type { ChoiceExplanation, NoChoiceExplanation, OptionExplanation, UnitExplanation } from './step-types';

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
  const chosen = raceOf(walk, choice);
  const walked = chosen === walksOn;
  const decidingSeconds = choice.options.length > 1 && !walked ? customer.read(choice.decidingSeconds) : 0;
  const skip = choice.skip === undefined ? undefined : chanceOf(customer, 'skip', stepId, choice.skip);
  const { unit } = choice.options[walked ? 0 : chosen]!;
  const traced = explainUnit(walk, unit, skip?.happens !== true && !walked);
  const name = walk.facts.get(stepId)?.unit.name;
  return {
    ...traced,
    id: stepId,
    ...(name === undefined ? {} : { name }),
    reached,
    skipped: traced.skipped || (reached && (skip?.happens === true || walked)),
    ...(traced.line === undefined ? {} : { took: traced.id }),
    choice: { ...optionsOf(walk, stepId, choice, chosen), decidingSeconds },
    draws: skip === undefined ? traced.draws : [skip, ...traced.draws],
  };
}

function raceOf({ customer }: Walk, choice: ChoicePlan): number {
  for (const { taste, weight } of racersOf(choice)) {
    customer.columns.words(taste);
    customer.columns.column(weight);
  }
  return raced(customer.index, choice);
}

function stepOfOptions(walk: Walk, choice: ChoicePlan): string {
  const option = choice.options[0]!.unit.id;
  for (const [id, { unit }] of walk.facts) {
    if (id === option || ('choice' in unit && unit.choice?.options.some((other) => other.id === option) === true)) return id;
  }
  return option;
}

/** The same race in the words of utility: the least −ln(u)/weight is the highest ln(weight) − ln(−ln u). */
function optionsOf(walk: Walk, stepId: string, { options, none }: ChoicePlan, chosen: number): Omit<ChoiceExplanation, 'decidingSeconds'> {
  const { customer, facts } = walk;
  const pull = customer.read(customer.parameters.slot('choice.weight'));
  const weighing = (racer: RacerPlan): number => customer.read(racer.weight);
  const all = [...options, ...(none === undefined ? [] : [none])].reduce((sum, racer) => sum + weighing(racer), 0);
  const racing = (racer: RacerPlan, draw: number): Omit<NoChoiceExplanation, 'appeal' | 'chosen'> => {
    const uniform = customer.read(racer.taste);
    const taste = -log(-log(uniform));
    return { taste, uniform, score: draw + taste, probability: weighing(racer) / all };
  };
  const walkingOn = (racer: RacerPlan): NoChoiceExplanation => {
    const { appeal } = (facts.get(stepId)!.unit as Interaction).choice!.none!;
    return { appeal, ...racing(racer, appeal), chosen: chosen === walksOn };
  };
  return {
    options: options.map((option, index): OptionExplanation => {
      const { unit, expectedAffect, overload } = option;
      const { appeal } = facts.get(unit.id)!;
      const overloaded = customer.read(overload);
      return {
        id: unit.id,
        appeal,
        expectedAffect,
        ...(overloaded === 0 ? {} : { overload: overloaded }),
        ...racing(option, appeal + pull * (expectedAffect + overloaded)),
        chosen: index === chosen,
      };
    }),
    ...(none === undefined ? {} : { none: walkingOn(none) }),
  };
}
