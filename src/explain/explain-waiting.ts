import type { UnitPlan, WaitPlan } from '../experience/journey-plan';
import { stretchFor } from '../experience/living/felt-time';
import { degreesOf } from '../journey/wait-conditions';
import { waitingConditions } from '../model/waiting-effects';
import type { WaitConditions } from '../journey/types';
import { power } from '../numerics/power';
import type { ConditionExplanation, WaitExplanation } from './step-types';
import type { Walk } from './walk';

/** A wait as planned: of a step, or of a failure's time. */
interface Waiting extends Pick<UnitPlan, 'stretch' | 'information'> {
  readonly wait: WaitPlan;
}

/** `conditions` as written; `seconds` lived; `after` the factor on felt time that came of it. */
export function explainWaiting(
  walk: Walk,
  waiting: Waiting,
  conditions: WaitConditions | undefined,
  seconds: number,
  after: number,
): WaitExplanation {
  const { customer, plan } = walk;
  const { wait, stretch, information } = waiting;
  const before = customer.read(stretch);
  const takesAway = information === undefined ? 0 : customer.read(information);
  const tolerance = customer.read(wait.toleranceSeconds);
  const informed = (): number =>
    tolerance * power(stretchFor({ plan, place: customer.index }, seconds, waiting), -1 / customer.read(plan.time.beta));
  return {
    conditions: conditionsOf(walk, conditions),
    toleranceSeconds: tolerance,
    soursAfterSeconds: information === undefined ? customer.read(wait.soursAfter) : informed(),
    souringPerDoubling: customer.read(wait.souring),
    hazard: customer.read(wait.hazard),
    ...(information === undefined ? {} : { information: { before, takesAway, after } }),
  };
}

/** Each condition that holds, with what it does at its degree. */
function conditionsOf(walk: Walk, wait: WaitConditions | undefined): ConditionExplanation[] {
  const { customer } = walk;
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
