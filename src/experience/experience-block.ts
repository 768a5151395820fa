import { logistic } from '../numerics/logistic';
import type { SegmentColumns } from '../sampling/segment-columns';
import type { Arena } from './arena';
import { openFold, type Circumstances, type Fold, type FoldNeeds } from './fold';
import { foldJourney } from './fold-journey';
import type { JourneyPlan } from './journey-plan';
import { clamped } from './live-unit';
import type { CurveBlock } from './memory/curve';
import { remember, type Remembered } from './memory/remember';
import type { OutcomeName } from './outcomes';
import { satisfactionColumn } from './satisfaction';

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
  const put = (name: OutcomeName, make: () => Float64Array | undefined): void => {
    const made = needs.outcomes.has(name) ? make() : undefined;
    if (made !== undefined) outcomes[name] = made;
  };
  put('clockDuration', () => fold.clock);
  put('perceivedDuration', () => fold.felt.total);
  put('waitingDuration', () => fold.waiting);
  putRemembered(put, remembered);
  put('disconfirmation', () => disconfirmation(plan, columns, arena, count, remembered.utility!));

  if (judges) {
    const satisfaction = judge(fold, true, remembered.utility!);
    put('satisfaction', () => satisfaction);
    putAnswers(put, plan, columns, arena, count, satisfaction, answers, recommends);
    if (returns) {
      const loyalty = loyaltyColumn(plan, columns, arena, count, lowerOf(arena, count, satisfaction, withoutFailures()));
      put('loyalty', () => loyalty);
      if (plan.returnValue !== undefined) put('value', () => scaled(arena, count, loyalty, plan.returnValue!));
    }
  }
  putThreeEs(put, fold, arena, count, remembered.utility);
  put('completed', () => completedColumn(fold, arena));
  put('failures', () => fold.failures ?? arena.take().fill(0, 0, count));
  put('progress', () => progressColumn(fold, arena));
  return { count, outcomes, fold, curve, leftAt: fold.leftAt };

  function withoutFailures(): Float64Array | undefined {
    if (!fold.failing) return undefined;
    const spared = run({ leaving: true, failing: false }, bare);
    const utility = remember(curveOf(spared), plan, columns, { utility: true, peak: false, end: false, mean: false }).utility!;
    return judge(spared, false, utility);
  }
}

type Put = (name: OutcomeName, make: () => Float64Array | undefined) => void;

function putRemembered(put: Put, remembered: Remembered): void {
  put('peakAffect', () => remembered.peak);
  put('endAffect', () => remembered.end);
  put('meanAffect', () => remembered.mean);
  put('rememberedUtility', () => remembered.utility);
}

/** What people answer: what they feel plus noise, within the scale; rounded half up only where NPS sorts them. */
function putAnswers(
  put: Put,
  plan: JourneyPlan,
  columns: SegmentColumns,
  arena: Arena,
  count: number,
  satisfaction: Float64Array,
  answers: boolean,
  recommends: boolean,
): void {
  if (answers) {
    const csat = answered(satisfaction, columns.column(plan.noise.satisfaction), count, arena, 0.04, 1);
    put('csat', () => csat);
    put('satisfied', () => atLeast(arena, count, csat, 4));
    put('delighted', () => atLeast(arena, count, csat, 4.5));
  }
  if (recommends) {
    const recommendation = answered(satisfaction, columns.column(plan.noise.recommendation), count, arena, 0.1, 0);
    put('recommendation', () => recommendation);
    put('nps', () => {
      const nps = arena.take();
      for (let i = 0; i < count; i++) {
        const answer = Math.floor(recommendation[i]! + 0.5);
        nps[i] = answer >= 9 ? 100 : answer <= 6 ? -100 : 0;
      }
      return nps;
    });
  }
}

function answered(
  satisfaction: Float64Array,
  noise: { readonly values: Float64Array; readonly mask: number },
  count: number,
  arena: Arena,
  factor: number,
  offset: number,
): Float64Array {
  const out = arena.take();
  for (let i = 0; i < count; i++) {
    const answer = satisfaction[i]! + noise.values[i & noise.mask]!;
    out[i] = offset + factor * (answer > 100 ? 100 : answer < 0 ? 0 : answer);
  }
  return out;
}

function atLeast(arena: Arena, count: number, values: Float64Array, least: number): Float64Array {
  const out = arena.take();
  for (let i = 0; i < count; i++) out[i] = values[i]! >= least ? 1 : 0;
  return out;
}

function disconfirmation(plan: JourneyPlan, columns: SegmentColumns, arena: Arena, count: number, utility: Float64Array): Float64Array {
  const expectation = columns.column(plan.expectation);
  const out = arena.take();
  for (let i = 0; i < count; i++) out[i] = clamped(utility[i]!) - expectation.values[i & expectation.mask]!;
  return out;
}

/** Recovery lifts satisfaction, not loyalty: it follows the lower of satisfaction with and without the failures. */
function lowerOf(arena: Arena, count: number, one: Float64Array, other: Float64Array | undefined): Float64Array {
  if (other === undefined) return one;
  const out = arena.take();
  for (let i = 0; i < count; i++) out[i] = other[i]! < one[i]! ? other[i]! : one[i]!;
  return out;
}

function loyaltyColumn(plan: JourneyPlan, columns: SegmentColumns, arena: Arena, count: number, satisfaction: Float64Array): Float64Array {
  const slope = columns.column(plan.loyalty.slope);
  const base = columns.column(plan.loyalty.base);
  const out = arena.take();
  for (let i = 0; i < count; i++) {
    out[i] = logistic(base.values[i & base.mask]! + (slope.values[i & slope.mask]! * (satisfaction[i]! - 50)) / 10);
  }
  return out;
}

function scaled(arena: Arena, count: number, values: Float64Array, factor: number): Float64Array {
  const out = arena.take();
  for (let i = 0; i < count; i++) out[i] = values[i]! * factor;
  return out;
}

/** Ease, effectiveness, emotion and their mean, each 0…100 (judgement). Ease stands only where a step names its effort. */
function putThreeEs(put: Put, fold: Fold, arena: Arena, count: number, utility: Float64Array | undefined): void {
  const effort = fold.effort;
  const ease = effort === undefined ? undefined : arena.take();
  if (effort !== undefined && ease !== undefined) {
    for (let i = 0; i < count; i++) {
      const mean =
        effort.seconds[i]! > 0 ? effort.weighted[i]! / effort.seconds[i]! : effort.lived[i]! > 0 ? effort.plain[i]! / effort.lived[i]! : 0;
      ease[i] = 100 - 10 * mean;
    }
  }
  put('ease', () => ease);
  let effectiveness: Float64Array | undefined;
  if (fold.needs.effectiveness) {
    effectiveness = arena.take().fill(100, 0, count);
    if (fold.success !== undefined) {
      const { tried, succeeded } = fold.success;
      for (let i = 0; i < count; i++) if (tried[i]! > 0) effectiveness[i] = (100 * succeeded[i]!) / tried[i]!;
    }
  }
  put('effectiveness', () => effectiveness);
  const emotion = utility === undefined ? undefined : arena.take();
  if (emotion !== undefined) for (let i = 0; i < count; i++) emotion[i] = 5 * (clamped(utility![i]!) + 10);
  put('emotion', () => emotion);
  put('index', () => {
    const index = arena.take();
    const present = [ease, effectiveness, emotion].filter((column) => column !== undefined);
    for (let i = 0; i < count; i++) {
      let sum = 0;
      for (let k = 0; k < present.length; k++) sum += present[k]![i]!;
      index[i] = sum / present.length;
    }
    return index;
  });
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
