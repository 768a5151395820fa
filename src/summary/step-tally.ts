import { severalOptions } from '../experience/living/step-columns';
import { worstShare } from '../experience/memory/peak';
import type { ExperienceBlock } from '../experience/experience-block';
import type { JourneyPlan } from '../experience/journey-plan';
import type { PlanDoubts } from '../experience/plan-doubts';
import { chunkSize } from '../random/stream';
import type { NumberReader, NumberWriter } from '../plain/number-record';
import type { Work } from '../plain/work';
import type { Column } from '../sampling/column';
import { ChunkMoments, type Moments } from '../statistics/chunk-moments';
import type { Room } from '../statistics/room';
import { ValueStore } from '../statistics/value-store';

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

/** What adding a step of one customer takes, in customers × steps. */
const steppingWork = 0.4;

const ofLived = ['clock', 'felt', 'affect', 'start', 'end'] as const;
const moments = [...ofLived, 'pace'] as const;
const counts = ['worst', 'best', 'left'] as const;

/** Every step of one segment, gathered block by block, each of a chunk at most. */
export class StepTally {
  readonly #steps: readonly Gathered[];
  readonly #scratch: Float64Array;
  #done = 0;

  readonly plan: JourneyPlan;

  constructor(
    private readonly doubts: PlanDoubts,
    room: Room,
  ) {
    const { plan } = doubts;
    this.plan = plan;
    this.#scratch = new Float64Array(Math.min(room.customers, chunkSize));
    this.#steps = plan.steps.map(({ node }) => ({
      clock: new ChunkMoments(),
      felt: new ChunkMoments(),
      affect: new ChunkMoments(),
      start: new ChunkMoments(),
      end: new ChunkMoments(),
      pace: new ChunkMoments(),
      store: new ValueStore(room),
      worst: 0,
      best: 0,
      left: 0,
      chosen: new Map(severalOptions(node).map(({ unit }) => [unit.id, 0])),
    }));
  }

  get bytes(): number {
    return this.#steps.reduce((sum, gathered) => moments.reduce((own, name) => own + gathered[name].bytes, sum + gathered.store.bytes), 0);
  }

  *add(block: ExperienceBlock, firstCustomer: number): Work<void> {
    const { count, leftAt } = block;
    this.#done += count;
    const { worstStep, bestStep } = block;
    for (let i = 0; i < count; i++) {
      if (worstStep![i]! < 0) continue;
      this.#steps[worstStep![i]!]!.worst++;
      this.#steps[bestStep![i]!]!.best++;
    }
    if (leftAt !== undefined) for (let i = 0; i < count; i++) if (leftAt[i]! < this.#steps.length) this.#steps[leftAt[i]!]!.left++;
    for (const [index, gathered] of this.#steps.entries()) {
      const { seconds, felt, mean, start, end, pace, lived, taken } = block.steps![index]!;
      if (lived > 0) {
        gathered.clock.add(seconds, lived, firstCustomer);
        gathered.felt.add(felt, lived, firstCustomer);
        gathered.affect.add(mean, lived, firstCustomer);
        gathered.start.addMean(start, lived, firstCustomer);
        gathered.end.addMean(end, lived, firstCustomer);
        gathered.store.add(mean, lived);
      } else for (const name of ofLived) gathered[name].addNobody(firstCustomer);
      if (pace.mask === 0) gathered.pace.addAlike(pace.values[0]!, count, firstCustomer);
      else gathered.pace.add(spreadOut(pace, count, this.#scratch), count, firstCustomer);
      if (taken !== undefined) for (const [id, took] of taken) gathered.chosen.set(id, gathered.chosen.get(id)! + took);
      yield count * steppingWork;
    }
  }

  /** Nobody will ask for the values of steps any more. */
  release(): void {
    for (const { store } of this.#steps) store.release();
  }

  save(to: NumberWriter): void {
    to.put(this.#done);
    for (const gathered of this.#steps) {
      for (const name of moments) gathered[name].save(to);
      gathered.store.save(to);
      for (const name of counts) to.put(gathered[name]);
      for (const taken of gathered.chosen.values()) to.put(taken);
    }
  }

  /** Adds what was saved of other customers. */
  join(from: NumberReader): void {
    this.#done += from.take();
    for (const gathered of this.#steps) {
      for (const name of moments) gathered[name].join(from);
      gathered.store.join(from);
      for (const name of counts) gathered[name] += from.take();
      for (const [id, taken] of gathered.chosen) gathered.chosen.set(id, taken + from.take());
    }
  }

  /** What was gathered of one step. */
  of(index: number): StepGathered {
    const gathered = this.#steps[index]!;
    return {
      clock: gathered.clock.merged(),
      felt: gathered.felt.merged(),
      affect: gathered.affect.merged(),
      certain: () => this.doubts.stepIsCertain(index),
      start: gathered.start.merged(),
      end: gathered.end.merged(),
      pace: gathered.pace.merged(),
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

function spreadOut(column: Column, count: number, out: Float64Array): Float64Array {
  for (let i = 0; i < count; i++) out[i] = column.values[i & column.mask]!;
  return out;
}
