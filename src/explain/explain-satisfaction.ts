import { clamped } from '../experience/clamped';
import type { JourneyPlan } from '../experience/journey-plan';
import { counted, latenessCost, slownessCost } from '../experience/satisfaction';
import type { OneCustomer } from './one-customer';
import type { SatisfactionExplanation, SatisfactionTerm } from './types';

/** What satisfaction is made from; clock and felt seconds are those charged. */
export interface Judged {
  readonly utility: number;
  readonly clock: number;
  readonly felt: number;
  readonly satisfaction: number;
}

/** Q = ω·R + (1−ω)·(D⁺ − λ·D⁻) − lateness − slowness, and 100·logistic(Q/s + base), term by term. */
export function explainSatisfaction(customer: OneCustomer, plan: JourneyPlan, judged: Judged): SatisfactionExplanation {
  const read = (name: keyof JourneyPlan['satisfaction']): number => customer.read(plan.satisfaction[name]);
  const expectation = customer.read(plan.expectation);
  const remembered = clamped(judged.utility);
  const gap = remembered - expectation;
  const balance = read('balance');
  const lossAversion = read('lossAversion');
  const scale = read('scale');
  const base = read('base');
  const terms: SatisfactionTerm[] = [
    { name: 'memory', value: balance * remembered },
    { name: 'gap', value: (1 - balance) * counted(gap, lossAversion) },
  ];
  const late = lateness(plan, judged, { most: read('late') * scale, lateScale: read('lateScale') });
  const slow = slowness(customer, plan, judged, read('slow'));
  if (late !== undefined && late.cost > 0) terms.push({ name: 'lateness', value: -late.cost });
  if (slow !== undefined && slow.cost > 0) terms.push({ name: 'slowness', value: -slow.cost });
  return {
    expectation,
    remembered,
    gap,
    balance,
    lossAversion,
    ...(late === undefined ? {} : { lateness: late }),
    ...(slow === undefined ? {} : { slowness: slow }),
    terms,
    quality: terms.reduce((sum, { value }) => sum + value, 0),
    scale,
    base,
    satisfaction: judged.satisfaction,
  };
}

function lateness(
  plan: JourneyPlan,
  judged: Judged,
  by: { readonly most: number; readonly lateScale: number },
): SatisfactionExplanation['lateness'] {
  const promiseSeconds = plan.promiseSeconds;
  if (promiseSeconds === undefined) return undefined;
  const over = (judged.clock - promiseSeconds) / promiseSeconds;
  return { promiseSeconds, chargedSeconds: judged.clock, over, cost: latenessCost(over, by.most, by.lateScale) };
}

function slowness(customer: OneCustomer, plan: JourneyPlan, judged: Judged, slow: number): SatisfactionExplanation['slowness'] {
  const { expectedSeconds, expectedFelt } = plan;
  if (expectedSeconds === undefined || expectedFelt === undefined) return undefined;
  const expectedFeltSeconds = customer.read(expectedFelt);
  const ratio = judged.felt / expectedFeltSeconds;
  return { expectedSeconds, expectedFeltSeconds, chargedSeconds: judged.felt, ratio, cost: slownessCost(ratio, slow) };
}
