import { log2 } from '../numerics/log';
import { power } from '../numerics/power';
import { customerColumn, type Column } from '../sampling/column';
import type { Fold, Moment } from './fold';
import type { FailurePlan, UnitPlan, WaitPlan } from './journey-plan';

/** What a unit, or several merged, was for each customer. Negative seconds: not lived. */
export interface Lived {
  readonly id: string;
  /** The stretch with an affect line of its own. */
  readonly seconds: Column;
  readonly start: Column;
  readonly end: Column;
  /** Deciding, lived, failure and recovery time together. */
  readonly total: Column;
  /** Factor on felt time. */
  readonly stretch: Column;
  /** The planned duration and what it feels like, where that is a column of its own. */
  readonly planned: { readonly seconds: Column; readonly felt: Column } | undefined;
  /** Known without looking: every customer lives it. */
  readonly everyone: boolean;
  /** Deciding. */
  readonly before: readonly Moment[];
  /** Failure and recovery. */
  readonly after: readonly Moment[];
}

/** Where a unit stands. */
export interface Place {
  readonly step: number;
  /** Negative: this customer does not come here. */
  readonly gate: Column | undefined;
  /** Seconds of deciding before it. */
  readonly deciding: Column | undefined;
  /** Parts of a merged step take over no mood one by one: the merged line does. */
  readonly carries: boolean;
}

/** skip → duration → dropout → patience → cut → sour → failure → recovery. */
export function liveUnit(fold: Fold, unit: UnitPlan, place: Place): Lived {
  const planned = fold.columns.column(unit.seconds);
  const entering = enter(fold, unit, place.gate, planned);
  const seconds = fold.leaving ? leave(fold, unit, entering, place.step) : entering;
  if (unit.wait !== undefined && fold.waiting !== undefined) addLived(fold.waiting, seconds, fold.count);

  const line = affectLine(fold, unit, planned, seconds, place.carries);
  const before: Moment[] = [];
  const deciding = place.deciding === undefined ? undefined : where(fold, seconds, place.deciding);
  if (deciding !== undefined) before.push({ step: place.step, seconds: deciding, start: line.start, end: line.start, everyone: false });
  const after = fold.failing && unit.failure !== undefined ? fail(fold, unit.failure, seconds, line.end, place.step) : [];
  const total = addUp(fold, seconds, [...before, ...after]);
  if (unit.effort !== undefined && fold.effort !== undefined) weighEffort(fold, fold.effort, fold.columns.column(unit.effort), total);
  const feels = unit.felt !== undefined && (fold.needs.felt || fold.needs.steps);
  return {
    id: unit.id,
    seconds,
    ...line,
    total,
    stretch: effectiveStretch(fold, unit, total),
    everyone: seconds === planned,
    planned: feels ? { seconds: planned, felt: fold.columns.column(unit.felt) } : undefined,
    before,
    after,
  };
}

/** Planned seconds of those who come and do not skip. */
function enter(fold: Fold, unit: UnitPlan, gate: Column | undefined, planned: Column): Column {
  const { count, present } = fold;
  if (gate === undefined && present === undefined && unit.skip === undefined) return planned;
  const out = fold.arena.take();
  for (let i = 0; i < count; i++) out[i] = planned.values[i & planned.mask]!;
  if (gate !== undefined) for (let i = 0; i < count; i++) if (gate.values[i & gate.mask]! < 0) out[i] = -1;
  if (present !== undefined) for (let i = 0; i < count; i++) if (present[i]! < 0) out[i] = -1;
  if (unit.skip !== undefined) {
    const uniform = fold.columns.column(unit.skip.uniform);
    const probability = fold.columns.column(unit.skip.probability);
    for (let i = 0; i < count; i++) if (uniform.values[i & uniform.mask]! < probability.values[i & probability.mask]!) out[i] = -1;
  }
  return customerColumn(out);
}

