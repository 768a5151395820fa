import type { ExperienceBlock } from '../experience/experience-block';
import type { JourneyPlan } from '../experience/journey-plan';
import { outcomeNames, type OutcomeName } from '../experience/outcomes';
import { chunkSize } from '../random/stream';
import type { SegmentColumns } from '../sampling/segment-columns';
import { OutcomeTally } from './outcome-tally';
import { StepTally } from './step-tally';

/** What of a study is gathered. */
export interface Gathering {
  readonly outcomes: ReadonlySet<OutcomeName>;
  readonly interactions: boolean;
}

/** All that is gathered of one segment, block by block. */
export class SegmentTally {
  readonly outcomes = new Map<OutcomeName, OutcomeTally>();
  readonly steps: StepTally | undefined;
  readonly #stayed: Uint8Array | undefined;
  #done = 0;

  constructor(
    readonly plan: JourneyPlan,
    private readonly planned: number,
    gathering: Gathering,
  ) {
    this.steps = gathering.interactions ? new StepTally(plan, planned) : undefined;
    this.#stayed = plan.canLeave ? new Uint8Array(planned) : undefined;
  }

  /** Customers gathered so far. */
  get customers(): number {
    return this.#done;
  }

  /** 1 for whoever completed; undefined where nobody can leave. */
  get stayed(): Uint8Array | undefined {
    return this.#stayed?.subarray(0, this.#done);
  }

  add(block: ExperienceBlock, columns: SegmentColumns, firstCustomer: number): void {
    for (const name of outcomeNames) {
      const column = block.outcomes[name];
      if (column === undefined) continue;
      let tally = this.outcomes.get(name);
      if (tally === undefined) this.outcomes.set(name, (tally = new OutcomeTally(name, this.planned)));
      tally.add(column, block.count, firstCustomer);
    }
    this.#done = firstCustomer + block.count;
    if (this.#stayed !== undefined && block.fold.present !== undefined) {
      for (let i = 0; i < block.count; i++) this.#stayed[firstCustomer + i] = block.fold.present[i]! < 0 ? 0 : 1;
    }
    this.steps?.add(block, columns, firstCustomer);
  }

  /** The same tallies over those only who completed. */
  completers(): { readonly share: number; readonly outcomes: ReadonlyMap<OutcomeName, OutcomeTally> } | undefined {
    const { stayed } = this;
    if (stayed === undefined) return undefined;
    let count = 0;
    for (let i = 0; i < stayed.length; i++) count += stayed[i]!;
    const outcomes = new Map<OutcomeName, OutcomeTally>();
    if (count > 0) {
      for (const [name, tally] of this.outcomes) outcomes.set(name, only(tally, stayed, count));
    }
    return { share: count / this.customers, outcomes };
  }
}

function only(tally: OutcomeTally, stayed: Uint8Array, count: number): OutcomeTally {
  const kept = new OutcomeTally(tally.name, count);
  const values = new Float64Array(count);
  let filled = 0;
  for (let i = 0; i < stayed.length; i++) if (stayed[i] === 1) values[filled++] = tally.values[i]!;
  for (let from = 0; from < count; from += chunkSize) {
    const size = Math.min(chunkSize, count - from);
    kept.add(values.subarray(from, from + size), size, from);
  }
  return kept;
}
