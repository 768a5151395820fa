import { averaging, classicPeakEnd, meanEnd, peakEnd, recency } from '../model/memory';
import type { BlendMemory, MemoryModel } from '../model/types';
import { rememberAll } from '../recordings/remember';
import type { Recordings } from '../recordings/types';

/** One way of holding a memory against ratings: columns that are weighed, and the memory that the weights make. */
export interface Setting {
  /** One number for each recording used, in each column. */
  readonly columns: readonly Float64Array[];
  /** What the weights make, each 0 or more, not all 0. A setting of one column has its memory whatever the weight. */
  readonly memory: (weights: readonly number[]) => MemoryModel;
  /** What was tried, where the candidate tries several. */
  readonly tried?: number;
}

/** A memory that may be chosen, or a family of them with free numbers. */
export interface Candidate {
  readonly name: string;
  /** How many of its numbers are fitted. */
  readonly free: number;
  /** Whether the peak counts in it. */
  readonly hasPeak: boolean;
  readonly settings: readonly Setting[];
}

/** Those that are always tried, in the order of preference: what takes fewest assumptions first. */
export const presets = {
  averaging: () => averaging,
  meanEnd: () => meanEnd,
  'recency(0.2)': () => recency(),
  peakEnd: () => peakEnd,
  classicPeakEnd: () => classicPeakEnd,
} as const satisfies Record<string, () => MemoryModel>;

export const families = ['free half-life', 'free mean and end', 'free mean, end and peak'] as const;
export type FamilyName = (typeof families)[number];

/** Shares of the whole over which the weight of a moment halves. */
const halfLives = [0.02, 0.03, 0.05, 0.07, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.7, 1, 1.5, 2, 3, 5, 10, 100];
/** How long the end is, as a share of the whole: 0 is the last value. */
const windows = [0, 0.05, 0.1, 0.2, 0.3];
/** How long the worst and the best are: moments, or a tenth. */
const stretches = [0, 0.1];

/** A memory whose numbers all stand. */
export function fixedCandidate(name: string, memory: MemoryModel, recordings: Recordings, used: Int32Array): Candidate {
  const columns = [only(rememberAll(recordings, memory).remembered, used)];
  return { name, free: 0, hasPeak: memory.kind === 'blend' && memory.weights.peak !== 0, settings: [{ columns, memory: () => memory }] };
}

/** A family of memories with free numbers. */
export function familyCandidate(name: FamilyName, recordings: Recordings, used: Int32Array): Candidate {
  if (name === 'free half-life') {
    const settings = halfLives.map((halfLife) => {
      const memory = recency({ halfLife });
      return { columns: [only(rememberAll(recordings, memory).remembered, used)], memory: () => memory, tried: halfLife };
    });
    return { name, free: 1, hasPeak: false, settings };
  }
  const hasPeak = name === 'free mean, end and peak';
  const settings = windows.flatMap((window) =>
    (hasPeak ? stretches : [0]).map((stretch): Setting => {
      const blank = blendOf([1, 0, 0, 0], window, stretch);
      const { mean, end, worst, best } = rememberAll(recordings, blank);
      const columns = (hasPeak ? [mean, end, worst, best] : [mean, end]).map((column) => only(column, used));
      return { columns, memory: (weights) => blendOf(weights, window, stretch), tried: window };
    }),
  );
  return { name, free: hasPeak ? 4 : 2, hasPeak, settings };
}

function only(column: Float64Array, used: Int32Array): Float64Array {
  return Float64Array.from(used, (place) => column[place]!);
}

/** A blend from weights of mean, end, worst and best that need not sum to 1. */
function blendOf(weights: readonly number[], window: number, stretch: number): BlendMemory {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const share = (place: number): number => round((weights[place] ?? 0) / sum);
  const [worst, best] = [share(2), share(3)];
  const peak = round(worst + best);
  const end = share(1);
  return {
    ...averaging,
    weights: { ...averaging.weights, peak, end, mean: round(1 - peak - end) },
    peak: { worstAndBest: peak > 0 ? round(worst / peak) : 0.5 },
    stretch: stretch === 0 ? { seconds: 0, share: 0 } : { seconds: 1e11, share: stretch },
    ...(window === 0 ? {} : { endWindow: { share: window } }),
  };
}

/** Weights as people would write them down: no rating tells a thousandth. */
function round(weight: number): number {
  return Math.round(weight * 1000) / 1000 + 0;
}
