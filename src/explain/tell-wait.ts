import type { UnitPlan, WaitPlan } from '../experience/journey-plan';
import { degreesOf } from '../journey/wait-conditions';
import { waitingConditions } from '../model/waiting-effects';
import type { Interaction } from '../journey/types';
import { power } from '../numerics/power';
import type { ConditionExplanation, WaitExplanation } from './step-types';
import type { Walk } from './walk';

/** The factor on felt time before and after live information, and κ where it was given. */
export interface Stretch {
  readonly before: number;
  readonly after: number;
  readonly takesAway: number | undefined;
}

/** Live information takes away most of an overestimate, and never makes time shorter than the clock. */
export function stretchOf(walk: Walk, unit: UnitPlan, total: number): Stretch {
  const { customer, plan } = walk;
  const before = customer.read(unit.stretch);
  if (unit.information === undefined) return { before, after: before, takesAway: undefined };
  const takesAway = customer.read(unit.information);
  if (!(total > 0)) return { before, after: before, takesAway };
  const law = power(total / customer.read(plan.time.referenceSeconds), customer.read(plan.time.beta) - 1);
  const overestimate = before * law;
  return { before, after: overestimate > 1 ? power(overestimate, 1 - takesAway) / law : before, takesAway };
}

export function tellWait(
  walk: Walk,
  unit: UnitPlan,
  wait: WaitPlan,
  known: { readonly patienceBefore: number | undefined; readonly stretch: Stretch },
): WaitExplanation {
  const { customer } = walk;
  const { before, after, takesAway } = known.stretch;
  return {
    conditions: conditionsOf(walk, unit.id),
    toleranceSeconds: customer.read(wait.toleranceSeconds),
    souringPerDoubling: customer.read(wait.souring),
    hazard: customer.read(wait.hazard),
    ...(known.patienceBefore === undefined ? {} : { patienceBefore: known.patienceBefore, patienceAfter: walk.patience! }),
    ...(takesAway === undefined ? {} : { information: { before, takesAway, after } }),
  };
}

/** Each condition that holds, with what it does at its degree. */
function conditionsOf(walk: Walk, id: string): ConditionExplanation[] {
  const { customer } = walk;
  const { wait } = walk.facts.get(id)!.unit as Interaction;
  const read = (path: string): number => customer.read(customer.parameters.slot(path));
  const degrees = degreesOf(wait, wait?.occupied === undefined ? read('waiting.occupied') : 0);
  const factor = (value: number, degree: number): number => (value === 1 || degree === 1 ? value : power(value, degree));
  return waitingConditions.flatMap((condition) => {
    const degree = degrees[condition];
    if (degree === 0) return [];
    return [
      {
        condition,
        degree,
        time: factor(read(`waiting.${condition}.time`), degree),
        affect: degree * read(`waiting.${condition}.affect`),
        hazard: factor(read(`waiting.${condition}.hazard`), degree),
      },
    ];
  });
}
