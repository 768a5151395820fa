import type { JourneyPlan } from '../experience/journey-plan';
import { acclimationColumn } from '../experience/memory/acclimation';
import type { CurveBlock } from '../experience/memory/curve';
import { customColumn } from '../experience/memory/custom';
import { areaColumn } from '../experience/memory/mean';
import { recencyColumn } from '../experience/memory/recency';
import { remember } from '../experience/memory/remember';
import { power } from '../numerics/power';
import { memoryTerms } from './memory-terms';
import type { OneCustomer } from './one-customer';
import { peakPoints } from './peak-points';
import type { CurveMoment, MemoryExplanation } from './types';

/** How the curve became one remembered utility, term by term. */
export function explainMemory(
  customer: OneCustomer,
  plan: JourneyPlan,
  block: CurveBlock,
  curve: readonly CurveMoment[],
  rememberedUtility: number,
): MemoryExplanation {
  const { index, columns } = customer;
  const { memory } = plan;
  const remembered = remember(block, plan, columns, { utility: false, peak: true, end: true, mean: true });
  const peak = remembered.peak![index]!;
  const end = remembered.end![index]!;
  const mean = remembered.mean![index]!;
  const expectation = customer.read(plan.expectation);
  const made = { peak, end, mean, expectation, clock: block.clock[index]! };
  const utility = curve.length === 0 ? expectation : unblended(customer, plan, block, remembered.mean!);
  const terms = memoryTerms(customer, plan, block, curve, { ...made, utility: utility ?? 0 });
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

/** The utility of a memory that is no blend, before fading. */
function unblended(customer: OneCustomer, plan: JourneyPlan, block: CurveBlock, mean: Float64Array): number | undefined {
  const { index, columns } = customer;
  const { memory } = plan;
  const empty = columns.column(plan.expectation);
  switch (memory.kind) {
    case 'blend':
      return undefined;
    case 'recency':
      return recencyColumn(block, columns.column(memory.halfLife), mean)[index]!;
    case 'acclimationDecay':
      return acclimationColumn(block, columns.column(memory.acclimation), columns.column(memory.decay), empty, mean)[index]!;
    case 'custom':
      return customColumn(block, memory.remember!, empty)[index]!;
    case 'total':
      return areaColumn(block)[index]! / 900;
  }
}
