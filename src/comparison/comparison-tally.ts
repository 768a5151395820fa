import { outcomeNames, type OutcomeName } from '../experience/outcomes';
import type { ExperienceBlock } from '../experience/experience-block';
import type { ResolvedStudy } from '../simulation/read-study';
import type { SegmentRun } from '../simulation/run-block';
import type { Gatherer } from '../simulation/run-study';
import { SegmentTally } from '../summary/segment-tally';
import { DifferenceTally } from './difference-tally';

/** One variant of one segment against the baseline. */
export interface VariantTally {
  readonly differences: Map<OutcomeName, DifferenceTally>;
  /** Customers who completed both; undefined where nobody can leave either. */
  completedBoth: number | undefined;
}

/** Gathers every journey of one segment, and every variant's differences from the first. */
export class ComparisonTally implements Gatherer {
  readonly journeys: readonly SegmentTally[];
  readonly variants: readonly VariantTally[];
  readonly #completed: Float64Array;

  constructor(
    run: SegmentRun,
    study: ResolvedStudy,
    private readonly customers: number,
    private readonly margins: { readonly [Name in OutcomeName]?: number },
  ) {
    this.journeys = run.doubts.map((doubts) => new SegmentTally(doubts, customers, study));
    const [baseline, ...variants] = run.plans;
    this.variants = variants.map((plan) => ({
      differences: new Map(),
      completedBoth: plan.canLeave || baseline!.canLeave ? 0 : undefined,
    }));
    this.#completed = new Float64Array(run.blockSize);
  }

  add(lived: readonly ExperienceBlock[], run: SegmentRun, firstCustomer: number): void {
    const [baseline, ...variants] = lived;
    lived.forEach((block, index) => this.journeys[index]!.add(block, run.columns, firstCustomer));
    variants.forEach((variant, index) => {
      const tally = this.variants[index]!;
      const completed = this.#completedBoth(baseline!, variant, tally);
      for (const name of outcomeNames) {
        const before = baseline!.outcomes[name];
        const after = variant.outcomes[name];
        if (before === undefined || after === undefined) continue;
        let difference = tally.differences.get(name);
        if (difference === undefined) {
          difference = new DifferenceTally(name, this.customers, run.blockSize, this.margins[name] ?? 0);
          tally.differences.set(name, difference);
        }
        difference.add(before, after, completed, variant.count, firstCustomer);
      }
    });
  }

  #completedBoth(baseline: ExperienceBlock, variant: ExperienceBlock, tally: VariantTally): Float64Array | undefined {
    if (tally.completedBoth === undefined) return undefined;
    const completed = this.#completed;
    const before = baseline.present;
    const after = variant.present;
    for (let i = 0; i < variant.count; i++) {
      const both = (before === undefined || before[i]! >= 0) && (after === undefined || after[i]! >= 0);
      completed[i] = both ? 0 : -1;
      if (both) tally.completedBoth++;
    }
    return completed;
  }
}
