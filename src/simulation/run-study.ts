import type { ExperienceBlock } from '../experience/experience-block';
import type { ColumnCache } from '../sampling/column-cache';
import type { ResolvedStudy } from './read-study';
import { blockSize, SegmentRun } from './run-block';
import { Arena } from '../sampling/arena';

/** How far a run has come, in customers lived through their journeys. */
export interface RunProgress {
  /** Customers that are through. */
  readonly done: number;
  /** Customers in all, over all segments. */
  readonly total: number;
  /** Done by total, 0…1. */
  readonly share: number;
}

/** Takes in one segment's blocks as they come: one experience for each journey of the study, in order. */
export interface Gatherer {
  add(lived: readonly ExperienceBlock[], run: SegmentRun, firstCustomer: number): void;
}

export interface RunOptions {
  readonly customers: number;
  readonly cache?: ColumnCache | undefined;
  readonly blockSize?: number;
}

const blocksPerTurn = 16;

/**
 * Every segment, block by block, through every journey of the study; each block is handed to that segment's gatherer. A generator, so that
 * whoever drives it may show progress, give way or stop between blocks.
 */
export function* runStudy<Gathers extends Gatherer>(
  study: ResolvedStudy,
  options: RunOptions,
  gather: (run: SegmentRun, segment: number) => Gathers,
): Generator<RunProgress, Gathers[], void> {
  const { customers, cache } = options;
  const needs = { outcomes: study.outcomes, steps: study.interactions };
  const arena = new Arena(options.blockSize ?? Math.min(customers, blockSize));
  const runs = study.segments.map(
    (segment, index) => new SegmentRun(segment, study.models[index]!, study.journeys, study.root, customers, needs, arena, cache),
  );
  const gatherers = runs.map(gather);
  const total = customers * runs.length;
  const blocks = runs[0]!.blocks;
  let done = 0;
  // Segments take turns, so that a run that is stopped early has seen something of each.
  for (let turn = 0; turn < blocks; turn += blocksPerTurn) {
    for (const [index, run] of runs.entries()) {
      for (let block = turn; block < Math.min(blocks, turn + blocksPerTurn); block++) {
        const first = run.firstOf(block);
        gatherers[index]!.add(run.runBlock(block), run, first);
        done += Math.min(run.blockSize, customers - first);
        yield { done, total, share: done / total };
      }
    }
  }
  return gatherers;
}

/** Drives a run to its end in one go. */
export function finish<Result>(work: Generator<RunProgress, Result, void>): Result {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}
