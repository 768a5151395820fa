import type { ExperienceBlock } from '../experience/experience-block';
import type { OutcomeName } from '../experience/outcomes';
import type { JourneyPlan } from '../experience/journey-plan';
import { power } from '../numerics/power';
import type { OneCustomer } from './one-customer';
import type { AnswersExplanation, LoyaltyExplanation, SatisfactionExplanation, ThreeEsExplanation, TimeExplanation } from './types';

export type OutcomesOfOne = { readonly [Name in OutcomeName]?: number };

/** Felt time as a whole. */
export function explainTime(customer: OneCustomer, block: ExperienceBlock, outcomes: OutcomesOfOne): TimeExplanation {
  const { time } = block.fold.plan;
  const { stretched, steps } = block.fold.felt;
  const clockSeconds = outcomes.clockDuration!;
  const whole = {
    perspective: time.perspective,
    clockSeconds,
    waitingSeconds: outcomes.waitingDuration!,
    feltSeconds: outcomes.perceivedDuration!,
    beta: customer.read(time.beta),
    referenceSeconds: customer.read(time.referenceSeconds),
  };
  if (stretched === undefined || steps === undefined || !(clockSeconds > 0)) return whole;
  const count = steps[customer.index]!;
  return {
    ...whole,
    meanStretch: stretched[customer.index]! / clockSeconds,
    steps: count,
    boundaryFactor: Math.max(customer.read(time.floor), power(1 - customer.read(time.boundary), count - 1)),
  };
}

export function explainAnswers(customer: OneCustomer, plan: JourneyPlan, outcomes: OutcomesOfOne): AnswersExplanation {
  return {
    csat: { noise: customer.read(plan.noise.satisfaction), value: outcomes.csat! },
    recommendation: { noise: customer.read(plan.noise.recommendation), value: outcomes.recommendation! },
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
export function explainThreeEs(customer: OneCustomer, block: ExperienceBlock, outcomes: OutcomesOfOne): ThreeEsExplanation {
  const { effort, success, plan } = block.fold;
  const { index } = customer;
  const meanEffort =
    effort === undefined
      ? undefined
      : effort.seconds[index]! > 0
        ? effort.weighted[index]! / effort.seconds[index]!
        : effort.lived[index]! > 0
          ? effort.plain[index]! / effort.lived[index]!
          : 0;
  return {
    ...(meanEffort === undefined ? {} : { ease: { meanEffort, value: outcomes.ease! } }),
    effectiveness: {
      steps: success === undefined ? plan.steps.length : success.tried[index]!,
      succeeded: success === undefined ? plan.steps.length : success.succeeded[index]!,
      value: outcomes.effectiveness!,
    },
    emotion: outcomes.emotion!,
    index: outcomes.index!,
  };
}
