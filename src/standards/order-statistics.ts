import { exactCounts } from '../statistics/binomial';

/** Shares of the sample between whose values the quantile lies. Undefined: so few customers give no end on that side. */
export interface OrderShares {
  readonly low: number | undefined;
  readonly high: number | undefined;
}

const justBeyond = 1e-3;

/**
 * Which of n sorted values hold the quantile p between them: the ℓth and the uth with P(Bin(n, p) < ℓ) and P(Bin(n, p) ≥ u) each at most
 * half of what the level leaves, as shares of n. The share p is known and the number of values below the quantile is random: nothing has to be
 * inverted as for a share that was seen.
 */
export function orderShares(p: number, customers: number, level: number): OrderShares {
  const n = Math.max(1, Math.floor(customers * (1 + 1e-9)));
  const { low: lower, high } = exactCounts(p, n, (1 - level) / 2);
  const upper = high + 1;
  // Just beyond the one before it: of n values that is the ℓth, and over weighed segments, whose values are closer together, none further in.
  return { low: lower === 0 ? undefined : (lower - 1 + justBeyond) / n, high: upper > n ? undefined : upper / n };
}
