import { cdf, quantile } from '../distributions/mathematics';
import type { ResponseInput } from '../journey/types';
import type { FittedDuration } from './types';

/** Points at which two descriptions are held against each other. */
const looked = 100;
/** Gaps that pass for chance, over √n; where there are many, a gap so narrow is near enough. Judgement, as in fits. */
const widestByChance = 0.9;
const nearEnough = 0.02;

/**
 * How long a step takes for one kind: as for everybody but faster or slower, where that describes it, so that what a redesign does to the step is
 * felt by the kind too; else in a way of its own, which nothing done to the step changes.
 */
export function durationOfKind(own: FittedDuration, all: FittedDuration | undefined): Pick<ResponseInput, 'duration' | 'durationScale'> {
  if (all !== undefined && all.mean > 0 && own.mean > 0) {
    const scale = Number((own.mean / all.mean).toPrecision(6));
    if (widestGap(own, all, scale) <= Math.max(nearEnough, widestByChance / Math.sqrt(own.n)))
      return scale === 1 ? {} : { durationScale: scale };
  }
  return { duration: own.distribution };
}

/** Between the shares of the kind at or below a value, and those of everybody in so many times the time. */
function widestGap(own: FittedDuration, all: FittedDuration, scale: number): number {
  const [here, there] = [own.distribution, all.distribution].map((one) =>
    typeof one === 'number' ? { type: 'constant' as const, value: one } : one,
  );
  let widest = Math.abs(own.zero - all.zero);
  for (let i = 0; i < looked; i++) {
    const value = quantile(here!, (i + 0.5) / looked);
    widest = Math.max(widest, Math.abs(cdf(here!, value) - cdf(there!, value / scale)));
  }
  return widest;
}
