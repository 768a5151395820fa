import type { SegmentColumns } from '../sampling/segment-columns';
import { putAnswers } from './answers';
import type { Arena } from '../sampling/arena';
import { clamped } from './clamped';
import type { JourneyPlan } from './journey-plan';
import { fillSlots } from './living/fill-slots';
import { Life, meanEffortOf, type Circumstances } from './living/life';
import { liveJourney } from './living/live-journey';
import { StepColumns } from './living/step-columns';
import { lowerOf, loyaltyColumn } from './loyalty';
import { Remembering } from './memory/remember';
import type { OutcomeName, RecordOutcome } from './outcomes';
import { satisfactionColumn } from './satisfaction';
import { putThreeEs } from './three-es';

/** What a block of customers went through: one column an outcome. Scratch: read it before the next block. */
export interface ExperienceBlock {
  readonly count: number;
  readonly outcomes: { readonly [Name in OutcomeName]?: Float64Array };
  /** 0 for whoever completed, −1 for whoever left. Undefined: nobody can leave. */
  readonly present: Float64Array | undefined;
  /** Step at which each left; the number of steps for those who completed. Undefined: nobody can leave. */
  readonly leftAt: Float64Array | undefined;
  /** Step by step, and the steps in which each customer's worst and best lie, as far as the peak is made of them, −1 for none; where they were asked for. */
  readonly steps: readonly StepColumns[] | undefined;
  readonly worstStep: Float64Array | undefined;
  readonly bestStep: Float64Array | undefined;
}

/** Which columns to make, worked out once from the outcomes that were asked for. */
export interface ExperienceNeeds {
  readonly outcomes: ReadonlySet<OutcomeName>;
  readonly steps: boolean;
}

const everything: Circumstances = { leaving: true, failing: true };
const staying: Circumstances = { leaving: false, failing: true };
const spared: Circumstances = { leaving: true, failing: false };
const neither: Circumstances = { leaving: false, failing: false };

/** What satisfaction is judged by. */
interface Judged {
  readonly utility: Float64Array;
  readonly clock: Float64Array;
  readonly felt: Float64Array;
}

/** One journey of one segment, lived block by block. */
export class Experience {
  readonly #life: Life;
  readonly #steps: readonly StepColumns[] | undefined;
  /** Counterfactual lives; their steps are nobody's. */
  readonly #other: Life;
  readonly #remembering: Remembering;
  readonly #otherRemembering: Remembering;
  readonly #wants: ReadonlySet<OutcomeName>;
  readonly #judges: boolean;
  readonly #answers: boolean;
  readonly #recommends: boolean;
  readonly #returns: boolean;
  /** Whoever leaves is charged for the lateness and slowness of the whole journey: leaving must not look quick. */
  readonly #charges: boolean;

