import { customerColumn, type Column } from '../sampling/column';
import { clamped } from './column-loops';
import type { Fold, Moment } from './fold';
import type { FailurePlan } from './journey-plan';

/** Failure and recovery: moments of one level each, after the line; who left has none. */
export function fail(fold: Fold, failure: FailurePlan, lived: Column, end: Column, step: number): Moment[] {
  const { columns, count, present } = fold;
  const uniform = columns.column(failure.uniform);
  const probability = columns.column(failure.probability);
  const extra = columns.column(failure.seconds);
  const affect = columns.column(failure.affect);
  const seconds = fold.arena.take();
  const level = fold.arena.take();
  for (let i = 0; i < count; i++) {
    const fails =
      uniform.values[i & uniform.mask]! < probability.values[i & probability.mask]! &&
      lived.values[i & lived.mask]! >= 0 &&
      (present === undefined || present[i]! >= 0);
    seconds[i] = fails ? extra.values[i & extra.mask]! : -1;
    level[i] = fails ? clamped(end.values[i & end.mask]! + affect.values[i & affect.mask]!) : 0;
  }
  const moments: Moment[] = [
    { step, seconds: customerColumn(seconds), start: customerColumn(level), end: customerColumn(level), everyone: false },
  ];
  const { recovery } = failure;
  let recovered: Float64Array | undefined;
  if (recovery !== undefined) {
    const luck = columns.column(recovery.uniform);
    const chance = columns.column(recovery.probability);
    const lift = columns.column(recovery.affect);
    const time = columns.column(recovery.seconds);
    recovered = fold.arena.take();
    const lifted = fold.arena.take();
    for (let i = 0; i < count; i++) {
      const happens = seconds[i]! >= 0 && luck.values[i & luck.mask]! < chance.values[i & chance.mask]!;
      recovered[i] = happens ? time.values[i & time.mask]! : -1;
      lifted[i] = happens ? clamped(level[i]! + lift.values[i & lift.mask]!) : 0;
    }
    moments.push({ step, seconds: customerColumn(recovered), start: customerColumn(lifted), end: customerColumn(lifted), everyone: false });
  }
  if (fold.failures !== undefined) for (let i = 0; i < count; i++) if (seconds[i]! >= 0) fold.failures[i]! += 1;
  if (fold.flawed !== undefined) {
    for (let i = 0; i < count; i++) if (seconds[i]! >= 0 && (recovered === undefined || recovered[i]! < 0)) fold.flawed[i] = 1;
  }
  return moments;
}
