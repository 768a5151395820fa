import { clamped } from '../clamped';
import { apart, type Curve } from '../living/curve';

/**
 * The time-weighted mean of a curve that has been surveyed (kept within the scale against rounding); where no time passes, the plain mean of its
 * moments; where nothing is lived, `empty`. The time that failures take counts where it makes the mean lower: nothing is better for having failed.
 */
export function meanOf(curve: Curve, empty: number): number {
  const { count, restSeconds } = curve;
  if (count === 0) return empty;
  const mean = restSeconds > 0 ? clamped(curve.restArea / restSeconds) : plainMeanOf(curve);
  return curve.failureCount === 0 ? mean : lowered(curve, mean);
}

function plainMeanOf(curve: Curve): number {
  let plain = 0;
  let rest = 0;
  for (let m = 0; m < curve.count; m++) {
    if (curve.counts[m] === apart) continue;
    plain += (curve.start(m) + curve.end(m)) * 0.5;
    rest++;
  }
  return plain / rest;
}

/** The lowest mean that any of the failures together with the rest can have: of those below it. */
function lowered(curve: Curve, without: number): number {
  let mean = without;
  for (;;) {
    let area = curve.restArea;
    let seconds = curve.restSeconds;
    for (let k = 0; k < curve.failureCount; k++) {
      const moment = curve.failures[k]!;
      const level = (curve.start(moment) + curve.end(moment)) * 0.5;
      if (level >= mean) continue;
      area += curve.seconds(moment) * level;
      seconds += curve.seconds(moment);
    }
    const next = seconds > 0 ? clamped(area / seconds) : mean;
    if (!(next < mean)) return mean;
    mean = next;
  }
}
