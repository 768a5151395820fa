import type { UnitPlan, WaitPlan } from '../experience/journey-plan';
import { degreesOf } from '../journey/wait-conditions';
import { waitingConditions } from '../model/waiting-effects';
import type { Interaction } from '../journey/types';
import { power } from '../numerics/power';
import type { ConditionExplanation, WaitExplanation } from './step-types';
import type { NodeRecord } from './life-record';
import type { Walk } from './walk';

export function explainWaiting(walk: Walk, unit: UnitPlan, wait: WaitPlan, lived: NodeRecord): WaitExplanation {
  const { customer, plan } = walk;
  return {
    conditions: conditionsOf(walk, unit.id),
    toleranceSeconds: customer.read(wait.toleranceSeconds),
    souringPerDoubling: customer.read(wait.souring),
    hazard: customer.read(wait.hazard),
    ...(plan.patience === undefined ? {} : { patienceBefore: lived.patienceBefore, patienceAfter: lived.patienceAfter }),
    ...(unit.information === undefined
      ? {}
      : { information: { before: customer.read(unit.stretch), takesAway: customer.read(unit.information), after: lived.stretch } }),
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
