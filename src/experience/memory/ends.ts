import type { MemoryPlan } from '../journey-plan';
import type { Curve } from '../living/curve';
import { within } from './stretches';

/** The first value of a curve. */
export function beginningOf(curve: Curve, empty: number): number {
  return curve.count === 0 ? empty : curve.start(0);
}

/** No failure. */
const none = -1;

/**
 * The end of a curve that has been surveyed: the mean over its last seconds. So many as the window says, or where none is named one stretch; the
 * last value where that has no length. A failure in these seconds counts where it makes the end lower. Nothing lived: `empty`.
 */
export function endOf(curve: Curve, window: MemoryPlan['endWindow'], stretch: number, empty: number): number {
  if (curve.count === 0) return empty;
  const { seconds = Infinity, share = 1 } = window ?? {};
  const { restSeconds, failures, failureCount } = curve;
  const named = seconds < share * restSeconds ? seconds : share * restSeconds;
  const whole = window === undefined ? stretch : named;
  if (!(whole > 0)) return curve.last;
  let end = meanOfLast(curve, whole, stretch, none);
  for (let k = failureCount - 1; k >= 0; k--) {
    const failing = meanOfLast(curve, whole, stretch, failures[k]!);
    if (failing < end) end = failing;
  }
  return end;
}

/** Without the failures but for one. */
function meanOfLast(curve: Curve, whole: number, stretch: number, failure: number): number {
  let left = whole;
  let area = 0;
  for (let m = curve.count - 1; m >= 0 && left > 0; m--) {
    const seconds = curve.seconds(m);
    const time = m !== failure ? curve.lasting(m, stretch) : seconds < stretch ? stretch : seconds;
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
