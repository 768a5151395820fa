import { finish, type Work } from '../plain/work';

/** A column of values that all carry the same weight: one segment's customers, its share divided among them. */
export interface WeightedColumn {
  readonly values: Float64Array;
  /** Weight of the whole column. */
  readonly weight: number;
}

/** Some of the values of each column, between two bounds, with how many of that column lie below them. */
interface Slice {
  readonly values: readonly Float64Array[];
  readonly below: Float64Array;
}

const mostBins = 2048;
const sortBelow = 256;
/** What one look at a value takes, in customers × steps. */
export const valueWork = 0.1;
/** So many values are looked through without a pause. */
export const mostAtOnce = 65_536;
/** Shares of a million customers differ by 1e-6; this only forgives rounding. */
const slack = 1e-12;

/**
 * Exact quantiles of a weighted mixture of columns, without sorting them: for each p the smallest value at which the weighted share of
 * values at or below it reaches p. Counts values into bins, then looks inside only the bins that hold a quantile.
 * Probabilities ascend.
 */
export function weightedQuantiles(columns: readonly WeightedColumn[], probabilities: readonly number[]): number[] {
  return finish(findQuantiles(columns, probabilities));
}

/** {@link weightedQuantiles}, in pieces of one pass over one column. */
export function* findQuantiles(columns: readonly WeightedColumn[], probabilities: readonly number[]): Work<number[]> {
  const used = columns.filter((column) => column.values.length > 0 && column.weight > 0);
  if (used.length === 0) return probabilities.map(() => 0);
  const whole = used.reduce((sum, column) => sum + column.weight, 0);
  const perValue = used.map((column) => column.weight / whole / column.values.length);
  const reached = (counts: Float64Array): number => {
    let sum = slack;
    for (let c = 0; c < counts.length; c++) sum += counts[c]! * perValue[c]!;
    return sum;
  };
  return yield* select({ values: used.map((column) => column.values), below: new Float64Array(used.length) }, probabilities, reached);
}

function* select(slice: Slice, probabilities: readonly number[], reached: (counts: Float64Array) => number): Work<number[]> {
  const size = slice.values.reduce((sum, values) => sum + values.length, 0);
  if (size <= sortBelow) return walk(slice, probabilities, reached);
  let low = Infinity;
  let high = -Infinity;
  for (const values of slice.values) {
    for (const piece of piecesOf(values)) {
      const bounds = boundsOf(piece);
      if (bounds.low < low) low = bounds.low;
      if (bounds.high > high) high = bounds.high;
      yield piece.length * valueWork;
    }
  }
  if (low === high) return probabilities.map(() => low);
  const bins = size < 4 * mostBins ? 256 : mostBins;
  const scale = bins / (high - low);
  if (!(scale > 0 && scale < Infinity)) return walk(slice, probabilities, reached);

  const counts: Int32Array[] = [];
  for (const values of slice.values) {
    const own = new Int32Array(bins + 1);
    for (const piece of piecesOf(values)) {
      countBins(piece, low, scale, own);
      yield piece.length * valueWork;
    }
    own[bins - 1]! += own[bins]!;
    counts.push(own);
  }
  // How many values of each column lie in a bin or below it.
  const upTo = counts.map((own, c) => runningSums(own, bins, slice.below[c]!));
  const cumulative = new Float64Array(counts.length);
  const shareAt = (bin: number): number => {
    for (let c = 0; c < cumulative.length; c++) cumulative[c] = upTo[c]![bin]!;
    return reached(cumulative);
  };
  const wanted: { bin: number; below: Float64Array; indices: number[] }[] = [];
  let bin = 0;
  for (const [index, probability] of probabilities.entries()) {
    // The first bin at which the share is reached; what is never reached is in the last.
    let beyond = bins - 1;
    while (bin < beyond) {
      const middle = (bin + beyond) >> 1;
      if (shareAt(middle) >= probability) beyond = middle;
      else bin = middle + 1;
    }
    const known = wanted.at(-1);
    if (known?.bin === bin) known.indices.push(index);
    else wanted.push({ bin, below: new Float64Array(upTo.map((own, c) => own[bin]! - counts[c]![bin]!)), indices: [index] });
  }

  const slotOfBin = new Int8Array(bins).fill(-1);
  wanted.forEach(({ bin }, slot) => (slotOfBin[bin] = slot));
  const gathered: Float64Array[][] = [];
  for (const [c, values] of slice.values.entries()) {
    const targets = wanted.map(({ bin }) => new Float64Array(counts[c]![bin]!));
    const filled = new Int32Array(targets.length);
    for (const piece of piecesOf(values)) {
      gather(piece, low, scale, slotOfBin, targets, filled);
      yield piece.length * valueWork;
    }
    gathered.push(targets);
  }

  const results = new Array<number>(probabilities.length).fill(high);
  for (const [slot, { below, indices }] of wanted.entries()) {
    const inner = { values: gathered.map((targets) => targets[slot]!), below };
    const levels = indices.map((index) => probabilities[index]!);
    const found = yield* select(inner, levels, reached);
    indices.forEach((index, k) => (results[index] = found[k]!));
  }
  return results;
}

