import type { ExperienceBlock } from '../experience/experience-block';
import { clamped } from '../experience/column-loops';
import { peakStepColumn } from '../experience/memory/peak';
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
  peaks: number;
  left: number;
  readonly chosen: Map<string, number>;
}

/** Every step of one segment, gathered block by block. */
export class StepTally {
  readonly #steps: readonly Gathered[];
  #done = 0;

  readonly plan: JourneyPlan;

  constructor(
    private readonly doubts: PlanDoubts,
    customers: number,
  ) {
    const { plan } = doubts;
    this.plan = plan;
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
      peaks: 0,
      left: 0,
      chosen: new Map<string, number>(),
    }));
  }

  add(block: ExperienceBlock, columns: SegmentColumns, firstCustomer: number): void {
    const { count, curve, fold } = block;
    const { arena } = curve;
    this.#done = firstCustomer + count;
    const mark = arena.mark();
    const peaks = peakStepColumn(curve);
    for (let i = 0; i < count; i++) if (peaks[i]! >= 0) this.#steps[peaks[i]!]!.peaks++;
    if (block.leftAt !== undefined)
      for (let i = 0; i < count; i++) if (block.leftAt[i]! < this.#steps.length) this.#steps[block.leftAt[i]!]!.left++;
    const inner = arena.mark();
    this.#steps.forEach((gathered, index) => {
      const step = fold.livedSteps[index]!;
      const lived = step.seconds.values;
      const everyone = fold.moments[step.from]?.everyone === true;
      const put = (leaves: ChunkMoments, values: Float64Array): void => {
        if (everyone) addChunkMoments(leaves, values, count, firstCustomer);
        else addChunkMomentsOfLived(leaves, values, lived, count, firstCustomer);
      };
      put(gathered.clock, lived);
      put(gathered.felt, spreadOut(step.felt, count, arena.take()));
      // The goal gradient is a property of the place in the journey: of everybody, lived or not.
      addChunkMoments(gathered.pace, spreadOut(columns.column(this.plan.steps[index]!.pace), count, arena.take()), count, firstCustomer);
      const { mean, start, end } = this.#levels(block, step.from, step.to);
      put(gathered.affect, mean);
      put(gathered.start, start);
      put(gathered.end, end);
      if (everyone) gathered.store.add(mean, count);
      else gathered.store.addLived(mean, lived, count);
      for (const option of step.options) {
        let taken = 0;
        for (let i = 0; i < count; i++) if (option.seconds.values[i & option.seconds.mask]! >= 0) taken++;
        gathered.chosen.set(option.id, (gathered.chosen.get(option.id) ?? 0) + taken);
      }
      arena.release(inner);
    });
    arena.release(mark);
  }

  /** Mean affect of one step's moments (time-weighted; plain where no time passes), and its first and last value. */
  #levels(block: ExperienceBlock, from: number, to: number): { mean: Float64Array; start: Float64Array; end: Float64Array } {
    const { count, curve } = block;
    const { arena } = curve;
    const only = to - from === 1 ? curve.moments[from] : undefined;
    if (only !== undefined && only.everyone && only.start === only.end && only.start.mask !== 0) {
      return { mean: only.start.values, start: only.start.values, end: only.start.values };
    }
    const zeros = (): Float64Array => arena.take().fill(0, 0, count);
    const [area, time, plain, lived, start, end] = [zeros(), zeros(), zeros(), zeros(), zeros(), zeros()];
    for (const moment of curve.moments.slice(from, to)) {
      for (let i = 0; i < count; i++) {
        const seconds = moment.seconds.values[i & moment.seconds.mask]!;
        if (seconds < 0) continue;
        const a = moment.start.values[i & moment.start.mask]!;
        const b = moment.end.values[i & moment.end.mask]!;
        const level = (a + b) * 0.5;
        area![i]! += level * seconds;
        time![i]! += seconds;
        plain![i]! += level;
        if (lived![i] === 0) start![i] = a;
        lived![i]! += 1;
        end![i] = b;
      }
    }
    for (let i = 0; i < count; i++)
      area![i] = time![i]! > 0 ? clamped(area![i]! / time![i]!) : lived![i]! > 0 ? plain![i]! / lived![i]! : 0;
    return { mean: area!, start: start!, end: end! };
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
      peaks: gathered.peaks,
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
  readonly peaks: number;
  readonly left: number;
  readonly chosen: ReadonlyMap<string, number>;
}

function spreadOut(column: { readonly values: Float64Array; readonly mask: number }, count: number, out: Float64Array): Float64Array {
  for (let i = 0; i < count; i++) out[i] = column.values[i & column.mask]!;
  return out;
}
