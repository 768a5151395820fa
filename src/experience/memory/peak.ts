import type { Column } from '../../sampling/column';
import type { CurveBlock } from './curve';

export type PeakRule = 'extreme' | 'furthest' | 'worst' | 'best' | { readonly worstAndBest: number };

/**
 * The peak of each curve: the most extreme moment (of two alike the negative), the one furthest from the mean, the worst, the best, or a
 * weighted mean of worst and best. Lines are straight, so only their ends can be peaks. Nothing lived: `empty`.
 */
export function peakColumn(curve: CurveBlock, rule: PeakRule, mean: Float64Array, empty: Column): Float64Array {
  const { count, arena } = curve;
  const peak = arena.take();
  for (let i = 0; i < count; i++) peak[i] = empty.values[i & empty.mask]!;
  if (rule === 'extreme') return extreme(curve, undefined, peak);
  if (rule === 'furthest') return extreme(curve, mean, peak);
  if (rule === 'worst') return bound(curve, -1, peak);
  if (rule === 'best') return bound(curve, 1, peak);
  const best = arena.take();
  for (let i = 0; i < count; i++) best[i] = peak[i]!;
  bound(curve, -1, peak);
  bound(curve, 1, best);
  const negative = rule.worstAndBest;
  for (let i = 0; i < count; i++) peak[i] = negative * peak[i]! + (1 - negative) * best[i]!;
  return peak;
}

/** The two ends of one line lie equally far from its mean, up to rounding: distances this close are alike. */
const alike = 1e-9;

function extreme(curve: CurveBlock, from: Float64Array | undefined, peak: Float64Array): Float64Array {
  const { count, arena } = curve;
  const size = arena.take().fill(-1, 0, count);
  for (const { seconds, start, end } of curve.moments) {
    furthest(count, seconds, start, from, peak, size);
    if (end !== start) furthest(count, seconds, end, from, peak, size);
  }
  return peak;
}

function furthest(
  count: number,
  seconds: Column,
  affect: Column,
  from: Float64Array | undefined,
  peak: Float64Array,
  size: Float64Array,
): void {
  const { values, mask } = affect;
  const { values: time, mask: timeMask } = seconds;
  const slack = from === undefined ? 0 : alike;
  for (let i = 0; i < count; i++) {
    const value = values[i & mask]!;
    const distance = Math.abs(from === undefined ? value : value - from[i]!);
    const known = size[i]!;
    if (distance >= known - slack && time[i & timeMask]! >= 0 && (distance > known + slack || value < peak[i]!)) {
      size[i] = distance;
      peak[i] = value;
    }
  }
}

/** The least (sign −1) or greatest (sign 1) value lived. */
function bound(curve: CurveBlock, sign: number, peak: Float64Array): Float64Array {
  const { count, arena } = curve;
  const known = arena.take().fill(-Infinity, 0, count);
  for (const { seconds, start, end } of curve.moments) {
    for (const affect of end === start ? [start] : [start, end]) {
      for (let i = 0; i < count; i++) {
        const value = affect.values[i & affect.mask]!;
        if (seconds.values[i & seconds.mask]! >= 0 && sign * value > known[i]!) {
          known[i] = sign * value;
          peak[i] = value;
        }
      }
    }
  }
  return peak;
}

/** The step in which each customer's most extreme moment falls; −1 for whoever lived nothing. */
export function peakStepColumn(curve: CurveBlock): Float64Array {
  const { count, arena } = curve;
  const step = arena.take().fill(-1, 0, count);
  const size = arena.take().fill(-1, 0, count);
  const peak = arena.take().fill(0, 0, count);
  for (const moment of curve.moments) {
    for (const affect of moment.end === moment.start ? [moment.start] : [moment.start, moment.end]) {
      for (let i = 0; i < count; i++) {
        if (moment.seconds.values[i & moment.seconds.mask]! < 0) continue;
        const value = affect.values[i & affect.mask]!;
        const distance = Math.abs(value);
        if (distance > size[i]! || (distance === size[i]! && value < peak[i]!)) {
          size[i] = distance;
          peak[i] = value;
          step[i] = moment.step;
        }
      }
    }
  }
  return step;
}
