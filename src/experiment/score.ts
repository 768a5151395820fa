import { log } from '../numerics/log';
import { errorOfInterval, leastError } from './compare-observed';
import type { Comparable, ScorePart } from './types';

const halfLogTwoPi = 0.9189385332046727;

/** How close a set of predictions is to what was published. */
export function scoreOf(figures: readonly Comparable[]): ScorePart {
  let compared = 0;
  let squares = 0;
  let sizes = 0;
  let judged = 0;
  let inside = 0;
  let densities = 0;
  let dense = 0;
  for (const { error, observed, inside: within, standardError } of figures) {
    if (error === undefined || observed === undefined) continue;
    compared++;
    squares += error * error;
    sizes += Math.abs(error);
    if (observed.interval === undefined) continue;
    judged++;
    if (within === true) inside++;
    const published = errorOfInterval(observed.interval);
    const spread = Math.sqrt(published * published + standardError * standardError);
    if (!(spread > leastError)) continue;
    const distance = error / spread;
    densities -= (distance * distance) / 2 + log(spread) + halfLogTwoPi;
    dense++;
  }
  return {
    compared,
    ...(compared === 0 ? {} : { rootMeanSquareError: Math.sqrt(squares / compared), meanAbsoluteError: sizes / compared }),
    judged,
    inside,
    ...(dense === 0 ? {} : { logScore: densities / dense }),
  };
}
