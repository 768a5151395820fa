import type { Column } from '../sampling/column';
import type { SegmentColumns } from '../sampling/segment-columns';
import type { Arena } from './arena';
import type { JourneyPlan } from './journey-plan';

/** A stretch of lived time in which affect goes in a line. Negative seconds: this customer does not live it. */
export interface Moment {
  readonly step: number;
  readonly seconds: Column;
  readonly start: Column;
  readonly end: Column;
  /** Known without looking: every customer lives it. */
  readonly everyone: boolean;
}

/** What one step was for each customer of a block; negative seconds where it was not lived. */
export interface LivedStep {
  readonly seconds: Column;
  readonly felt: Column;
  /** The chosen unit of each option: how many took it. */
  readonly options: readonly { readonly id: string; readonly seconds: Column }[];
  /** Moments of this step: from, to in the curve. */
  readonly from: number;
  readonly to: number;
}

/** What is counted only when somebody asks. */
export interface FoldNeeds {
  readonly waiting: boolean;
  readonly ease: boolean;
  readonly effectiveness: boolean;
  readonly steps: boolean;
  readonly felt: boolean;
}

/** A counterfactual: nobody leaves, or nothing fails, at the same draws. */
export interface Circumstances {
  readonly leaving: boolean;
  readonly failing: boolean;
}

/** Everything a block of customers carries along the journey. A column that is undefined costs nothing. */
export interface Fold {
  readonly plan: JourneyPlan;
  readonly columns: SegmentColumns;
  readonly arena: Arena;
  readonly count: number;
  readonly needs: FoldNeeds;
  readonly leaving: boolean;
  readonly failing: boolean;
  readonly moments: Moment[];
  readonly livedSteps: LivedStep[];
  /** 0 still there, −1 gone. */
  readonly present: Float64Array | undefined;
  /** Step at which each customer left; the number of steps for those who stayed. */
  readonly leftAt: Float64Array | undefined;
  /** Seconds of patience left. */
  readonly patience: Float64Array | undefined;
  /** Affect at the end of the last lived moment. */
  readonly lastEnd: Float64Array | undefined;
  readonly clock: Float64Array;
  readonly waiting: Float64Array | undefined;
  readonly felt: FeltTime;
  readonly failures: Float64Array | undefined;
  /** Whether the step at hand failed without recovery. */
  readonly flawed: Float64Array | undefined;
  readonly effort:
    | { readonly weighted: Float64Array; readonly seconds: Float64Array; readonly plain: Float64Array; readonly lived: Float64Array }
    | undefined;
  readonly success: { readonly tried: Float64Array; readonly succeeded: Float64Array } | undefined;
}

/** Felt time as it adds up: retrospective step by step, prospective as a whole. */
export interface FeltTime {
  readonly total: Float64Array;
  readonly stretched: Float64Array | undefined;
  readonly steps: Float64Array | undefined;
}

export function openFold(
  plan: JourneyPlan,
  columns: SegmentColumns,
  arena: Arena,
  count: number,
  needs: FoldNeeds,
  circumstances: Circumstances,
): Fold {
  const leaving = circumstances.leaving && plan.canLeave;
  const failing = circumstances.failing && plan.canFail;
  const zeros = (): Float64Array => arena.take().fill(0, 0, count);
  const prospective = plan.time.perspective === 'prospective';
  const carries = columns.constantOf(plan.memory.carryOver) !== 0;
  return {
    plan,
    columns,
    arena,
    count,
    needs,
    leaving,
    failing,
    moments: [],
    livedSteps: [],
    present: leaving ? zeros() : undefined,
    leftAt: leaving ? arena.take().fill(plan.steps.length, 0, count) : undefined,
    patience: leaving && plan.patience !== undefined ? spread(columns.column(plan.patience), count, arena.take()) : undefined,
    lastEnd: leaving || carries ? zeros() : undefined,
    clock: zeros(),
    waiting: needs.waiting ? zeros() : undefined,
    felt: { total: zeros(), stretched: prospective ? zeros() : undefined, steps: prospective ? zeros() : undefined },
    failures: failing ? zeros() : undefined,
    flawed: failing && needs.effectiveness ? zeros() : undefined,
    effort: needs.ease && plan.hasEffort ? { weighted: zeros(), seconds: zeros(), plain: zeros(), lived: zeros() } : undefined,
    success: needs.effectiveness && (plan.hasSkip || leaving || failing) ? { tried: zeros(), succeeded: zeros() } : undefined,
  };
}

/** Adds a moment to the curve. */
export function live(fold: Fold, moment: Moment): void {
  fold.moments.push(moment);
  if (fold.lastEnd === undefined) return;
  const { values: seconds, mask: secondsMask } = moment.seconds;
  const { values: end, mask: endMask } = moment.end;
  for (let i = 0; i < fold.count; i++) if (seconds[i & secondsMask]! >= 0) fold.lastEnd[i] = end[i & endMask]!;
}

/** How many entries of a column there are to work on: one where it is the same for everybody. */
export function extent(column: Column, count: number): number {
  return column.mask === 0 ? 1 : count;
}

/** Writes a column out, one value a customer. */
export function spread(column: Column, count: number, out: Float64Array): Float64Array {
  for (let i = 0; i < count; i++) out[i] = column.values[i & column.mask]!;
  return out;
}