function boundsOf(values: Float64Array): { low: number; high: number } {
  let low = Infinity;
  let high = -Infinity;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return { low, high };
}

function runningSums(counts: Int32Array, bins: number, before: number): Float64Array {
  const sums = new Float64Array(bins);
  let sum = before;
  for (let bin = 0; bin < bins; bin++) {
    sum += counts[bin]!;
    sums[bin] = sum;
  }
  return sums;
}

function countBins(values: Float64Array, low: number, scale: number, counts: Int32Array): void {
  for (let i = 0; i < values.length; i++) counts[((values[i]! - low) * scale) | 0]!++;
}

function gather(
  values: Float64Array,
  low: number,
  scale: number,
  slotOfBin: Int8Array,
  targets: readonly Float64Array[],
  filled: Int32Array,
): void {
  for (let i = 0; i < values.length; i++) {
    const bin = ((values[i]! - low) * scale) | 0;
    const slot = slotOfBin[bin < slotOfBin.length ? bin : slotOfBin.length - 1]!;
    if (slot >= 0) targets[slot]![filled[slot]!++] = values[i]!;
  }
}

/** A long column in parts that are looked through without a pause. */
function piecesOf(values: Float64Array): readonly Float64Array[] {
  if (values.length <= mostAtOnce) return [values];
  return Array.from({ length: Math.ceil(values.length / mostAtOnce) }, (_, k) => values.subarray(k * mostAtOnce, (k + 1) * mostAtOnce));
}

/** Few values are left: sort them and walk up. */
function walk(slice: Slice, probabilities: readonly number[], reached: (counts: Float64Array) => number): number[] {
  const sorted = slice.values.map((values) => Float64Array.from(values).sort());
  if (sorted.length === 1) return walkOne(sorted[0]!, slice.below[0]!, probabilities, reached);
  const cumulative = Float64Array.from(slice.below);
  const position = sorted.map(() => 0);
  const results: number[] = [];
  let value = -Infinity;
  while (results.length < probabilities.length) {
    let nextValue = Infinity;
    sorted.forEach((values, c) => {
      const candidate = values[position[c]!];
      if (candidate !== undefined && candidate < nextValue) nextValue = candidate;
    });
    const last = nextValue === Infinity;
    if (!last) {
      value = nextValue;
      sorted.forEach((values, c) => {
        while (values[position[c]!] === value) {
          position[c]!++;
          cumulative[c]!++;
        }
      });
    }
    const share = reached(cumulative);
    while (results.length < probabilities.length && (last || share >= probabilities[results.length]!)) results.push(value);
  }
  return results;
}

/** {@link walk} for one column, which needs no merging. */
function walkOne(
  sorted: Float64Array,
  below: number,
  probabilities: readonly number[],
  reached: (counts: Float64Array) => number,
): number[] {
  const cumulative = Float64Array.of(below);
  const results: number[] = [];
  for (let i = 0; i < sorted.length; i++) {
    cumulative[0] = below + i + 1;
    const last = i === sorted.length - 1;
    if (!last && reached(cumulative) < probabilities[results.length]!) continue;
    const share = reached(cumulative);
    while (results.length < probabilities.length && (last || share >= probabilities[results.length]!)) results.push(sorted[i]!);
    if (results.length === probabilities.length) break;
  }
  return results;
}
