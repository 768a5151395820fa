import { betaCdf } from '../numerics/beta';
import { normalQuantile } from '../numerics/normal';

/** So many can be counted exactly; beyond, steps of one no longer matter. */
const most = 1_000_000;

/**
 * How many of `n` (1 or more, taken as a whole number) are counted where each is one with probability `share`, 0…1: quantiles of the binomial that leave
 * at most half of 1 − `level` beyond either end. Of more than a million by the normal.
 */
export function countInterval(
  share: number,
  n: number,
  level: number,
): { readonly low: number; readonly high: number; readonly of: number } {
  const of = Math.max(1, Math.round(n));
  if (!(share > 0 && share < 1)) return { low: share * of, high: share * of, of };
  const beyond = (1 - level) / 2;
  if (of > most) {
    const reach = normalQuantile(0.5 + level / 2) * Math.sqrt(of * share * (1 - share));
    return { low: Math.max(0, of * share - reach), high: Math.min(of, of * share + reach), of };
  }
  return { ...exactCounts(share, of, beyond), of };
}

/** The least count of which `beyond` or less lies below, and the greatest of which `beyond` or less lies above, of `n` where each is one with probability `share`. */
export function exactCounts(share: number, n: number, beyond: number): { readonly low: number; readonly high: number } {
  return {
    low: leastCount(n, (count) => atMost(count, n, share) > beyond),
    high: leastCount(n, (count) => moreThan(count, n, share) <= beyond),
  };
}

/** The probability of at most so many. */
function atMost(count: number, n: number, share: number): number {
  return count >= n ? 1 : betaCdf(n - count, count + 1, 1 - share);
}

/** The probability of more: its own tail, not 1 minus the other. */
function moreThan(count: number, n: number, share: number): number {
  return count >= n ? 0 : betaCdf(count + 1, n - count, share);
}

/** The least count from 0 to `n` from which on something holds. */
function leastCount(n: number, holds: (count: number) => boolean): number {
  let low = 0;
  let high = n;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
