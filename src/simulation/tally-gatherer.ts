import type { SegmentTally } from '../summary/segment-tally';
import type { Gatherer } from './run-study';

/** Gathers one journey of a segment into its tally. */
export class TallyGatherer implements Gatherer {
  constructor(readonly tally: SegmentTally) {}

  add(...[lived, run, firstCustomer]: Parameters<Gatherer['add']>): void {
    this.tally.add(lived[0]!, run.columns, firstCustomer);
  }
}
