import type { ExperienceBlock } from '../experience/experience-block';
import type { JourneyPlan } from '../experience/journey-plan';
import type { PlanDoubts } from '../experience/plan-doubts';
import { outcomeNames, type OutcomeName } from '../experience/outcomes';
import type { NumberReader, NumberWriter } from '../plain/number-record';
import type { Work } from '../plain/work';
import { PartStore } from '../statistics/part-store';
import type { QuantileRule, Room } from '../statistics/room';
import { ValueStore } from '../statistics/value-store';
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
  readonly outcomes = new Map<OutcomeName, OutcomeTally<ValueStore>>();
  #steps: StepTally | undefined;
  readonly #completers = new Map<OutcomeName, OutcomeTally>();
  /** Not negative for whoever completed; where everybody does, or values are only counted, nothing. */
  readonly #present: ValueStore;
  #completed = 0;
  #done = 0;

  readonly plan: JourneyPlan;

  constructor(
    readonly doubts: PlanDoubts,
    private readonly room: Room,
    gathering: Gathering,
  ) {
    this.plan = doubts.plan;
    this.#present = new ValueStore({ customers: room.customers, rule: 'exact' });
    this.#steps = gathering.interactions ? new StepTally(doubts, room) : undefined;
  }

  /** By the number of customers planned: a run that is stopped early keeps its rule. */
  get quantileRule(): QuantileRule {
    return this.room.rule;
  }

  /** Customers gathered so far. */
  get customers(): number {
    return this.#done;
  }

  /** Undefined where nobody asked for them, and once they are forgotten. */
  get steps(): StepTally | undefined {
    return this.#steps;
  }

  /** What every step was like is summed up, and nobody else will live it. */
  forgetSteps(): void {
    this.#steps?.release();
    this.#steps = undefined;
  }

  get bytes(): number {
    let bytes = this.#present.bytes + (this.steps?.bytes ?? 0);
    for (const tallies of [this.outcomes, this.#completers]) for (const tally of tallies.values()) bytes += tally.bytes;
    return bytes;
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
    this.#done += count;
  }

  save(to: NumberWriter): void {
    to.put(this.#done);
    to.put(this.#completed);
    this.#present.save(to);
    for (const tallies of [this.outcomes, this.#completers]) {
      to.put(tallies.size);
      for (const [name, tally] of tallies) {
        to.put(outcomeNames.indexOf(name));
        tally.save(to);
      }
    }
    this.steps?.save(to);
  }

  /** Adds what was saved of other customers, `at` being the place of the first of them. */
  join(from: NumberReader, at: number): void {
    this.#done += from.take();
    this.#completed += from.take();
    this.#present.join(from, at);
    for (const tallyOf of [this.#tally.bind(this), this.#completerTally.bind(this)]) {
      for (let left = from.take(); left > 0; left--) tallyOf(outcomeNames[from.take()]!).join(from, at);
    }
    this.steps?.join(from);
  }

  /** A block that was gathered before, as it was lived; only where every value is kept. */
  again(firstCustomer: number, count: number): Pick<ExperienceBlock, 'count' | 'outcomes' | 'present'> {
    const outcomes: { [Name in OutcomeName]?: Float64Array } = {};
    for (const [name, { store }] of this.outcomes) outcomes[name] = store.part(firstCustomer, count);
    return { count, outcomes, present: this.plan.canLeave ? this.#present.part(firstCustomer, count) : undefined };
  }

  /** Some could have lost patience, and nobody did. */
  get nobodyLeft(): boolean {
    return this.plan.patience !== undefined && this.#completed === this.#done && !this.doubts.basis('completed').certain;
  }

  /** Undefined where nobody can leave. */
  get completers(): CompleterTally | undefined {
    return this.plan.canLeave ? { count: this.#completed, outcomes: this.#completers } : undefined;
  }

  #tally(name: OutcomeName): OutcomeTally<ValueStore> {
    let tally = this.outcomes.get(name);
    if (tally === undefined) this.outcomes.set(name, (tally = new OutcomeTally(name, this.doubts, new ValueStore(this.room))));
    return tally;
  }

  #completerTally(name: OutcomeName): OutcomeTally {
    let tally = this.#completers.get(name);
    if (tally === undefined) {
      const part = new PartStore(this.#tally(name).store, this.#present);
      this.#completers.set(name, (tally = new OutcomeTally(name, this.doubts, part)));
    }
    return tally;
  }
}
