import { log1p } from '../../numerics/log';
import { power } from '../../numerics/power';
import { tanh } from '../../numerics/tanh';
import type { Column } from '../../sampling/column';
import type { SegmentColumns } from '../../sampling/segment-columns';
import type { JourneyPlan, MemoryPlan } from '../journey-plan';
import type { CurveBlock } from './curve';
import { beginningColumn, endColumn, endWindowColumn } from './ends';
import { rememberingBy } from './kinds';
import { meanColumn } from './mean';
import { peakColumn } from './peak';
import { trendColumn } from './trend';

/** What a curve leaves behind; a column that nobody asked for and the model does not need is undefined. */
export interface Remembered {
  readonly utility: Float64Array | undefined;
  readonly peak: Float64Array | undefined;
  readonly end: Float64Array | undefined;
  readonly mean: Float64Array | undefined;
}

export interface RememberNeeds {
  readonly utility: boolean;
  readonly peak: boolean;
  readonly end: boolean;
  readonly mean: boolean;
}

export function remember(curve: CurveBlock, plan: JourneyPlan, columns: SegmentColumns, needs: RememberNeeds): Remembered {
  const { memory } = plan;
  const empty = columns.column(plan.expectation);
  const used = (name: keyof MemoryPlan['weights']): boolean => needs.utility && columns.constantOf(memory.weights[name]) !== 0;
  const wantsPeak = needs.peak || used('peak');
  const { fallsBack, utility: ofKind } = rememberingBy[memory.kind];
  const wantsMean =
    needs.mean || (needs.utility && fallsBack === true) || used('mean') || used('duration') || (wantsPeak && memory.peak === 'furthest');

  const mean = wantsMean ? meanColumn(curve, empty) : undefined;
  const peak = wantsPeak ? peakColumn(curve, memory.peak, mean!, empty) : undefined;
  const end =
    needs.end || used('end')
      ? memory.endWindow === undefined
        ? endColumn(curve, empty)
        : endWindowColumn(curve, memory.endWindow, empty)
      : undefined;
  if (!needs.utility) return { utility: undefined, peak, end, mean };

  const utility =
    ofKind === undefined
      ? blend(curve, memory, columns, { peak, end, mean }, used, empty)
      : ofKind({ curve, memory, columns, expectation: empty, mean });
  expectWhereNothing(curve, plan, empty, utility);
  fade(curve, plan, columns, utility);
  return { utility, peak, end, mean };
}

function blend(
  curve: CurveBlock,
  memory: MemoryPlan,
  columns: SegmentColumns,
  made: { peak: Float64Array | undefined; end: Float64Array | undefined; mean: Float64Array | undefined },
  used: (name: keyof MemoryPlan['weights']) => boolean,
  empty: Column,
): Float64Array {
  const { count, arena, clock } = curve;
  const utility = arena.take().fill(0, 0, count);
  const add = (name: keyof MemoryPlan['weights'], values: () => Float64Array): void => {
    if (used(name)) addWeighted(utility, columns.column(memory.weights[name]), values(), count);
  };
  add('peak', () => made.peak!);
  add('end', () => made.end!);
  add('mean', () => made.mean!);
  add('beginning', () => beginningColumn(curve, empty));
  add('trend', () => trendColumn(curve));
  add('duration', () => {
    const felt = arena.take();
    for (let i = 0; i < count; i++) felt[i] = tanh(made.mean![i]! / 2) * log1p(clock[i]! / 60);
    return felt;
  });
  return utility;
}

function addWeighted(out: Float64Array, weight: Column, values: Float64Array, count: number): void {
  for (let i = 0; i < count; i++) out[i]! += weight.values[i & weight.mask]! * values[i]!;
}

/** Whoever skipped every step remembers what was expected, under any memory model and any weights. */
function expectWhereNothing(curve: CurveBlock, plan: JourneyPlan, empty: Column, utility: Float64Array): void {
  if (!plan.hasSkip || curve.moments.some(({ everyone }) => everyone)) return;
  const { count, arena } = curve;
  const lived = arena.take().fill(-1, 0, count);
  for (const { seconds } of curve.moments) {
    for (let i = 0; i < count; i++) if (seconds.values[i & seconds.mask]! >= 0) lived[i] = 0;
  }
  for (let i = 0; i < count; i++) if (lived[i]! < 0) utility[i] = empty.values[i & empty.mask]!;
}

/** With time a memory fades to what one believed before: (1 + delay/4 h)^−0.13. */
function fade(curve: CurveBlock, plan: JourneyPlan, columns: SegmentColumns, utility: Float64Array): void {
  const delay = columns.column(plan.memory.recallDelaySeconds);
  if (delay.mask === 0 && delay.values[0] === 0) return;
  const belief = columns.column(plan.priorBelief);
  for (let i = 0; i < curve.count; i++) {
    const kept = power(1 + delay.values[i & delay.mask]! / 14400, -0.13);
    const prior = belief.values[i & belief.mask]!;
    utility[i] = prior + (utility[i]! - prior) * kept;
  }
}
