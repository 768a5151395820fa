import type { Column } from '../../sampling/column';
import type { CurveBlock } from './curve';

/** The first value of each curve. */
export function beginningColumn(curve: CurveBlock, empty: Column): Float64Array {
  return lastLived(
    [...curve.moments].reverse().map(({ seconds, start, everyone }) => ({ seconds, affect: start, everyone })),
    curve,
    empty,
  );
}

/** The last value of each curve. */
export function endColumn(curve: CurveBlock, empty: Column): Float64Array {
  return lastLived(
    curve.moments.map(({ seconds, end, everyone }) => ({ seconds, affect: end, everyone })),
    curve,
    empty,
  );
}

interface Last {
  readonly seconds: Column;
  readonly affect: Column;
  readonly everyone: boolean;
}

function lastLived(moments: readonly Last[], curve: CurveBlock, empty: Column): Float64Array {
  const { count, arena } = curve;
  const out = arena.take();
  // Whatever comes before a moment that everybody lives is overwritten by it.
  const from = moments.findLastIndex(({ everyone }) => everyone);
  const first = from < 0 ? empty : moments[from]!.affect;
  for (let i = 0; i < count; i++) out[i] = first.values[i & first.mask]!;
  for (const { seconds, affect } of moments.slice(from + 1)) {
    for (let i = 0; i < count; i++) if (seconds.values[i & seconds.mask]! >= 0) out[i] = affect.values[i & affect.mask]!;
  }
  return out;
}

/** The mean over the last seconds, or share, of each curve; the last value where that window has no length. */
export function endWindowColumn(
  curve: CurveBlock,
  window: { readonly seconds: number } | { readonly share: number },
  empty: Column,
): Float64Array {
  const { count, arena, clock } = curve;
  const left = arena.take();
  for (let i = 0; i < count; i++) left[i] = 'seconds' in window ? Math.min(window.seconds, clock[i]!) : window.share * clock[i]!;
  const whole = Float64Array.from(left.subarray(0, count));
  const area = arena.take().fill(0, 0, count);
  for (let m = curve.moments.length - 1; m >= 0; m--) {
    const { seconds, start, end } = curve.moments[m]!;
    for (let i = 0; i < count; i++) {
      const time = seconds.values[i & seconds.mask]!;
      if (!(time > 0) || !(left[i]! > 0)) continue;
      const part = time < left[i]! ? time : left[i]!;
      const a = start.values[i & start.mask]!;
      const b = end.values[i & end.mask]!;
      const from = b - (b - a) * (part / time);
      area[i]! += part * ((from + b) * 0.5);
      left[i]! -= part;
    }
  }
  const last = endColumn(curve, empty);
  for (let i = 0; i < count; i++) {
    const seen = whole[i]! - left[i]!;
    if (seen > 0) last[i] = area[i]! / seen;
  }
  return last;
}
