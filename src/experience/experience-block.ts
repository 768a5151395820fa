import type { Work } from '../plain/work';
import type { SegmentColumns } from '../sampling/segment-columns';
import { putAnswers } from './answers';
import type { Arena } from '../sampling/arena';
import { clamped } from './clamped';
import type { JourneyPlan } from './journey-plan';
import { fillSlots } from './living/fill-slots';
import { LivedColumns } from './lived-columns';
import { Life, type Circumstances } from './living/life';
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

/** A piece of living: with everything asked for, a few milliseconds. */
const pieceWork = 8192;

/** What room for a step's figures takes. */
const beginWork = 50;

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
  readonly #lived: LivedColumns;
  readonly #steps: readonly StepColumns[] | undefined;
  readonly #remembering: Remembering;
  /** Counterfactual lives, made when somebody lives one; their steps are nobody's. */
  #other: Life | undefined;
  #otherRemembering: Remembering | undefined;
  readonly #slowness: boolean;
  readonly #wants: ReadonlySet<OutcomeName>;
  readonly #judges: boolean;
  readonly #answers: boolean;
  readonly #recommends: boolean;
  readonly #returns: boolean;
  /** Whoever leaves is charged for the lateness and slowness of the whole journey: leaving must not look quick. */
  readonly #charges: boolean;
  /** Customers lived without a pause. */
  readonly #atOnce: number;

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
    this.#slowness = slowness;
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
    this.#lived = new LivedColumns(plan, outcomes, this.#life);
    this.#atOnce = Math.max(1, Math.floor(pieceWork / plan.steps.length));
    const utility = this.#judges || index || wants('rememberedUtility', 'disconfirmation', 'emotion');
    this.#remembering = new Remembering(plan, {
      utility,
      // Where the peak falls is told step by step.
      peak: wants('peakAffect') || steps,
      end: wants('endAffect'),
      mean: wants('meanAffect'),
    });
  }

  /** Lives a block of customers through the journey and asks them. The columns must stand at that block. */
  *live(count: number): Work<ExperienceBlock> {
    const { plan, columns, arena } = this;
    const life = this.#life;
    const lived = this.#lived;
    yield* fillSlots(plan, columns, life.needs, count);
    this.#remembering.fill(columns);
    lived.fill(columns);
    for (const step of this.#steps ?? []) {
      step.begin(columns, arena);
      yield beginWork;
    }
    lived.begin(arena);
    yield* this.#each(count, (place) => {
      liveJourney(life, place, everything);
      this.#remembering.remember(life.curve, place);
      lived.put(place, this.#remembering);
    });

    const outcomes: { [Name in OutcomeName]?: Float64Array } = {};
    const record: RecordOutcome = (name, make) => {
      const made = this.#wants.has(name) ? make() : undefined;
      if (made !== undefined) outcomes[name] = made;
    };
    record('clockDuration', () => lived.clock);
    record('perceivedDuration', () => lived.felt);
    record('waitingDuration', () => lived.waiting);
    record('peakAffect', () => lived.peak);
    record('endAffect', () => lived.end);
    record('meanAffect', () => lived.mean);
    record('rememberedUtility', () => lived.utility);
    record('disconfirmation', () => disconfirmation(plan, columns, arena, count, lived.utility));
    if (this.#judges) {
      const satisfaction = this.#satisfaction(count, yield* this.#charged(count, lived, lived.present, staying));
      record('satisfaction', () => satisfaction);
      putAnswers(record, plan, columns, arena, count, satisfaction, this.#answers, this.#recommends);
      if (this.#returns) {
        const lower = lowerOf(arena, count, satisfaction, yield* this.#withoutFailures(count));
        const loyalty = loyaltyColumn(plan, columns, arena, count, lower);
        record('loyalty', () => loyalty);
        if (plan.returnValue !== undefined) record('value', () => scaled(arena, count, loyalty, plan.returnValue!));
      }
    }
    putThreeEs(record, arena, count, lived);
    record('completed', () => completedColumn(arena, count, lived.present));
    record('failures', () => lived.failures);
    record('progress', () => progressColumn(plan, arena, count, lived.leftAt));
    const { present, leftAt, worstStep, bestStep } = lived;
    return { count, outcomes, present, leftAt, steps: this.#steps, worstStep, bestStep };
  }

  /** Goes to the customers of a block one after the other, with pauses. */
  *#each(count: number, visit: (place: number) => void): Work<void> {
    for (let from = 0; from < count; from += this.#atOnce) {
      const to = Math.min(count, from + this.#atOnce);
      for (let place = from; place < to; place++) visit(place);
      yield (to - from) * this.plan.steps.length;
    }
  }

  #otherLife(): Life {
    return (this.#other ??= new Life(this.plan, { felt: this.#slowness, ease: false, effectiveness: false }, undefined));
  }

  #satisfaction(count: number, judged: Judged): Float64Array {
    return satisfactionColumn(this.plan, this.columns, this.arena, count, judged);
  }

  /** The same with the clock and felt time of the whole journey for whoever left. */
  *#charged(count: number, judged: Judged, present: Float64Array | undefined, circumstances: Circumstances): Work<Judged> {
    if (!this.#charges || present === undefined) return judged;
    const clock = this.#copy(judged.clock, count);
    const felt = this.#copy(judged.felt, count);
    const other = this.#otherLife();
    yield* this.#each(count, (place) => {
      if (present[place]! >= 0) return;
      liveJourney(other, place, circumstances);
      clock[place] = other.clock;
      felt[place] = other.felt;
    });
    return { utility: judged.utility, clock, felt };
  }

  /** Satisfaction had nothing failed; only those whose life a failure touched live it otherwise. Undefined: nothing can fail. */
  *#withoutFailures(count: number): Work<Float64Array | undefined> {
    if (!this.plan.canFail) return undefined;
    const lived = this.#lived;
    const utility = this.#copy(lived.utility, count);
    const clock = this.#copy(lived.clock, count);
    const felt = this.#copy(lived.felt, count);
    const stays = lived.present === undefined ? undefined : this.#copy(lived.present, count);
    const other = this.#otherLife();
    const remembering = (this.#otherRemembering ??= new Remembering(this.plan, { utility: true, peak: false, end: false, mean: false }));
    remembering.fill(this.columns);
    yield* this.#each(count, (place) => {
      if (lived.failures![place] === 0) return;
      liveJourney(other, place, spared);
      remembering.remember(other.curve, place);
      utility[place] = remembering.utility;
      clock[place] = other.clock;
      felt[place] = other.felt;
      if (stays !== undefined) stays[place] = other.present ? 0 : -1;
    });
    return this.#satisfaction(count, yield* this.#charged(count, { utility, clock, felt }, stays, neither));
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
