import type { MemoryPlan } from '../journey-plan';
import type { Curve } from '../living/curve';
import { within } from './stretches';

/** The first value of a curve. */
export function beginningOf(curve: Curve, empty: number): number {
  return curve.count === 0 ? empty : curve.start(0);
}

/**
 * The end of a curve that has been surveyed: the mean over its last seconds. So many as the window says, or where none is named one stretch; the
 * last value where that has no length. Nothing lived: `empty`.
 */
export function endOf(curve: Curve, window: MemoryPlan['endWindow'], stretch: number, empty: number): number {
  if (curve.count === 0) return empty;
  const { seconds = Infinity, share = 1 } = window ?? {};
  const { totalSeconds } = curve;
  const named = seconds < share * totalSeconds ? seconds : share * totalSeconds;
  const whole = window === undefined ? stretch : named;
  let left = whole;
  let area = 0;
  for (let m = curve.count - 1; m >= 0 && left > 0; m--) {
    const time = curve.lasting(m, stretch);
    if (!(time > 0)) continue;
    const part = time < left ? time : left;
    const last = curve.end(m);
    const from = last - (last - curve.start(m)) * (part / time);
    area += part * ((from + last) * 0.5);
    left -= part;
  }
  const seen = whole - left;
  return seen > 0 ? within(curve, area / seen) : curve.last;
}
