import type { MemoryPlan } from '../journey-plan';
import type { Curve } from '../living/curve';

/** The first value of a curve. */
export function beginningOf(curve: Curve, empty: number): number {
  return curve.count === 0 ? empty : curve.start(0);
}

/** The last value of a curve, or the mean over its last seconds or share; the last value where that window has no length. */
export function endOf(curve: Curve, window: MemoryPlan['endWindow'], empty: number): number {
  if (curve.count === 0) return empty;
  return window === undefined ? curve.last : windowOf(curve, window);
}

function windowOf(curve: Curve, window: NonNullable<MemoryPlan['endWindow']>): number {
  const { count, totalSeconds } = curve;
  const whole = 'seconds' in window ? Math.min(window.seconds, totalSeconds) : window.share * totalSeconds;
  let left = whole;
  let area = 0;
  for (let m = count - 1; m >= 0 && left > 0; m--) {
    const time = curve.seconds(m);
    if (!(time > 0)) continue;
    const part = time < left ? time : left;
    const last = curve.end(m);
    const from = last - (last - curve.start(m)) * (part / time);
    area += part * ((from + last) * 0.5);
    left -= part;
  }
  const seen = whole - left;
  return seen > 0 ? area / seen : curve.last;
}
