import { customerColumn, type Column } from '../sampling/column';
import { spread, type Fold } from './fold';
import type { MergedPlan } from './journey-plan';
import { carryMood, cutLine } from './affect-line';
import { addLived, clamp } from './column-loops';
import { weighEffort, type Lived, type Place } from './live-unit';

/** One line over everything its parts lived, then their failures and recoveries, inside one boundary. `planned`: what the parts would take uncut. */
export function liveMerged(fold: Fold, merged: MergedPlan, parts: readonly Lived[], place: Place, planned?: Column): Lived {
  const { count, arena, columns } = fold;
  const seconds = arena.take().fill(-1, 0, count);
  for (const part of parts) {
    const { values, mask } = part.seconds;
    for (let i = 0; i < count; i++) {
      const value = values[i & mask]!;
      if (value >= 0) seconds[i] = (seconds[i]! < 0 ? 0 : seconds[i]!) + value;
    }
  }
  const line = mergedLine(fold, merged, parts, seconds, planned);
  if (place.carries) carryMood(fold, line.start, line.end);
  clamp(line.start, count);
  if (line.end !== line.start) clamp(line.end, count);

  const total = arena.take().fill(0, 0, count);
  const stretched = arena.take().fill(0, 0, count);
  for (const part of parts) {
    addLived(total, part.total, count);
    for (let i = 0; i < count; i++) {
      const time = part.total.values[i & part.total.mask]!;
      if (time > 0) stretched[i]! += time * part.stretch.values[i & part.stretch.mask]!;
    }
  }
  for (let i = 0; i < count; i++) {
    stretched[i] = total[i]! > 0 ? stretched[i]! / total[i]! : 1;
    if (seconds[i]! < 0) total[i] = -1;
  }
  if (merged.effort !== undefined && fold.effort !== undefined) {
    weighEffort(fold, fold.effort, columns.column(merged.effort), customerColumn(total));
  }
  return {
    id: merged.id,
    seconds: customerColumn(seconds),
    start: customerColumn(line.start),
    end: customerColumn(line.end),
    total: customerColumn(total),
    stretch: customerColumn(stretched),
    planned: undefined,
    everyone: false,
    before: parts.flatMap((part) => part.before),
    after: parts.flatMap((part) => part.after),
  };
}

function mergedLine(
  fold: Fold,
  merged: MergedPlan,
  parts: readonly Lived[],
  seconds: Float64Array,
  planned: Column | undefined,
): { start: Float64Array; end: Float64Array } {
  const { count, arena, columns } = fold;
  if (typeof merged.affect === 'object') {
    const start = spread(columns.column(merged.affect.start), count, arena.take());
    const end = spread(columns.column(merged.affect.end), count, arena.take());
    if (planned !== undefined) cutLine(planned, customerColumn(seconds), start, end, count);
    return { start, end };
  }
  const level = merged.affect === 'time-weighted' ? weightedLevel(fold, parts, seconds) : extremeLevel(fold, parts);
  return { start: level, end: level };
}

/** Clock-weighted mean of the parts' means; where no time passes, their plain mean. */
function weightedLevel(fold: Fold, parts: readonly Lived[], seconds: Float64Array): Float64Array {
  const { count, arena } = fold;
  const weighted = arena.take().fill(0, 0, count);
  const plain = arena.take().fill(0, 0, count);
  const lived = arena.take().fill(0, 0, count);
  for (const part of parts) {
    for (let i = 0; i < count; i++) {
      const time = part.seconds.values[i & part.seconds.mask]!;
      if (time < 0) continue;
      const mean = (part.start.values[i & part.start.mask]! + part.end.values[i & part.end.mask]!) * 0.5;
      weighted[i]! += mean * time;
      plain[i]! += mean;
      lived[i]! += 1;
    }
  }
  for (let i = 0; i < count; i++) {
    weighted[i] = seconds[i]! > 0 ? weighted[i]! / seconds[i]! : lived[i]! > 0 ? plain[i]! / lived[i]! : 0;
  }
  return weighted;
}

/** The part mean furthest from 0; of two alike the negative. */
function extremeLevel(fold: Fold, parts: readonly Lived[]): Float64Array {
  const { count, arena } = fold;
  const level = arena.take().fill(0, 0, count);
  for (const part of parts) {
    for (let i = 0; i < count; i++) {
      if (part.seconds.values[i & part.seconds.mask]! < 0) continue;
      const mean = (part.start.values[i & part.start.mask]! + part.end.values[i & part.end.mask]!) * 0.5;
      const size = Math.abs(mean);
      const known = Math.abs(level[i]!);
      if (size > known || (size === known && mean < level[i]!)) level[i] = mean;
    }
  }
  return level;
}
