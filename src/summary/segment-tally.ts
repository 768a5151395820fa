import type { ExperienceBlock } from '../experience/experience-block';
import type { JourneyPlan } from '../experience/journey-plan';
import type { PlanDoubts } from '../experience/plan-doubts';
import { outcomeNames, type OutcomeName } from '../experience/outcomes';
import type { SegmentColumns } from '../sampling/segment-columns';
import { quantileRule } from '../statistics/value-store';
import { OutcomeTally } from './outcome-tally';
import { StepTally } from './step-tally';

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
  #completed = 0;
  #done = 0;

  readonly plan: JourneyPlan;

  constructor(
    readonly doubts: PlanDoubts,
    private readonly planned: number,
    gathering: Gathering,
  ) {
    this.plan = doubts.plan;
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

  add(block: ExperienceBlock, columns: SegmentColumns, firstCustomer: number): void {
    const { present } = block;
    for (const name of outcomeNames) {
      const column = block.outcomes[name];
      if (column === undefined) continue;
      this.#tally(this.outcomes, name).add(column, block.count, firstCustomer);
      if (present !== undefined) this.#tally(this.#completers, name).add(column, block.count, firstCustomer, present);
    }
    this.#done = firstCustomer + block.count;
    if (present !== undefined) for (let i = 0; i < block.count; i++) if (present[i]! >= 0) this.#completed++;
    this.steps?.add(block, columns, firstCustomer);
  }

  /** Some could have lost patience, and nobody did. */
  get nobodyLeft(): boolean {
    return this.plan.patience !== undefined && this.#completed === this.#done && !this.doubts.basis('completed').certain;
  }

  /** Undefined where nobody can leave. */
  get completers(): CompleterTally | undefined {
    return this.plan.canLeave ? { count: this.#completed, outcomes: this.#completers } : undefined;
  }

  #tally(tallies: Map<OutcomeName, OutcomeTally>, name: OutcomeName): OutcomeTally {
    let tally = tallies.get(name);
    if (tally === undefined) tallies.set(name, (tally = new OutcomeTally(name, this.planned, this.doubts)));
    return tally;
  }
}
