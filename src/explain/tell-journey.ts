import { clamped } from '../experience/column-loops';
import type { JourneyPlan } from '../experience/journey-plan';
import type { OneCustomer } from './one-customer';
import type { StepFacts } from './step-facts';
import { tellNode } from './tell-node';
import { openWalk, type ToldMoment } from './walk';
import type { UnitExplanation } from './step-types';
import type { CurveMoment, LeavingExplanation } from './types';

/** The whole journey as one customer lived it. */
export interface ToldJourney {
  readonly steps: readonly { readonly explanation: UnitExplanation; readonly moments: readonly [from: number, to: number] }[];
  readonly curve: readonly CurveMoment[];
  readonly leaving: false | LeavingExplanation;
}

/** Step by step, in order, as `foldJourney` does it for a block. */
export function tellJourney(customer: OneCustomer, plan: JourneyPlan, facts: ReadonlyMap<string, StepFacts>): ToldJourney {
  const walk = openWalk(customer, plan, facts);
  const curve: CurveMoment[] = [];
  let at = 0;
  let leaving: false | LeavingExplanation = false;
  const live = (step: string, moment: ToldMoment): void => {
    curve.push({ step, ...moment, at });
    at += moment.seconds;
    walk.lastEnd = moment.end;
  };
  const steps = plan.steps.map((step) => {
    const from = curve.length;
    const wasPresent = walk.present;
    const told = tellNode(walk, step.id, step.node, true);
    for (const moment of told.before) live(step.id, moment);
    if (told.seconds >= 0) {
      const unit = told.explanation.took ?? step.id;
      live(step.id, { unit, what: 'lived', seconds: told.seconds, start: told.start, end: told.end });
    }
    for (const moment of told.after) live(step.id, moment);
    if (wasPresent && walk.left !== undefined) {
      const affect = customer.read(plan.leavingAffect);
      leaving = { step: step.id, ...walk.left, at, affect };
      const level = clamped(walk.lastEnd + affect);
      live(step.id, { unit: walk.left.unit, what: 'leaving', seconds: 0, start: level, end: level });
    }
    return { explanation: told.explanation, moments: [from, curve.length] as const };
  });
  return { steps, curve, leaving };
}
