import { givenDistribution } from './given-distribution';
import { lawOf } from './laws/law-of';
import type { Distribution } from './types';

/**
 * The mean of a distribution, by closed form.
 *
 * @param distribution - A distribution made by a constructor; a plain number is a constant.
 * @returns A value in the distribution's unit.
 * @throws JourneyError where `distribution` is none, mostly `invalid-type`, with paths under `distribution`.
 * @example
 * import { gamma, mean } from 'peakend';
 * mean(gamma({ shape: 2, scale: 30 })); // 60
 */
export function mean(distribution: Distribution | number): number {
  return lawOf(givenDistribution(distribution)).mean;
}

/**
 * The variance of a distribution, by closed form.
 *
 * @param distribution - A distribution made by a constructor; a plain number is a constant.
 * @returns A value in the square of the distribution's unit.
 * @throws JourneyError where `distribution` is none, mostly `invalid-type`, with paths under `distribution`.
 * @example
 * import { gamma, variance } from 'peakend';
 * variance(gamma({ shape: 2, scale: 30 })); // 1800
 */
export function variance(distribution: Distribution | number): number {
  return lawOf(givenDistribution(distribution)).variance;
}
