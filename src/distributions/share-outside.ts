import { lawOf } from './laws/law-of';
import type { Distribution } from './types';

/** The share of customers, 0 … 1, whose value lies below `min` or above `max`: what clamping to that range would move. */
export function shareOutside(distribution: Distribution, min: number, max: number): number {
  const law = lawOf(distribution);
  return law.below(min) + (1 - law.cdf(max));
}
