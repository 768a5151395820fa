import type { JourneyPlan } from '../experience/journey-plan';
import type { Curve } from '../experience/living/curve';
import { rememberingBy } from '../experience/memory/kinds';
import { Remembering } from '../experience/memory/remember';
import { power } from '../numerics/power';
import { memoryTerms } from './memory-terms';
import type { OneCustomer } from './one-customer';
import type { CurveMoment, CurvePoint, MemoryExplanation } from './types';
import type { PeakRule } from '../model/types';

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
    peak: { value: peak, rule: memory.peak, points: peakPoints(curve, memory.peak, peak) },
    end: { value: end, ...(memory.endWindow === undefined ? {} : { window: memory.endWindow }) },
    mean,
    terms,
    beforeFading,
    ...(delaySeconds === 0
      ? {}
      : { fading: { delaySeconds, kept: power(1 + delaySeconds / 14400, -0.13), priorBelief: customer.read(plan.priorBelief) } }),
    rememberedUtility,
  };
}

/** Where on the curve the peak lies; where it is a mean of worst and best, both. Of two places alike the earlier. */
function peakPoints(curve: readonly CurveMoment[], rule: PeakRule, peak: number): CurvePoint[] {
  const points = curve.flatMap(({ step, what, start, end }, moment): CurvePoint[] => [
    { moment, step, what, side: 'start', value: start },
    { moment, step, what, side: 'end', value: end },
  ]);
  const at = (value: number): CurvePoint[] => points.filter((point) => point.value === value).slice(0, 1);
  if (typeof rule === 'string') return at(peak);
  const values = points.map(({ value }) => value);
  return [...at(Math.min(...values)), ...at(Math.max(...values))];
}
