import type { PeakRule } from '../../model/types';
import { stride, type Curve } from '../living/curve';

/** The two ends of one line lie equally far from its mean, up to rounding: distances this close are alike. */
const alike = 1e-9;

/**
 * The peak of a curve: the most extreme moment (of two alike the negative), the one furthest from the mean, the worst, the best, or a weighted
 * mean of worst and best. Lines are straight, so only their ends can be peaks. Nothing lived: `empty`.
 */
export function peakOf(curve: Curve, rule: PeakRule, mean: number, empty: number): number {
  if (curve.count === 0) return empty;
  if (rule === 'extreme') return extreme(curve);
  if (rule === 'furthest') return furthest(curve, mean);
  if (rule === 'worst') return worst(curve);
  if (rule === 'best') return best(curve);
  return rule.worstAndBest * worst(curve) + (1 - rule.worstAndBest) * best(curve);
}

function extreme({ count, moments }: Curve): number {
  let least = moments[1]!;
  let greatest = least;
  for (let at = 0; at < stride * count; at += stride) {
    const start = moments[at + 1]!;
    const end = moments[at + 2]!;
    if (start < least) least = start;
    else if (start > greatest) greatest = start;
    if (end === start) continue;
    if (end < least) least = end;
    else if (end > greatest) greatest = end;
  }
  return -least >= greatest ? least : greatest;
}

function furthest(curve: Curve, mean: number): number {
  let peak = curve.start(0);
  let size = -1;
  const consider = (value: number): void => {
    const distance = Math.abs(value - mean);
    if (!(distance > size + alike || (distance >= size - alike && value < peak))) return;
    size = distance;
    peak = value;
  };
  for (let m = 0; m < curve.count; m++) {
    consider(curve.start(m));
    consider(curve.end(m));
  }
  return peak;
}

function worst(curve: Curve): number {
  let least = curve.start(0);
  for (let m = 0; m < curve.count; m++) least = Math.min(least, curve.start(m), curve.end(m));
  return least;
}

function best(curve: Curve): number {
  let greatest = curve.start(0);
  for (let m = 0; m < curve.count; m++) greatest = Math.max(greatest, curve.start(m), curve.end(m));
  return greatest;
}

/** The step in which the most extreme moment falls, the first of those alike; −1 for whoever lived nothing. */
export function peakStepOf(curve: Curve): number {
  if (curve.count === 0) return -1;
  const peak = extreme(curve);
  let m = 0;
  while (curve.start(m) !== peak && curve.end(m) !== peak) m++;
  return curve.step[m]!;
}
