import { outcomeNames, type OutcomeName } from '../experience/outcomes';
import type { Gatherer, Lived } from '../simulation/run-study';
import { quantileRule, ValueStore } from '../statistics/value-store';
import type { SegmentTally } from '../summary/segment-tally';
import { DifferenceTally } from './difference-tally';

/** One variant of one segment against the baseline. */
export interface VariantTally {
  readonly differences: Map<OutcomeName, DifferenceTally>;
  /** Customers who completed both; undefined where nobody can leave either. */
  completedBoth: number | undefined;
  /** Not negative for whoever completed both; where values are only counted, nothing. */
  readonly completed: ValueStore;
}

/** Gathers every variant's differences from the first journey, for one segment. */
export class ComparisonTally implements Gatherer {
  readonly variants: readonly VariantTally[];
  readonly #completed: Float64Array;

  constructor(
    /** What is tallied of each journey, the baseline first. */
    readonly journeys: readonly SegmentTally[],
    private readonly customers: number,
    private readonly blockSize: number,
    private readonly margins: { readonly [Name in OutcomeName]?: number },
  ) {
    const [baseline, ...variants] = journeys;
    this.variants = variants.map(({ plan }) => {
      const leaves = plan.canLeave || baseline!.plan.canLeave;
      return {
        differences: new Map<OutcomeName, DifferenceTally>(),
        completedBoth: leaves ? 0 : undefined,
        completed: new ValueStore(leaves ? customers : 0),
      };
    });
    this.#completed = new Float64Array(blockSize);
  }

  add(lived: readonly Lived[], firstCustomer: number): void {
    const [baseline, ...variants] = lived;
    variants.forEach((variant, index) => {
      const tally = this.variants[index]!;
      const completed = this.#completedBoth(baseline!, variant, tally);
      for (const name of outcomeNames) {
        const before = baseline!.outcomes[name];
        const after = variant.outcomes[name];
        if (before === undefined || after === undefined) continue;
        let difference = tally.differences.get(name);
        if (difference === undefined) {
          difference = new DifferenceTally(name, this.customers, this.blockSize, this.margins[name] ?? 0, tally.completed);
          tally.differences.set(name, difference);
        }
        difference.add(before, after, completed, variant.count, firstCustomer);
      }
    });
  }

  #completedBoth(baseline: Lived, variant: Lived, tally: VariantTally): Float64Array | undefined {
    if (tally.completedBoth === undefined) return undefined;
    const completed = this.#completed;
    const before = baseline.present;
    const after = variant.present;
    for (let i = 0; i < variant.count; i++) {
      const both = (before === undefined || before[i]! >= 0) && (after === undefined || after[i]! >= 0);
      completed[i] = both ? 0 : -1;
      if (both) tally.completedBoth++;
    }
    if (quantileRule(this.customers) === 'exact') tally.completed.add(completed, variant.count);
    return completed;
  }
}
