import { worstShare } from '../experience/memory/peak';
import type { ExperienceBlock } from '../experience/experience-block';
import type { JourneyPlan } from '../experience/journey-plan';
import type { PlanDoubts } from '../experience/plan-doubts';
import { chunkSize } from '../random/stream';
import { ValueStore } from '../statistics/value-store';
import type { SegmentColumns } from '../sampling/segment-columns';
import {
  addChunkMoments,
  addChunkMomentsOfLived,
  makeChunkMoments,
  mergeChunkMoments,
  type ChunkMoments,
  type Moments,
} from '../statistics/chunk-moments';

interface Gathered {
  readonly clock: ChunkMoments;
  readonly felt: ChunkMoments;
  readonly affect: ChunkMoments;
  readonly start: ChunkMoments;
  readonly end: ChunkMoments;
  readonly pace: ChunkMoments;
  /** Mean affect of those who lived the step. */
  readonly store: ValueStore;
  /** Customers whose worst, and whose best, lies here. */
  worst: number;
  best: number;
  left: number;
  readonly chosen: Map<string, number>;
}

/** Every step of one segment, gathered block by block. */
export class StepTally {
  readonly #steps: readonly Gathered[];
  readonly #pace: Float64Array;
  #done = 0;

  readonly plan: JourneyPlan;

  constructor(
    private readonly doubts: PlanDoubts,
    customers: number,
  ) {
    const { plan } = doubts;
    this.plan = plan;
    this.#pace = new Float64Array(Math.min(customers, chunkSize));
    const chunks = Math.ceil(customers / chunkSize);
    const leaves = (): ChunkMoments => makeChunkMoments(chunks);
    this.#steps = plan.steps.map(() => ({
      clock: leaves(),
      felt: leaves(),
      affect: leaves(),
      start: leaves(),
      end: leaves(),
      pace: leaves(),
      store: new ValueStore(customers),
      worst: 0,
      best: 0,
      left: 0,
      chosen: new Map<string, number>(),
    }));
  }

  add(block: ExperienceBlock, columns: SegmentColumns, firstCustomer: number): void {
    const { count, leftAt } = block;
    this.#done = firstCustomer + count;
    const { worstStep, bestStep } = block;
    for (let i = 0; i < count; i++) {
      if (worstStep![i]! < 0) continue;
      this.#steps[worstStep![i]!]!.worst++;
      this.#steps[bestStep![i]!]!.best++;
    }
    if (leftAt !== undefined) for (let i = 0; i < count; i++) if (leftAt[i]! < this.#steps.length) this.#steps[leftAt[i]!]!.left++;
    this.#steps.forEach((gathered, index) => {
      const { seconds, felt, mean, start, end, lived, taken } = block.steps![index]!;
      const everyone = lived === count;
      const put = (leaves: ChunkMoments, values: Float64Array): void => {
        if (everyone) addChunkMoments(leaves, values, count, firstCustomer);
        else addChunkMomentsOfLived(leaves, values, seconds, count, firstCustomer);
      };
      put(gathered.clock, seconds);
      put(gathered.felt, felt);
      // The goal gradient is a property of the place in the journey: of everybody, lived or not.
      addChunkMoments(gathered.pace, spreadOut(columns.column(this.plan.steps[index]!.pace), count, this.#pace), count, firstCustomer);
      put(gathered.affect, mean);
      put(gathered.start, start);
      put(gathered.end, end);
      if (everyone) gathered.store.add(mean, count);
      else gathered.store.addLived(mean, seconds, count);
      if (taken !== undefined) for (const [id, took] of taken) gathered.chosen.set(id, (gathered.chosen.get(id) ?? 0) + took);
    });
  }

  /** What was gathered of one step. */
  of(index: number): StepGathered {
    const gathered = this.#steps[index]!;
    return {
      clock: mergeChunkMoments(gathered.clock),
      felt: mergeChunkMoments(gathered.felt),
      affect: mergeChunkMoments(gathered.affect),
      certain: () => this.doubts.stepIsCertain(index),
      start: mergeChunkMoments(gathered.start),
      end: mergeChunkMoments(gathered.end),
      pace: mergeChunkMoments(gathered.pace),
      store: gathered.store,
      customers: this.#done,
      peaks: gathered.best + worstShare(this.plan.memory.peak) * (gathered.worst - gathered.best),
      left: gathered.left,
      chosen: gathered.chosen,
    };
  }
}

export interface StepGathered {
  readonly clock: Moments;
  readonly felt: Moments;
  readonly affect: Moments;
  /** Everybody who lives it has the same mean affect in it. */
  readonly certain: () => boolean;
  readonly start: Moments;
  readonly end: Moments;
  readonly pace: Moments;
  readonly store: ValueStore;
  readonly customers: number;
  /** Customers' peaks that lie here, worst and best by their weights. */
  readonly peaks: number;
  readonly left: number;
  readonly chosen: ReadonlyMap<string, number>;
}

function spreadOut(column: { readonly values: Float64Array; readonly mask: number }, count: number, out: Float64Array): Float64Array {
  for (let i = 0; i < count; i++) out[i] = column.values[i & column.mask]!;
  return out;
}
