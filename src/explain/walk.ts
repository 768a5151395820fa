import type { ChancePlan, JourneyPlan } from '../experience/journey-plan';
import type { Slot } from '../sampling/column-plan';
import type { OneCustomer } from './one-customer';
import type { StepFacts } from './step-facts';
import type { DrawnChance, DrawnValue, UnitExplanation } from './step-types';
import type { CurveMoment } from './types';

/** What one customer carries from step to step. */
export interface Walk {
  readonly customer: OneCustomer;
  readonly plan: JourneyPlan;
  readonly facts: ReadonlyMap<string, StepFacts>;
  present: boolean;
  /** Seconds of patience left; undefined: no limit. */
  patience: number | undefined;
  /** Affect at the end of the last lived moment. */
  lastEnd: number;
  /** Whoever left, where in the journey's units and why. */
  left: { readonly unit: string; readonly why: 'dropout' | 'patience' } | undefined;
}

/** A moment before it has its place in the curve. */
export type ToldMoment = Omit<CurveMoment, 'step' | 'at'>;

/** What one unit was, and what the curve takes from it. Seconds are −1 where it was not lived. */
export interface ToldUnit {
  readonly explanation: UnitExplanation;
  readonly before: readonly ToldMoment[];
  readonly seconds: number;
  readonly start: number;
  readonly end: number;
  readonly after: readonly ToldMoment[];
}

export function openWalk(customer: OneCustomer, plan: JourneyPlan, facts: ReadonlyMap<string, StepFacts>): Walk {
  const patience = plan.patience === undefined ? undefined : customer.read(plan.patience);
  return { customer, plan, facts, present: true, patience, lastEnd: 0, left: undefined };
}

export function chanceOf(customer: OneCustomer, what: DrawnChance['what'], id: string, chance: ChancePlan): DrawnChance {
  const uniform = customer.read(chance.uniform);
  const probability = customer.read(chance.probability);
  return { what, id, uniform, probability, happens: uniform < probability };
}

export function valueOf(customer: OneCustomer, what: DrawnValue['what'], id: string, slot: Slot): DrawnValue {
  const uniform = customer.uniformBehind(slot);
  return { what, id, value: customer.read(slot), ...(uniform === undefined ? {} : { uniform }) };
}
