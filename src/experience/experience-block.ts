import type { SegmentColumns } from '../sampling/segment-columns';
import { putAnswers } from './answers';
import type { Arena } from './arena';
import { clamped } from './column-loops';
import { openFold, type Circumstances, type Fold, type FoldNeeds } from './fold';
import { foldJourney } from './fold-journey';
import type { JourneyPlan } from './journey-plan';
import { lowerOf, loyaltyColumn } from './loyalty';
import type { CurveBlock } from './memory/curve';
import { remember, type Remembered } from './memory/remember';
import type { OutcomeName, RecordOutcome } from './outcomes';
import { satisfactionColumn } from './satisfaction';
import { putThreeEs } from './three-es';

/** What a block of customers went through: one column an outcome, and the curve behind them. Scratch: read it before the next block. */
export interface ExperienceBlock {
  readonly count: number;
  readonly outcomes: { readonly [Name in OutcomeName]?: Float64Array };
  readonly fold: Fold;
  readonly curve: CurveBlock;
  /** Step at which each left; the number of steps for those who completed. Undefined: nobody can leave. */
  readonly leftAt: Float64Array | undefined;
}

/** Which columns to make, worked out once from the outcomes that were asked for. */
export interface ExperienceNeeds {
  readonly outcomes: ReadonlySet<OutcomeName>;
  readonly steps: boolean;
}

const everything: Circumstances = { leaving: true, failing: true };

/** Lives a block of customers through a journey and asks them. The columns must stand at that block. */
export function experienceBlock(
  plan: JourneyPlan,
  columns: SegmentColumns,
  arena: Arena,
  count: number,
  needs: ExperienceNeeds,
): ExperienceBlock {
  const wants = (...names: OutcomeName[]): boolean => names.some((name) => needs.outcomes.has(name));
  const answers = wants('csat', 'nps', 'satisfied', 'delighted');
  const recommends = wants('recommendation', 'nps');
  const returns = wants('loyalty', 'value');
  const judges = wants('satisfaction') || answers || recommends || returns;
  const wantsIndex = wants('index');
  const wantsUtility = judges || wantsIndex || wants('rememberedUtility', 'disconfirmation', 'emotion');
  const slowness = judges && plan.expectedSeconds !== undefined;
  const charged = judges && (plan.promiseSeconds !== undefined || slowness);

  const foldNeeds: FoldNeeds = {
    waiting: wants('waitingDuration'),
    ease: wantsIndex || wants('ease'),
    effectiveness: wantsIndex || wants('effectiveness'),
    steps: needs.steps,
    felt: wants('perceivedDuration') || slowness,
  };
  const run = (circumstances: Circumstances, what: FoldNeeds): Fold => {
    const fold = openFold(plan, columns, arena, count, what, circumstances);
    foldJourney(fold);
    return fold;
  };
  const curveOf = (fold: Fold): CurveBlock => ({ moments: fold.moments, count, clock: fold.clock, arena });
  const bare: FoldNeeds = { waiting: false, ease: false, effectiveness: false, steps: false, felt: slowness };

  const judge = (fold: Fold, failing: boolean, utility: Float64Array): Float64Array => {
    // Whoever leaves is charged for the lateness and slowness of the whole journey: leaving must not look quick.
    const whole = charged && fold.leaving ? run({ leaving: false, failing }, bare) : fold;
    return satisfactionColumn(plan, columns, arena, count, { utility, clock: whole.clock, felt: whole.felt.total });
  };

  const fold = run(everything, foldNeeds);
  const curve = curveOf(fold);
  const remembered = remember(curve, plan, columns, {
    utility: wantsUtility,
    peak: wants('peakAffect'),
    end: wants('endAffect'),
    mean: wants('meanAffect'),
  });
  const outcomes: { [Name in OutcomeName]?: Float64Array } = {};
  const record = (name: OutcomeName, make: () => Float64Array | undefined): void => {
    const made = needs.outcomes.has(name) ? make() : undefined;
    if (made !== undefined) outcomes[name] = made;
  };
  record('clockDuration', () => fold.clock);
  record('perceivedDuration', () => fold.felt.total);
  record('waitingDuration', () => fold.waiting);
  putRemembered(record, remembered);
  record('disconfirmation', () => disconfirmation(plan, columns, arena, count, remembered.utility!));

  if (judges) {
    const satisfaction = judge(fold, true, remembered.utility!);
    record('satisfaction', () => satisfaction);
    putAnswers(record, plan, columns, arena, count, satisfaction, answers, recommends);
    if (returns) {
      const loyalty = loyaltyColumn(plan, columns, arena, count, lowerOf(arena, count, satisfaction, withoutFailures()));
      record('loyalty', () => loyalty);
      if (plan.returnValue !== undefined) record('value', () => scaled(arena, count, loyalty, plan.returnValue!));
    }
  }
  putThreeEs(record, fold, arena, count, remembered.utility);
  record('completed', () => completedColumn(fold, arena));
  record('failures', () => fold.failures ?? arena.take().fill(0, 0, count));
  record('progress', () => progressColumn(fold, arena));
  return { count, outcomes, fold, curve, leftAt: fold.leftAt };

  function withoutFailures(): Float64Array | undefined {
    if (!fold.failing) return undefined;
    const spared = run({ leaving: true, failing: false }, bare);
    const utility = remember(curveOf(spared), plan, columns, { utility: true, peak: false, end: false, mean: false }).utility!;
    return judge(spared, false, utility);
  }
}

function putRemembered(record: RecordOutcome, remembered: Remembered): void {
  record('peakAffect', () => remembered.peak);
  record('endAffect', () => remembered.end);
  record('meanAffect', () => remembered.mean);
  record('rememberedUtility', () => remembered.utility);
}

function disconfirmation(plan: JourneyPlan, columns: SegmentColumns, arena: Arena, count: number, utility: Float64Array): Float64Array {
  const expectation = columns.column(plan.expectation);
  const out = arena.take();
  for (let i = 0; i < count; i++) out[i] = clamped(utility[i]!) - expectation.values[i & expectation.mask]!;
  return out;
}

function scaled(arena: Arena, count: number, values: Float64Array, factor: number): Float64Array {
  const out = arena.take();
  for (let i = 0; i < count; i++) out[i] = values[i]! * factor;
  return out;
}

function completedColumn(fold: Fold, arena: Arena): Float64Array {
  const out = arena.take().fill(1, 0, fold.count);
  if (fold.present !== undefined) for (let i = 0; i < fold.count; i++) if (fold.present[i]! < 0) out[i] = 0;
  return out;
}

function progressColumn(fold: Fold, arena: Arena): Float64Array {
  const { progressAt, steps } = fold.plan;
  const out = arena.take().fill(progressAt[steps.length]!, 0, fold.count);
  if (fold.leftAt !== undefined) for (let i = 0; i < fold.count; i++) out[i] = progressAt[fold.leftAt[i]!]!;
  return out;
}
