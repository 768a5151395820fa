import { power } from '../numerics/power';
import { customerColumn, type Column } from '../sampling/column';
import { affectLine } from './affect-line';
import { addLived } from './column-loops';
import { fail } from './failure-moments';
import type { Fold, Moment } from './fold';
import type { UnitPlan } from './journey-plan';
import { enter, leave } from './leaving';

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
  // Asked for at once: it comes from the same normals as the duration.
  const feels = unit.felt !== undefined && (fold.needs.felt || fold.needs.steps);
  const plannedFelt = feels ? fold.columns.column(unit.felt) : undefined;
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
  return {
    id: unit.id,
    seconds,
    ...line,
    total,
    stretch: effectiveStretch(fold, unit, total),
    everyone: seconds === planned,
    planned: plannedFelt === undefined ? undefined : { seconds: planned, felt: plannedFelt },
    before,
    after,
  };
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
    if (overestimate > 1 && overestimate < Infinity) out[i] = power(overestimate, 1 - information.values[i & information.mask]!) / law;
  }
  return customerColumn(out);
}
