import { clamped } from '../clamped';
import type { Curve } from '../living/curve';

/**
 * The time-weighted mean of a curve that has been surveyed (kept within the scale against rounding); where no time passes, the plain mean of its
 * moments; where nothing is lived, `empty`.
 */
export function meanOf(curve: Curve, empty: number): number {
  const { count, totalSeconds } = curve;
  if (totalSeconds > 0) return clamped(curve.area / totalSeconds);
  if (count === 0) return empty;
  let plain = 0;
  for (let m = 0; m < count; m++) plain += (curve.start(m) + curve.end(m)) * 0.5;
  return plain / count;
}
