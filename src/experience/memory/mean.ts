import { clamped } from '../clamped';
import { stride, type Curve } from '../living/curve';

/** The time-weighted mean of a curve (kept within the scale against rounding); where no time passes, the plain mean of its moments; where nothing is lived, `empty`. */
export function meanOf(curve: Curve, empty: number): number {
  const { count, totalSeconds } = curve;
  if (totalSeconds > 0) return clamped(areaOf(curve) / totalSeconds);
  if (count === 0) return empty;
  let plain = 0;
  for (let m = 0; m < count; m++) plain += (curve.start(m) + curve.end(m)) * 0.5;
  return plain / count;
}

/** The integral of affect over time, affect·seconds. */
export function areaOf({ count, moments }: Curve): number {
  let area = 0;
  for (let at = 0; at < stride * count; at += stride) {
    const seconds = moments[at]!;
    if (seconds > 0) area += seconds * ((moments[at + 1]! + moments[at + 2]!) * 0.5);
  }
  return area;
}
