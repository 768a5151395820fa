import { normalQuantile } from '../numerics/normal';
import type { Doubt } from './doubt';
import type { Interval } from './interval';
import { studentQuantile } from './student-t';

/** Quantiles of the customers themselves (not of the mean): how people differ. */
export interface Quantiles {
  readonly p5: number;
  readonly p25: number;
  readonly p50: number;
  readonly p75: number;
  readonly p95: number;
}

export const quantileLevels = [0.05, 0.25, 0.5, 0.75, 0.95] as const;

/** A mean over customers with its error, and how customers spread around it. */
export interface Estimate {
  readonly mean: number;
  /** Standard error of the mean: how far it may lie from that of infinitely many customers. */
  readonly standardError: number;
  readonly interval: Interval;
  /** What the interval is made from, so that it can be made at any other level. */
  readonly doubt: Doubt;
  /** Standard deviation between customers. */
  readonly sd: number;
  readonly quantiles: Quantiles;
}

export function namedQuantiles(values: readonly number[]): Quantiles {
  return { p5: values[0]!, p25: values[1]!, p50: values[2]!, p75: values[3]!, p95: values[4]! };
}

/** mean ± t·standard error. */
export function meanInterval(mean: number, standardError: number, level: number, degreesOfFreedom: number): Interval {
  if (standardError === 0) return { low: mean, high: mean, level };
  const reach = studentQuantile(0.5 + level / 2, degreesOfFreedom) * standardError;
  return { low: mean - reach, high: mean + reach, level };
}

/** Wilson's interval for a share, also where 0 or all were counted. `customers` is how many the share stands for. */
export function shareInterval(share: number, customers: number, level: number): Interval {
  const z = normalQuantile(0.5 + level / 2);
  const square = (z * z) / customers;
  const centre = (share + square / 2) / (1 + square);
  const reach = (z * Math.sqrt((share * (1 - share)) / customers + square / (4 * customers))) / (1 + square);
  return { low: share === 0 ? 0 : Math.max(0, centre - reach), high: share === 1 ? 1 : Math.min(1, centre + reach), level };
}
