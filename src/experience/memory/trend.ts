import type { Curve } from '../living/curve';

/** Least-squares slope of affect over clock time, times the length of the curve: what affect gains from one end to the other. */
export function trendOf(curve: Curve): number {
  const { count, totalSeconds } = curve;
  if (!(totalSeconds > 0)) return 0;
  let area = 0;
  let lever = 0;
  let elapsed = 0;
  for (let m = 0; m < count; m++) {
    const time = curve.seconds(m);
    if (!(time > 0)) continue;
    const a = curve.start(m);
    const b = curve.end(m);
    const size = time * ((a + b) * 0.5);
    area += size;
    lever += elapsed * size + (time * time * (a + 2 * b)) / 6;
    elapsed += time;
  }
  return (12 * (lever / totalSeconds - area / 2)) / totalSeconds;
}
