import type { Simulation } from '../results/types';
import type { ColumnCache } from '../sampling/column-cache';
import { SegmentTally } from '../summary/segment-tally';
import { assemble } from './assemble';
import { customersFor } from './customers-for';
import type { ResolvedStudy } from './read-study';
import { runStudy, type RunProgress } from './run-study';
import { TallyGatherer } from './tally-gatherer';

/** A simulation as work that can be driven step by step and asked for what it has so far. */
export interface SimulationWork {
  readonly work: Generator<RunProgress, Simulation, void>;
  /** The result over the customers of each segment so far; undefined before every segment has some. */
  readonly partial: () => Simulation | undefined;
}

export function simulateWork(study: ResolvedStudy, cache?: ColumnCache): SimulationWork {
  let tallies: SegmentTally[] = [];
  function* work(): Generator<RunProgress, Simulation, void> {
    const customers = yield* customersFor(study);
    tallies = [];
    yield* runStudy(study, { customers, cache }, (run) => {
      const tally = new SegmentTally(run.doubts[0]!, customers, study);
      tallies.push(tally);
      return new TallyGatherer(tally);
    });
    return assemble(study, study.journeys[0]!, tallies, customers);
  }
  const partial = (): Simulation | undefined => {
    if (tallies.length < study.segments.length || tallies.some(({ customers }) => customers === 0 || customers !== tallies[0]!.customers))
      return undefined;
    return assemble(study, study.journeys[0]!, tallies, Math.min(...tallies.map(({ customers }) => customers)));
  };
  return { work: work(), partial };
}
