import { EffortMemory, meanEffortOf } from '../experience/effort';
import type { Life } from '../experience/living/life';
import type { OutcomeName } from '../experience/outcomes';
import type { JourneyPlan } from '../experience/journey-plan';
import { power } from '../numerics/power';
import type { OneCustomer } from './one-customer';
import type { AnswersExplanation, LoyaltyExplanation, SatisfactionExplanation, ThreeEsExplanation, TimeExplanation } from './types';

export type OutcomesOfOne = { readonly [Name in OutcomeName]?: number };

/** Felt time as a whole. */
export function explainTime(customer: OneCustomer, life: Life, outcomes: OutcomesOfOne): TimeExplanation {
  const { time } = life.plan;
  const { stretched, pieces, gaps } = life;
  const clockSeconds = outcomes.clockDuration!;
  const whole = {
    perspective: time.perspective,
    clockSeconds,
    ...(gaps > 0 ? { gapSeconds: gaps } : {}),
    waitingSeconds: outcomes.waitingDuration!,
    feltSeconds: outcomes.perceivedDuration!,
    beta: customer.read(time.beta),
    referenceSeconds: customer.read(time.referenceSeconds),
  };
  const lived = clockSeconds - gaps;
  if (!life.prospective || !(lived > 0)) return whole;
  return {
    ...whole,
    meanStretch: stretched / lived,
    steps: pieces,
    boundaryFactor: Math.max(customer.read(time.floor), power(1 - customer.read(time.boundary), pieces - 1)),
  };
}

export function explainAnswers(customer: OneCustomer, plan: JourneyPlan, outcomes: OutcomesOfOne): AnswersExplanation {
  return {
    csat: { noise: customer.read(plan.noise.satisfaction), value: outcomes.csat! },
    recommendation: {
      shift: customer.read(plan.recommendationShift),
      noise: customer.read(plan.noise.recommendation),
      value: outcomes.recommendation!,
    },
    nps: outcomes.nps!,
    satisfied: outcomes.satisfied === 1,
    delighted: outcomes.delighted === 1,
  };
}

/** Recovery lifts satisfaction, not loyalty: it follows the lower of satisfaction with and without the failures. */
export function explainLoyalty(
  customer: OneCustomer,
  plan: JourneyPlan,
  outcomes: OutcomesOfOne,
  withoutFailures: SatisfactionExplanation | undefined,
): LoyaltyExplanation {
  const satisfaction = outcomes.satisfaction!;
  const counted = Math.min(satisfaction, withoutFailures?.satisfaction ?? satisfaction);
  const slope = customer.read(plan.loyalty.slope);
  const base = customer.read(plan.loyalty.base);
  return {
    satisfaction,
    ...(withoutFailures === undefined ? {} : { withoutFailures }),
    counted,
    slope,
    base,
    logit: base + (slope * (counted - 50)) / 10,
    loyalty: outcomes.loyalty!,
    ...(plan.returnValue === undefined ? {} : { returnValue: plan.returnValue, value: outcomes.value! }),
  };
}

/** Ease, effectiveness, emotion and their mean. */
export function explainThreeEs(customer: OneCustomer, life: Life, outcomes: OutcomesOfOne): ThreeEsExplanation {
  const effort = new EffortMemory(life);
  effort.fill(customer.columns);
  return {
    ...(life.plan.hasEffort
      ? { ease: { meanEffort: meanEffortOf(life), rememberedEffort: effort.of(life, customer.index), value: outcomes.ease! } }
      : {}),
    effectiveness: { steps: life.tried, succeeded: life.succeeded, value: outcomes.effectiveness! },
    emotion: outcomes.emotion!,
    index: outcomes.index!,
  };
}
