import type { PeakRule } from '../../model/types';
import { apart, type Curve } from '../living/curve';
import type { StretchPlace } from './stretches';

/** The two ends of one line lie equally far from its mean, up to rounding: distances this close are alike. */
const alike = 1e-9;

/**
 * How much of the peak is the worst; the rest is the best. The peak is whichever of the two lies further from 0 (`extreme`) or from the mean
 * (`furthest`), half and half where both are as far; or the worst, or the best, or both as the rule weighs them.
 */
export function worstWeight(rule: PeakRule, worst: number, best: number, mean: number): number {
  if (typeof rule === 'object') return rule.worstAndBest;
  if (rule === 'worst') return 1;
  if (rule === 'best') return 0;
  const middle = rule === 'furthest' ? mean : 0;
  const further = middle - worst - (best - middle);
  return further > alike ? 1 : further < -alike ? 0 : 0.5;
}

/** What the worst step counts in a rule that takes both; where the rule takes one of them, that one stands in both places. */
export function worstShare(rule: PeakRule): number {
  return typeof rule === 'object' ? rule.worstAndBest : 0.5;
}

/** The step in which the first moment of a value falls. */
export function stepOfValue(curve: Curve, value: number): number {
  let m = 0;
  while (curve.start(m) !== value && curve.end(m) !== value) m++;
  return curve.step[m]!;
}

/** The step that holds most of a stretch; of two alike the earlier. */
export function stepOfStretch(curve: Curve, { moment, seconds }: StretchPlace, length: number): number {
  if (curve.counts[moment] === apart) return curve.step[moment]!;
  let left = length;
  let from = seconds;
  let step = curve.step[moment]!;
  let held = 0;
  let most = 0;
  let found = step;
  for (let m = moment; m < curve.count && left > 0; m = curve.following(m)) {
    if (curve.step[m] !== step) {
      step = curve.step[m]!;
      held = 0;
    }
    const lasting = curve.lasting(m, length) - from;
    const part = lasting < left ? lasting : left;
    from = 0;
    left -= part;
    held += part;
    if (held > most + alike * length) {
      most = held;
      found = step;
    }
  }
  return found;
}
