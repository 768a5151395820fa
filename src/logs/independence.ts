import type { Sample } from './sample';
import type { Cases } from './tally';

/** More cases than this say no more of how long they take together. */
const mostLooked = 1200;
/** So many sums are made at least, of few cases by putting them together in several ways. */
const sumsWanted = 1200;
/** Multiplier of a full period, far from any rhythm of the log. */
const mixing = 2_654_435_761;

/** What single steps contributed to how long some cases took: a column each for the first wait, the first time, and doing it again. */
export interface Contributions {
  /** Case by case. */
  readonly columns: readonly Float64Array[];
  /** The sums: how long each case took. */
  readonly totals: Float64Array;
}

/** Cases in an order that has nothing to do with time. */
export function mixedUp(chosen: Int32Array): Int32Array {
  return chosen.slice().sort((a, b) => Math.imul(a, mixing) - Math.imul(b, mixing) || a - b);
}

/** Cases as often as they weigh, in an order that has nothing to do with time. */
export function lookedAt({ weight }: Cases, counted: Int32Array, most = mostLooked): Int32Array {
  const mixed = mixedUp(counted);
  const whole = mixed.reduce((sum, one) => sum + weight[one]!, 0);
  const count = Math.min(most, counted.length);
  const taken = new Int32Array(count);
  let reached = 0;
  let filled = 0;
  for (const one of mixed) {
    reached += weight[one]!;
    while (filled < count && (filled + 0.5) * (whole / count) < reached) taken[filled++] = one;
  }
  return taken.subarray(0, filled);
}

/** What each step contributed in these cases; steps that took no time have no columns. */
export function contributionsOf({ paths }: Cases, taken: Int32Array): Contributions {
  const { steps, from, step, again, wait, own } = paths;
  const columns = new Map<number, Float64Array>();
  const put = (key: number, place: number, seconds: number): void => {
    if (seconds === 0) return;
    let column = columns.get(key);
    if (column === undefined) columns.set(key, (column = new Float64Array(taken.length)));
    column[place]! += seconds;
  };
  const totals = new Float64Array(taken.length);
  taken.forEach((one, place) => {
    for (let i = from[one]!; i < from[one + 1]!; i++) {
      const base = 3 * step[i]!;
      totals[place]! += wait[i]! + own[i]!;
      if (again[i] === 1) put(base + 2, place, wait[i]! + own[i]!);
      else {
        put(base, place, wait[i]!);
        put(base + 1, place, own[i]!);
      }
    }
  });
  const keys = [...columns.keys()].filter((key) => key < 3 * steps.length).sort((a, b) => a - b);
  return { columns: keys.map((key) => columns.get(key)!), totals };
}

/** How long cases would take if no step had anything to do with any other: each column moved on by a number of cases of its own. */
export function independentTotals({ columns, totals }: Contributions): Float64Array {
  const count = totals.length;
  if (count === 0) return totals;
  const rounds = Math.max(1, Math.ceil(sumsWanted / count));
  const sums = new Float64Array(rounds * count);
  for (let round = 0; round < rounds; round++) {
    columns.forEach((column, place) => {
      // Steps of the golden ratio: columns stay apart, and rounds differ.
      const turn = (place * 0.618_033_988_749_895 * (round + 1) + round * 0.414_213_562_373_095) % 1;
      let at = Math.floor(turn * count);
      for (let i = 0; i < count; i++) {
        sums[round * count + i]! += column[at]!;
        if (++at === count) at = 0;
      }
    });
  }
  return sums.sort();
}

/** Sums in order as a sample. */
export function asSample(sorted: Float64Array): Sample {
  let sum = 0;
  for (let i = 0; i < sorted.length; i++) sum += sorted[i]!;
  return { values: sorted, weights: undefined, n: sorted.length, mean: sorted.length === 0 ? 0 : sum / sorted.length };
}
