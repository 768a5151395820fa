import type { JourneyPlan } from '../experience/journey-plan';
import { Life } from '../experience/living/life';
import { liveJourney } from '../experience/living/live-journey';
import { fillSlots } from '../experience/living/fill-slots';
import { LifeRecord } from './life-record';
import type { OneCustomer } from './one-customer';
import type { StepFacts } from './step-facts';
import { explainNode } from './explain-node';
import type { UnitExplanation } from './step-types';
import { finish } from '../plain/work';
import type { CurveMoment, LeavingExplanation } from './types';

/** The whole journey as one customer lived it. */
export interface TracedJourney {
  readonly life: Life;
  readonly steps: readonly {
    readonly explanation: UnitExplanation;
    readonly moments: readonly [from: number, to: number];
    readonly feltSeconds: number;
  }[];
  readonly curve: readonly CurveMoment[];
  readonly leaving: false | LeavingExplanation;
}

/** The customer lives the journey once more, and what happens is written down. */
export function traceJourney(customer: OneCustomer, plan: JourneyPlan, facts: ReadonlyMap<string, StepFacts>): TracedJourney {
  const felt: number[] = [];
  const takers = plan.steps.map((_, step) => ({ put: ({ total, stepFelt }: Life) => void (felt[step] = total < 0 ? 0 : stepFelt) }));
  const life = new Life(plan, { felt: true, ease: plan.hasEffort, effectiveness: true }, takers);
  const record = new LifeRecord();
  life.trace = record;
  finish(fillSlots(plan, customer.columns, life.needs, customer.count));
  liveJourney(life, customer.index, { leaving: true, failing: true });

  const walk = { customer, plan, facts, record, present: true };
  const from = (step: number): number => record.steps[step] ?? record.moments.length;
  const steps = plan.steps.map(({ id, node }, step) => ({
    explanation: explainNode(walk, id, node),
    moments: [from(step), from(step + 1)] as const,
    feltSeconds: felt[step]!,
  }));
  const stepOf = (moment: number): string => plan.steps[record.steps.findLastIndex((first) => first <= moment)]!.id;
  let clock = 0;
  const curve = record.moments.map(({ unit, what }, moment): CurveMoment => {
    const seconds = life.curve.seconds(moment);
    for (const gap of record.gaps) if (gap.before === moment) clock += gap.seconds;
    const at = clock;
    clock += seconds;
    return { step: stepOf(moment), unit, what, seconds, start: life.curve.start(moment), end: life.curve.end(moment), at };
  });
  const last = curve.at(-1);
  const leaving =
    record.left === undefined ? (false as const) : { step: last!.step, ...record.left, at: last!.at, affect: life.leavingAffect };
  return { life, steps, curve, leaving };
}
