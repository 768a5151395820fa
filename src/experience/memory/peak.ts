import type { PeakRule } from '../../model/types';
import type { Curve } from '../living/curve';

/** The two ends of one line lie equally far from its mean, up to rounding: distances this close are alike. */
const alike = 1e-9;

/**
 * The peak of a curve that has been surveyed: the most extreme moment (of two alike the negative), the one furthest from the mean, the worst, the
 * best, or a weighted mean of worst and best. Lines are straight, so only their ends can be peaks. Nothing lived: `empty`.
 */
export function peakOf(curve: Curve, rule: PeakRule, mean: number, empty: number): number {
  if (curve.count === 0) return empty;
  const { least, greatest } = curve;
  if (rule === 'extreme') return extreme(curve);
  if (rule === 'furthest') return furthest(curve, mean);
  if (rule === 'worst') return least;
  if (rule === 'best') return greatest;
  return rule.worstAndBest * least + (1 - rule.worstAndBest) * greatest;
}

function extreme({ least, greatest }: Curve): number {
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

/** The step in which the most extreme moment of a surveyed curve falls, the first of those alike; −1 for whoever lived nothing. */
export function peakStepOf(curve: Curve): number {
  if (curve.count === 0) return -1;
  const peak = extreme(curve);
  let m = 0;
  while (curve.start(m) !== peak && curve.end(m) !== peak) m++;
  return curve.step[m]!;
}
