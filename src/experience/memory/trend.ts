import type { CurveBlock } from './curve';

/** Least-squares slope of affect over clock time, times the length of the curve: what affect gains from one end to the other. */
export function trendColumn(curve: CurveBlock): Float64Array {
  const { count, arena, clock } = curve;
  const area = arena.take().fill(0, 0, count);
  const lever = arena.take().fill(0, 0, count);
  const elapsed = arena.take().fill(0, 0, count);
  for (const { seconds, start, end } of curve.moments) {
    for (let i = 0; i < count; i++) {
      const t = seconds.values[i & seconds.mask]!;
      if (!(t > 0)) continue;
      const a = start.values[i & start.mask]!;
      const b = end.values[i & end.mask]!;
      const size = t * ((a + b) * 0.5);
      area[i]! += size;
      lever[i]! += elapsed[i]! * size + (t * t * (a + 2 * b)) / 6;
      elapsed[i]! += t;
    }
  }
  for (let i = 0; i < count; i++) {
    const whole = clock[i]!;
    lever[i] = whole > 0 ? (12 * (lever[i]! / whole - area[i]! / 2)) / whole : 0;
  }
  return lever;
}