/** Cuts to the time lived before dropout or the end of patience, whichever is earlier; a tie is dropout. */
function leave(fold: Fold, unit: UnitPlan, entering: Column, step: number): Column {
  const { count, patience } = fold;
  const waits = unit.wait !== undefined && patience !== undefined;
  if (unit.dropout === undefined && !waits) return entering;
  const present = fold.present!;
  const leftAt = fold.leftAt!;
  const out = fold.arena.take();
  for (let i = 0; i < count; i++) out[i] = entering.values[i & entering.mask]!;
  if (unit.dropout !== undefined) {
    const uniform = fold.columns.column(unit.dropout.uniform);
    const probability = fold.columns.column(unit.dropout.probability);
    for (let i = 0; i < count; i++) {
      const u = uniform.values[i & uniform.mask]!;
      const p = probability.values[i & probability.mask]!;
      if (out[i]! >= 0 && u < p) {
        out[i] = out[i]! * (u / p);
        present[i] = -1;
        leftAt[i] = step;
      }
    }
  }
  if (waits) {
    const hazard = fold.columns.column(unit.wait.hazard);
    for (let i = 0; i < count; i++) {
      const seconds = out[i]!;
      if (seconds < 0) continue;
      const rate = hazard.values[i & hazard.mask]!;
      const stay = patience[i]! / rate;
      if (stay < seconds) {
        out[i] = stay;
        patience[i] = 0;
        present[i] = -1;
        leftAt[i] = step;
      } else {
        const left = patience[i]! - seconds * rate;
        patience[i] = left > 0 ? left : 0;
      }
    }
  }
  return customerColumn(out);
}

function affectLine(fold: Fold, unit: UnitPlan, planned: Column, seconds: Column, carries: boolean): { start: Column; end: Column } {
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

/** Failure and recovery: moments of one level each, after the line; who left has none. */
function fail(fold: Fold, failure: FailurePlan, lived: Column, end: Column, step: number): Moment[] {
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

/** `column` where the customer lives the unit, −1 elsewhere. */
function where(fold: Fold, lived: Column, column: Column): Column {
  if (lived.mask === 0 && lived.values[0]! >= 0) return column;
  const out = fold.arena.take();
  for (let i = 0; i < fold.count; i++) out[i] = lived.values[i & lived.mask]! >= 0 ? column.values[i & column.mask]! : -1;
  return customerColumn(out);
}

function addUp(fold: Fold, seconds: Column, moments: readonly Moment[]): Column {
  if (moments.length === 0) return seconds;
  const out = fold.arena.take();
  for (let i = 0; i < fold.count; i++) out[i] = seconds.values[i & seconds.mask]!;
  for (const moment of moments) addLived(out, moment.seconds, fold.count);
  return customerColumn(out);
}

export function weighEffort(fold: Fold, sums: NonNullable<Fold['effort']>, effort: Column, total: Column): void {
  for (let i = 0; i < fold.count; i++) {
    const seconds = total.values[i & total.mask]!;
    if (seconds < 0) continue;
    const value = effort.values[i & effort.mask]!;
    sums.weighted[i]! += value * seconds;
    sums.seconds[i]! += seconds;
    sums.plain[i]! += value;
    sums.lived[i]! += 1;
  }
}

/** Live information takes away most of an overestimate, and never makes time shorter than the clock. */
function effectiveStretch(fold: Fold, unit: UnitPlan, total: Column): Column {
  const stretch = fold.columns.column(unit.stretch);
  if (unit.information === undefined) return stretch;
  const information = fold.columns.column(unit.information);
  const beta = fold.columns.column(fold.plan.time.beta);
  const reference = fold.columns.column(fold.plan.time.referenceSeconds);
  const out = fold.arena.take();
  for (let i = 0; i < fold.count; i++) {
    const factor = stretch.values[i & stretch.mask]!;
    const seconds = total.values[i & total.mask]!;
    out[i] = factor;
    if (!(seconds > 0)) continue;
    const law = power(seconds / reference.values[i & reference.mask]!, beta.values[i & beta.mask]! - 1);
    const overestimate = factor * law;
    if (overestimate > 1) out[i] = power(overestimate, 1 - information.values[i & information.mask]!) / law;
  }
  return customerColumn(out);
}

export function addLived(out: Float64Array, seconds: Column, count: number): void {
  const { values, mask } = seconds;
  for (let i = 0; i < count; i++) {
    const value = values[i & mask]!;
    out[i]! += value > 0 ? value : 0;
  }
}

function addColumn(out: Float64Array, column: Column, count: number): void {
  for (let i = 0; i < count; i++) out[i]! += column.values[i & column.mask]!;
}

export function clamp(values: Float64Array, count: number): void {
  for (let i = 0; i < count; i++) {
    const value = values[i]!;
    values[i] = value > 10 ? 10 : value < -10 ? -10 : value;
  }
}

export function clamped(value: number): number {
  return value > 10 ? 10 : value < -10 ? -10 : value;
}
