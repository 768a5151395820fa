import type { ExperienceBlock } from '../experience/experience-block';
import type { JourneyPlan } from '../experience/journey-plan';
import type { PlanDoubts } from '../experience/plan-doubts';
import { outcomeNames, type OutcomeName } from '../experience/outcomes';
import type { Work } from '../plain/work';
import { PartStore } from '../statistics/part-store';
import { quantileRule, ValueStore } from '../statistics/value-store';
import { OutcomeTally } from './outcome-tally';
import { StepTally } from './step-tally';

/** What adding a value takes, in customers × steps. */
export const addingWork = 0.1;

/** What of a study is gathered. */
export interface Gathering {
  readonly outcomes: ReadonlySet<OutcomeName>;
  readonly interactions: boolean;
}

/** The same outcomes over those only who completed. */
export interface CompleterTally {
  readonly count: number;
  readonly outcomes: ReadonlyMap<OutcomeName, OutcomeTally>;
}

/** All that is gathered of one segment, block by block. */
export class SegmentTally {
  readonly outcomes = new Map<OutcomeName, OutcomeTally>();
  readonly steps: StepTally | undefined;
  readonly #completers = new Map<OutcomeName, OutcomeTally>();
  /** Not negative for whoever completed; where everybody does, or values are only counted, nothing. */
  readonly #present: ValueStore;
  #completed = 0;
  #done = 0;

  readonly plan: JourneyPlan;

  constructor(
    readonly doubts: PlanDoubts,
    private planned: number,
    gathering: Gathering,
  ) {
    this.plan = doubts.plan;
    this.#present = new ValueStore(this.plan.canLeave ? planned : 0);
    this.steps = gathering.interactions ? new StepTally(doubts, planned) : undefined;
  }

  /** By the number of customers planned: a run that is stopped early keeps its rule. */
  get quantileRule(): 'exact' | 'histogram' {
    return quantileRule(this.planned);
  }

  /** Customers gathered so far. */
  get customers(): number {
    return this.#done;
  }

  get bytes(): number {
    let bytes = this.#present.bytes + (this.steps?.bytes ?? 0);
    for (const tallies of [this.outcomes, this.#completers]) for (const tally of tallies.values()) bytes += tally.bytes;
    return bytes;
  }

  /** Makes room for more customers, under the same rule. */
  extend(planned: number): void {
    this.planned = planned;
    if (this.plan.canLeave) this.#present.extend(planned);
    this.steps?.extend(planned);
    for (const tallies of [this.outcomes, this.#completers]) for (const tally of tallies.values()) tally.extend(planned);
  }

  *add(block: ExperienceBlock, firstCustomer: number): Work<void> {
    const { present, count } = block;
    for (const name of outcomeNames) {
      const column = block.outcomes[name];
      if (column === undefined) continue;
      this.#tally(name).add(column, count, firstCustomer);
      if (present !== undefined) this.#completerTally(name).add(column, count, firstCustomer, present);
      yield count * addingWork;
    }
    if (this.steps !== undefined) yield* this.steps.add(block, firstCustomer);
    if (present !== undefined) {
      for (let i = 0; i < count; i++) if (present[i]! >= 0) this.#completed++;
      if (this.quantileRule === 'exact') this.#present.add(present, count);
    }
    this.#done = firstCustomer + count;
  }

  /** A block that was gathered before, as it was lived; only where every value is kept. */
  again(firstCustomer: number, count: number): Pick<ExperienceBlock, 'count' | 'outcomes' | 'present'> {
    const part = ({ values }: { readonly values: Float64Array | undefined }): Float64Array =>
      values!.subarray(firstCustomer, firstCustomer + count);
    const outcomes: { [Name in OutcomeName]?: Float64Array } = {};
    for (const [name, tally] of this.outcomes) outcomes[name] = part(tally);
    return { count, outcomes, present: this.plan.canLeave ? part(this.#present) : undefined };
  }

  /** Some could have lost patience, and nobody did. */
  get nobodyLeft(): boolean {
    return this.plan.patience !== undefined && this.#completed === this.#done && !this.doubts.basis('completed').certain;
  }

  /** Undefined where nobody can leave. */
  get completers(): CompleterTally | undefined {
    return this.plan.canLeave ? { count: this.#completed, outcomes: this.#completers } : undefined;
  }

  #tally(name: OutcomeName): OutcomeTally {
    let tally = this.outcomes.get(name);
    if (tally === undefined) this.outcomes.set(name, (tally = new OutcomeTally(name, this.planned, this.doubts)));
    return tally;
  }

  #completerTally(name: OutcomeName): OutcomeTally {
    let tally = this.#completers.get(name);
    if (tally === undefined) {
      const part = new PartStore(this.#tally(name).store as ValueStore, this.#present, this.planned);
      this.#completers.set(name, (tally = new OutcomeTally(name, this.planned, this.doubts, part)));
    }
    return tally;
  }
}
