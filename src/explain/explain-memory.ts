import type { JourneyPlan } from '../experience/journey-plan';
import type { Curve } from '../experience/living/curve';
import { rememberingBy } from '../experience/memory/kinds';
import { keptAfter, Remembering } from '../experience/memory/remember';
import { memoryTerms } from './memory-terms';
import type { OneCustomer } from './one-customer';
import { peakParts } from './peak-parts';
import type { CurveMoment, MemoryExplanation } from './types';

/** How the curve became one remembered utility, term by term. */
export function explainMemory(
  customer: OneCustomer,
  plan: JourneyPlan,
  lived: Curve,
  curve: readonly CurveMoment[],
  rememberedUtility: number,
): MemoryExplanation {
  const { index } = customer;
  const { memory } = plan;
  const remembering = new Remembering(plan, { utility: false, peak: true, end: true, mean: true });
  remembering.fill(customer.columns);
  remembering.remember(lived, index);
  const { peak, end, mean } = remembering;
  const expectation = customer.read(plan.expectation);
  const made = { peak, end, mean, expectation, clock: lived.totalSeconds };
  const utility =
    curve.length === 0 ? expectation : rememberingBy[memory.kind].utility?.({ curve: lived, memory, place: index, expectation, mean });
  const terms = memoryTerms(customer, plan, lived, curve, { ...made, utility: utility ?? 0 });
  const beforeFading = utility ?? terms.reduce((sum, { contribution }) => sum + contribution, 0);
  const delaySeconds = customer.read(memory.recallDelaySeconds);
  return {
    kind: memory.kind,
    peak: { value: peak, rule: memory.peak, parts: peakParts(curve, lived, remembering) },
    end: { value: end, ...(memory.endWindow === undefined ? {} : { window: memory.endWindow }) },
    stretchSeconds: curve.length === 0 ? 0 : remembering.stretch,
    mean,
    terms,
    beforeFading,
    ...(delaySeconds === 0
      ? {}
      : {
          fading: {
            delaySeconds,
            kept: keptAfter(delaySeconds, customer.read(memory.lifetimeSeconds)),
            priorBelief: customer.read(plan.priorBelief),
          },
        }),
    rememberedUtility,
  };
}
