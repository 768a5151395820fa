import type { WeightedDifferences } from '../comparison/decide';
import { DifferenceTally, pairDifferences } from '../comparison/difference-tally';
import type { OutcomeName } from '../experience/outcomes';
import { chunkSize } from '../random/stream';
import type { Moments } from '../statistics/chunk-moments';
import type { Doubt } from '../statistics/doubt';
import { roomFor } from '../statistics/room';
import { ValueStore } from '../statistics/value-store';

/** The differences of one variant and segment under one set of assumptions, in sums. */
export type SetDifferences = Omit<WeightedDifferences, 'weight'>;

/** Verdicts need no quantiles, so no values are kept. */
const empty = /* @__PURE__ */ new ValueStore({ customers: 0, rule: 'exact' });

/** One variant and segment over all scenarios: each scenario's sums, and every customer's mean over those that count as parameter sets. */
export class PlaceTally {
  readonly scenarios: SetDifferences[] = [];
  readonly #customers: Float64Array;
  readonly #differences: Float64Array;
  readonly #open: (DifferenceTally | undefined)[] = [];

  constructor(
    private readonly outcome: OutcomeName,
    private readonly planned: number,
    private readonly margin: number,
    /** Scenarios `first … first + count` are the parameter sets. */
    private readonly first: number,
    private readonly count: number,
  ) {
    this.#customers = new Float64Array(planned);
    this.#differences = new Float64Array(Math.min(planned, chunkSize));
  }

  /** `doubt`: what the mean over all of them may be wrong by. */
  add(
    scenario: number,
    baseline: Float64Array,
    variant: Float64Array,
    count: number,
    firstCustomer: number,
    doubt: (moments: Moments) => Doubt,
  ): void {
    const tally = (this.#open[scenario] ??= new DifferenceTally(this.outcome, roomFor(this.planned), this.margin, empty));
    pairDifferences(this.#differences, baseline, variant, count);
    tally.add(this.#differences, undefined, count, firstCustomer);
    if (scenario >= this.first && scenario < this.first + this.count) {
      for (let i = 0; i < count; i++) this.#customers[firstCustomer + i]! += (variant[i]! - baseline[i]!) / this.count;
    }
    if (tally.customers < this.planned) return;
    const { moments, balance } = tally;
    this.scenarios[scenario] = { ...moments, doubt: doubt(moments), balance };
    this.#open[scenario] = undefined;
  }

  /**
   * The mean square that is left once every customer and every parameter set has its own mean: how far a set's mean differs from others by
   * the luck of which customers were drawn. Customers and sets are crossed, so this is the two-way analysis of variance.
   */
  residual(): number {
    const { planned, count } = this;
    if (planned < 2 || count < 2) return 0;
    const sets = this.scenarios.slice(this.first, this.first + count);
    const mean = sets.reduce((sum, set) => sum + set.mean / count, 0);
    let within = 0;
    for (const { spread } of sets) within += spread;
    let ofCustomers = 0;
    for (let i = 0; i < planned; i++) ofCustomers += (this.#customers[i]! - mean) * (this.#customers[i]! - mean);
    return Math.max(0, (within - count * ofCustomers) / ((planned - 1) * (count - 1)));
  }
}
