import type { Arena } from '../sampling/arena';
import type { SegmentColumns } from '../sampling/segment-columns';
import type { JourneyPlan } from './journey-plan';
import { EffortMemory } from './effort';
import type { Life } from './living/life';
import type { Remembering } from './memory/remember';
import type { OutcomeName } from './outcomes';

const nothing: Float64Array = new Float64Array(0);

/** What the lives of a block leave: one column each, where somebody asks for it. Scratch of an arena. */
export class LivedColumns {
  clock = nothing;
  felt = nothing;
  utility = nothing;
  waiting: Float64Array | undefined;
  peak: Float64Array | undefined;
  end: Float64Array | undefined;
  mean: Float64Array | undefined;
  failures: Float64Array | undefined;
  /** Step at which each left; the number of steps for those who completed. Undefined: nobody can leave. */
  leftAt: Float64Array | undefined;
  /** 0 for whoever completed, −1 for whoever left. Undefined: nobody can leave. */
  present: Float64Array | undefined;
  /** The steps in which each customer's worst and best lie, as far as the peak is made of them, −1 for none. */
  worstStep: Float64Array | undefined;
  bestStep: Float64Array | undefined;
  ease: Float64Array | undefined;
  effectiveness: Float64Array | undefined;
  readonly #effort: EffortMemory;

  constructor(
    private readonly plan: JourneyPlan,
    private readonly outcomes: ReadonlySet<OutcomeName>,
    private readonly life: Life,
  ) {
    this.#effort = new EffortMemory(life);
  }

  /** Fills every column that it reads. */
  fill(columns: SegmentColumns): void {
    this.#effort.fill(columns);
  }

  begin(arena: Arena): void {
    const { plan, outcomes, life } = this;
    const column = (wanted: boolean): Float64Array | undefined => (wanted ? arena.take() : undefined);
    this.clock = arena.take();
    this.felt = arena.take();
    this.utility = arena.take();
    this.waiting = column(outcomes.has('waitingDuration'));
    this.peak = column(outcomes.has('peakAffect'));
    this.end = column(outcomes.has('endAffect'));
    this.mean = column(outcomes.has('meanAffect'));
    this.failures = column(plan.canFail || outcomes.has('failures'));
    this.leftAt = column(plan.canLeave);
    this.present = column(plan.canLeave);
    this.worstStep = column(life.steps !== undefined);
    this.bestStep = column(life.steps !== undefined);
    this.ease = column(life.needs.ease);
    this.effectiveness = column(life.needs.effectiveness);
  }

  /** The life just lived, and what is remembered of it. */
  put(place: number, remembering: Remembering): void {
    const { life } = this;
    this.clock[place] = life.clock;
    this.felt[place] = life.felt;
    this.utility[place] = remembering.utility;
    if (this.waiting !== undefined) this.waiting[place] = life.waiting;
    if (this.peak !== undefined) this.peak[place] = remembering.peak;
    if (this.end !== undefined) this.end[place] = remembering.end;
    if (this.mean !== undefined) this.mean[place] = remembering.mean;
    if (this.failures !== undefined) this.failures[place] = life.failures;
    if (this.leftAt !== undefined) this.leftAt[place] = life.leftAt;
    if (this.present !== undefined) this.present[place] = life.present ? 0 : -1;
    if (this.worstStep !== undefined) {
      remembering.locate(life.curve);
      this.worstStep[place] = remembering.worstStep;
      this.bestStep![place] = remembering.bestStep;
    }
    if (this.ease !== undefined) this.ease[place] = 100 - 10 * this.#effort.of(life, place);
    if (this.effectiveness !== undefined) this.effectiveness[place] = life.tried > 0 ? (100 * life.succeeded) / life.tried : 100;
  }
}
