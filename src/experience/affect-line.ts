import { log2 } from '../numerics/log';
import { customerColumn, type Column } from '../sampling/column';
import { addColumn, clamp } from './column-loops';
import type { Fold } from './fold';
import type { UnitPlan, WaitPlan } from './journey-plan';

export function affectLine(fold: Fold, unit: UnitPlan, planned: Column, seconds: Column, carries: boolean): { start: Column; end: Column } {
  const { columns, count } = fold;
  const start = columns.column(unit.start);
  const end = columns.column(unit.end);
  if (unit.settled) return { start, end };
  const outStart = fold.arena.take();
  const outEnd = fold.arena.take();
  for (let i = 0; i < count; i++) outStart[i] = start.values[i & start.mask]!;
  for (let i = 0; i < count; i++) outEnd[i] = end.values[i & end.mask]!;
  if (unit.shift !== undefined) {
    const shift = columns.column(unit.shift);
    addColumn(outStart, shift, count);
    addColumn(outEnd, shift, count);
  }
  if (unit.wait !== undefined) sour(fold, unit.wait, seconds, outEnd);
  else if (fold.leaving && unit.start !== unit.end) cutLine(planned, seconds, outStart, outEnd, count);
  if (carries) carryMood(fold, outStart, outEnd);
  clamp(outStart, count);
  clamp(outEnd, count);
  return { start: customerColumn(outStart), end: customerColumn(outEnd) };
}

/** A service line left half-way ends half-way. */
export function cutLine(planned: Column, seconds: Column, start: Float64Array, end: Float64Array, count: number): void {
  for (let i = 0; i < count; i++) {
    const whole = planned.values[i & planned.mask]!;
    const lived = seconds.values[i & seconds.mask]!;
    if (lived >= 0 && lived < whole) end[i] = start[i]! + (end[i]! - start[i]!) * (lived / whole);
  }
}

function sour(fold: Fold, wait: WaitPlan, seconds: Column, end: Float64Array): void {
  const tolerance = fold.columns.column(wait.toleranceSeconds);
  const souring = fold.columns.column(wait.souring);
  for (let i = 0; i < fold.count; i++) {
    const ratio = seconds.values[i & seconds.mask]! / tolerance.values[i & tolerance.mask]!;
    if (ratio > 1) end[i]! -= souring.values[i & souring.mask]! * log2(ratio);
  }
}

/** The last moment's affect colours the next line. */
export function carryMood(fold: Fold, start: Float64Array, end: Float64Array): void {
  const carry = fold.columns.column(fold.plan.memory.carryOver);
  const last = fold.lastEnd;
  if (last === undefined || fold.columns.constantOf(fold.plan.memory.carryOver) === 0) return;
  for (let i = 0; i < fold.count; i++) {
    const mood = carry.values[i & carry.mask]! * last[i]!;
    start[i]! += mood;
    if (end !== start) end[i]! += mood;
  }
}