  constructor(
    readonly plan: JourneyPlan,
    private readonly columns: SegmentColumns,
    { outcomes, steps }: ExperienceNeeds,
    private readonly arena: Arena,
  ) {
    const wants = (...names: OutcomeName[]): boolean => names.some((name) => outcomes.has(name));
    this.#wants = outcomes;
    this.#answers = wants('csat', 'nps', 'satisfied', 'delighted');
    this.#recommends = wants('recommendation', 'nps');
    this.#returns = wants('loyalty', 'value');
    this.#judges = wants('satisfaction') || this.#answers || this.#recommends || this.#returns;
    const slowness = this.#judges && plan.expectedSeconds !== undefined;
    this.#charges = (this.#judges && plan.promiseSeconds !== undefined) || slowness;
    const felt = wants('perceivedDuration') || slowness;
    const index = wants('index');
    this.#steps = steps ? plan.steps.map((step) => new StepColumns(plan, step)) : undefined;
    this.#life = new Life(
      plan,
      {
        felt: felt || steps,
        ease: (index || wants('ease')) && plan.hasEffort,
        effectiveness: index || wants('effectiveness'),
      },
      this.#steps,
    );
    this.#other = new Life(plan, { felt: slowness, ease: false, effectiveness: false }, undefined);
    const utility = this.#judges || index || wants('rememberedUtility', 'disconfirmation', 'emotion');
    this.#remembering = new Remembering(plan, {
      utility,
      // Where the peak falls is told step by step.
      peak: wants('peakAffect') || steps,
      end: wants('endAffect'),
      mean: wants('meanAffect'),
    });
    this.#otherRemembering = new Remembering(plan, { utility: true, peak: false, end: false, mean: false });
  }

  /** Lives a block of customers through the journey and asks them. The columns must stand at that block. */
  live(count: number): ExperienceBlock {
    const { plan, columns, arena } = this;
    const life = this.#life;
    const remembering = this.#remembering;
    fillSlots(plan, columns, life.needs);
    remembering.fill(columns);
    this.#steps?.forEach((step) => step.begin(arena));

    const column = (): Float64Array => arena.take();
    const wants = (...names: OutcomeName[]): boolean => names.some((name) => this.#wants.has(name));
    const [clock, felt, utility] = [column(), column(), column()];
    const waiting = wants('waitingDuration') ? column() : undefined;
    const peak = wants('peakAffect') ? column() : undefined;
    const end = wants('endAffect') ? column() : undefined;
    const mean = wants('meanAffect') ? column() : undefined;
    const failures = plan.canFail || wants('failures') ? column() : undefined;
    const leftAt = plan.canLeave ? column() : undefined;
    const present = plan.canLeave ? column() : undefined;
    const worstStep = life.steps === undefined ? undefined : column();
    const bestStep = life.steps === undefined ? undefined : column();
    const ease = life.needs.ease ? column() : undefined;
    const effectiveness = life.needs.effectiveness ? column() : undefined;
    for (let place = 0; place < count; place++) {
      liveJourney(life, place, everything);
      remembering.remember(life.curve, place);
      clock[place] = life.clock;
      felt[place] = life.felt;
      utility[place] = remembering.utility;
      if (waiting !== undefined) waiting[place] = life.waiting;
      if (peak !== undefined) peak[place] = remembering.peak;
      if (end !== undefined) end[place] = remembering.end;
      if (mean !== undefined) mean[place] = remembering.mean;
      if (failures !== undefined) failures[place] = life.failures;
      if (leftAt !== undefined) leftAt[place] = life.leftAt;
      if (present !== undefined) present[place] = life.present ? 0 : -1;
      if (worstStep !== undefined) {
        remembering.locate(life.curve);
        worstStep[place] = remembering.worstStep;
        bestStep![place] = remembering.bestStep;
      }
      if (ease !== undefined) ease[place] = 100 - 10 * meanEffortOf(life);
      if (effectiveness !== undefined) effectiveness[place] = life.tried > 0 ? (100 * life.succeeded) / life.tried : 100;
    }

    const outcomes: { [Name in OutcomeName]?: Float64Array } = {};
    const record: RecordOutcome = (name, make) => {
      const made = this.#wants.has(name) ? make() : undefined;
      if (made !== undefined) outcomes[name] = made;
    };
    record('clockDuration', () => clock);
    record('perceivedDuration', () => felt);
    record('waitingDuration', () => waiting);
    record('peakAffect', () => peak);
    record('endAffect', () => end);
    record('meanAffect', () => mean);
    record('rememberedUtility', () => utility);
    record('disconfirmation', () => disconfirmation(plan, columns, arena, count, utility));
    if (this.#judges) {
      const satisfaction = this.#satisfaction(count, this.#charged(count, { utility, clock, felt }, present, staying));
      record('satisfaction', () => satisfaction);
      putAnswers(record, plan, columns, arena, count, satisfaction, this.#answers, this.#recommends);
      if (this.#returns) {
        const lower = lowerOf(arena, count, satisfaction, this.#withoutFailures(count, { utility, clock, felt }, failures, present));
        const loyalty = loyaltyColumn(plan, columns, arena, count, lower);
        record('loyalty', () => loyalty);
        if (plan.returnValue !== undefined) record('value', () => scaled(arena, count, loyalty, plan.returnValue!));
      }
    }
    putThreeEs(record, arena, count, { ease, effectiveness, utility });
    record('completed', () => completedColumn(arena, count, present));
    record('failures', () => failures);
    record('progress', () => progressColumn(plan, arena, count, leftAt));
    return { count, outcomes, present, leftAt, steps: this.#steps, worstStep, bestStep };
  }

  #satisfaction(count: number, judged: Judged): Float64Array {
    return satisfactionColumn(this.plan, this.columns, this.arena, count, judged);
  }

  /** The same with the clock and felt time of the whole journey for whoever left. */
  #charged(count: number, judged: Judged, present: Float64Array | undefined, circumstances: Circumstances): Judged {
    if (!this.#charges || present === undefined) return judged;
    const clock = this.#copy(judged.clock, count);
    const felt = this.#copy(judged.felt, count);
    const other = this.#other;
    for (let place = 0; place < count; place++) {
      if (present[place]! >= 0) continue;
      liveJourney(other, place, circumstances);
      clock[place] = other.clock;
      felt[place] = other.felt;
    }
    return { utility: judged.utility, clock, felt };
  }

  /** Satisfaction had nothing failed; only those whose life a failure touched live it otherwise. Undefined: nothing can fail. */
  #withoutFailures(
    count: number,
    judged: Judged,
    failures: Float64Array | undefined,
    present: Float64Array | undefined,
  ): Float64Array | undefined {
    if (!this.plan.canFail) return undefined;
    const utility = this.#copy(judged.utility, count);
    const clock = this.#copy(judged.clock, count);
    const felt = this.#copy(judged.felt, count);
    const stays = present === undefined ? undefined : this.#copy(present, count);
    const other = this.#other;
    this.#otherRemembering.fill(this.columns);
    for (let place = 0; place < count; place++) {
      if (failures![place] === 0) continue;
      liveJourney(other, place, spared);
      this.#otherRemembering.remember(other.curve, place);
      utility[place] = this.#otherRemembering.utility;
      clock[place] = other.clock;
      felt[place] = other.felt;
      if (stays !== undefined) stays[place] = other.present ? 0 : -1;
    }
    return this.#satisfaction(count, this.#charged(count, { utility, clock, felt }, stays, neither));
  }

  #copy(column: Float64Array, count: number): Float64Array {
    const out = this.arena.take();
    for (let place = 0; place < count; place++) out[place] = column[place]!;
    return out;
  }
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

function completedColumn(arena: Arena, count: number, present: Float64Array | undefined): Float64Array {
  const out = arena.take().fill(1, 0, count);
  if (present !== undefined) for (let i = 0; i < count; i++) if (present[i]! < 0) out[i] = 0;
  return out;
}

function progressColumn({ progressAt, steps }: JourneyPlan, arena: Arena, count: number, leftAt: Float64Array | undefined): Float64Array {
  const out = arena.take().fill(progressAt[steps.length]!, 0, count);
  if (leftAt !== undefined) for (let i = 0; i < count; i++) out[i] = progressAt[leftAt[i]!]!;
  return out;
}
