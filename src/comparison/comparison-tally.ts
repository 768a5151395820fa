import { outcomeNames, type OutcomeName } from '../experience/outcomes';
import type { NumberReader, NumberWriter } from '../plain/number-record';
import type { Gatherer, Lived } from '../simulation/run-study';
import type { Arena } from '../sampling/arena';
import type { Room } from '../statistics/room';
import { ValueStore } from '../statistics/value-store';
import type { SegmentTally } from '../summary/segment-tally';
import { DifferenceTally, pairDifferences } from './difference-tally';

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

  constructor(
    /** What is tallied of each journey, the baseline first. */
    readonly journeys: readonly SegmentTally[],
    private readonly room: Room,
    /** Where customers live, which has room for what is worked out of a block of them. */
    private readonly arena: Arena,
    private readonly margins: { readonly [Name in OutcomeName]?: number },
  ) {
    const [baseline, ...variants] = journeys;
    this.variants = variants.map(({ plan }) => {
      const leaves = plan.canLeave || baseline!.plan.canLeave;
      return {
        differences: new Map<OutcomeName, DifferenceTally>(),
        completedBoth: leaves ? 0 : undefined,
        completed: new ValueStore({ customers: room.customers, rule: 'exact' }),
      };
    });
  }

  add(lived: readonly Lived[], firstCustomer: number): void {
    const [baseline, ...variants] = lived;
    const mark = this.arena.mark();
    const differences = this.arena.take();
    const room = this.arena.take();
    variants.forEach((variant, index) => {
      const tally = this.variants[index]!;
      const completed = this.#completedBoth(baseline!, variant, tally, room);
      for (const name of outcomeNames) {
        const before = baseline!.outcomes[name];
        const after = variant.outcomes[name];
        if (before === undefined || after === undefined) continue;
        pairDifferences(differences, before, after, variant.count);
        this.#difference(tally, name).add(differences, completed, variant.count, firstCustomer);
      }
    });
    this.arena.release(mark);
  }

  #difference({ differences, completed }: VariantTally, name: OutcomeName): DifferenceTally {
    let difference = differences.get(name);
    if (difference === undefined) {
      difference = new DifferenceTally(name, this.room, this.margins[name] ?? 0, completed);
      differences.set(name, difference);
    }
    return difference;
  }

  save(to: NumberWriter): void {
    for (const { differences, completedBoth, completed } of this.variants) {
      to.put(completedBoth ?? 0);
      completed.save(to);
      to.put(differences.size);
      for (const [name, difference] of differences) {
        to.put(outcomeNames.indexOf(name));
        difference.save(to);
      }
    }
  }

  /** Adds what was saved of other customers, `at` being the place of the first of them. */
  join(from: NumberReader, at: number): void {
    for (const tally of this.variants) {
      const completedBoth = from.take();
      if (tally.completedBoth !== undefined) tally.completedBoth += completedBoth;
      tally.completed.join(from, at);
      for (let left = from.take(); left > 0; left--) this.#difference(tally, outcomeNames[from.take()]!).join(from, at);
    }
  }

  #completedBoth(baseline: Lived, variant: Lived, tally: VariantTally, completed: Float64Array): Float64Array | undefined {
    if (tally.completedBoth === undefined) return undefined;
    const before = baseline.present;
    const after = variant.present;
    for (let i = 0; i < variant.count; i++) {
      const both = (before === undefined || before[i]! >= 0) && (after === undefined || after[i]! >= 0);
      completed[i] = both ? 0 : -1;
      if (both) tally.completedBoth++;
    }
    if (this.room.rule === 'exact') tally.completed.add(completed, variant.count);
    return completed;
  }
}
