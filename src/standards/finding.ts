import type { Interval } from '../statistics/interval';
import type { OpenEnds, StandardCheck, Verdict } from './types';

/** What was found in one place, before it is held against the bound. */
export interface Finding {
  readonly segment: string;
  readonly value: number;
  readonly interval: Interval;
  /** Where the interval really has no end on that side: what was simulated cannot give one. */
  readonly open?: OpenEnds;
  /** The chance that the true value is on the good side; undefined where that is not known. */
  readonly probability: number | undefined;
  /** Said where the verdict is `cannot tell`. */
  readonly hint?: string;
}

/** The bound and the side of it that is good. */
export interface Limit {
  readonly bound: number;
  readonly side: 'at least' | 'at most';
  /** The bound itself is not good enough. */
  readonly strictly?: boolean;
}

/**
 * Holds where the whole interval is on the good side, fails where all of it is on the other. Shares and percentiles have their interval of one
 * law and their probability of another: where the two differ by a hair, the interval goes before.
 */
export function judge(finding: Finding, limit: Limit): StandardCheck {
  const { segment, value, interval, open, probability } = finding;
  const { bound, side, strictly = false } = limit;
  const low = open?.low === true ? -Infinity : interval.low;
  const high = open?.high === true ? Infinity : interval.high;
  let verdict: Verdict = 'cannot tell';
  // How far the end that is least good lies beyond the bound, and the best.
  const [least, most] = side === 'at least' ? [low - bound, high - bound] : [bound - high, bound - low];
  if (strictly ? least > 0 : least >= 0) verdict = 'holds';
  else if (strictly ? most <= 0 : most < 0) verdict = 'fails';
  const wrong = low === high ? 0 : (1 - interval.level) / 2;
  const [smallest, greatest] = verdict === 'holds' ? [1 - wrong, 1] : verdict === 'fails' ? [0, wrong] : [wrong, 1 - wrong];
  return {
    segment,
    verdict,
    value,
    margin: side === 'at least' ? value - bound : bound - value,
    ...(probability === undefined ? {} : { probability: Math.min(greatest, Math.max(smallest, probability)) }),
    interval,
    ...(open === undefined || !(open.low || open.high) ? {} : { open }),
    ...(verdict === 'cannot tell' && finding.hint !== undefined ? { hint: finding.hint } : {}),
  };
}

export const moreCustomers = 'more customers would narrow the interval';
export const oneCustomer = 'one customer a segment has no error to judge by: simulate more';
