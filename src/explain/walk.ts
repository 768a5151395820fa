import type { ChancePlan, JourneyPlan } from '../experience/journey-plan';
import type { Slot } from '../sampling/column-plan';
import type { LifeRecord } from './life-record';
import type { OneCustomer } from './one-customer';
import type { StepFacts } from './step-facts';
import type { DrawnChance, DrawnValue } from './step-types';

/** What telling one life needs, from step to step. */
export interface Walk {
  readonly customer: OneCustomer;
  readonly plan: JourneyPlan;
  readonly facts: ReadonlyMap<string, StepFacts>;
  readonly record: LifeRecord;
  /** Whether the customer was still there. */
  present: boolean;
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
