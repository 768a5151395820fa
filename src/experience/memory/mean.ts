import type { Column } from '../../sampling/column';
import { clamped } from '../column-loops';
import type { CurveBlock } from './curve';

/** The time-weighted mean of each curve (kept within the scale against rounding); where no time passes, the plain mean of its moments; where nothing is lived, `empty`. */
export function meanColumn(curve: CurveBlock, empty: Column): Float64Array {
  const { count, arena, clock } = curve;
  const area = areaColumn(curve);
  let unsure = false;
  for (let i = 0; i < count; i++) {
    if (clock[i]! > 0) area[i] = clamped(area[i]! / clock[i]!);
    else unsure = true;
  }
  if (!unsure) return area;
  const plain = arena.take().fill(0, 0, count);
  const lived = arena.take().fill(0, 0, count);
  for (const { seconds, start, end } of curve.moments) {
    for (let i = 0; i < count; i++) {
      if (seconds.values[i & seconds.mask]! < 0) continue;
      plain[i]! += (start.values[i & start.mask]! + end.values[i & end.mask]!) * 0.5;
      lived[i]! += 1;
    }
  }
  for (let i = 0; i < count; i++) {
    if (clock[i]! > 0) continue;
    area[i] = lived[i]! > 0 ? plain[i]! / lived[i]! : empty.values[i & empty.mask]!;
  }
  return area;
}

/** The integral of affect over time, affect·seconds. */
export function areaColumn(curve: CurveBlock): Float64Array {
  const { count, arena } = curve;
  const area = arena.take().fill(0, 0, count);
  for (const { seconds, start, end } of curve.moments) {
    if (end === start) addLevel(count, seconds, start, area);
    else addLine(count, seconds, start, end, area);
  }
  return area;
}

function addLevel(count: number, seconds: Column, level: Column, area: Float64Array): void {
  const { values, mask } = level;
  const { values: time, mask: timeMask } = seconds;
  for (let i = 0; i < count; i++) {
    const t = time[i & timeMask]!;
    area[i]! += t > 0 ? t * values[i & mask]! : 0;
  }
}

function addLine(count: number, seconds: Column, start: Column, end: Column, area: Float64Array): void {
  for (let i = 0; i < count; i++) {
    const t = seconds.values[i & seconds.mask]!;
    area[i]! += t > 0 ? t * ((start.values[i & start.mask]! + end.values[i & end.mask]!) * 0.5) : 0;
  }
}
