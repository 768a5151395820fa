import { groupsOf } from '../plain/groups';
import { finish, type Work } from '../plain/work';
import { boundsOf, countAlike, countBins, gather, piecesIn, piecesOf, repeats, valueWork, type PiecedColumn } from './pieced-column';

/** A column of values that all carry the same weight: one segment's customers, its share divided among them. */
export interface WeightedColumn {
  readonly values: Float64Array;
  /** Weight of the whole column. */
  readonly weight: number;
}

/** Values of columns, and how many more of each lie below them all. */
interface Slice {
  readonly columns: readonly PiecedColumn[];
  readonly below: Float64Array;
}

/** What quantiles are asked of: some of the columns, and what one value of each weighs. Probabilities ascend. */
interface Mixture {
  readonly columns: readonly number[];
  readonly perValue: readonly number[];
  readonly probabilities: readonly number[];
}

const mostBins = 2048;
const sortBelow = 256;
/** Of so many values a few tell where most of them lie: this share of each piece is looked at. */
const manyValues = 65_536;
const shareLooked = 1 / 16;
/** Shares of a million customers differ by 1e-6; this only forgives rounding. */
const slack = 1e-12;

/**
 * Exact quantiles of a weighted mixture of columns, without sorting them: for each p the smallest value at which the weighted share of
 * values at or below it reaches p. Counts values into bins, then looks inside only the bins that hold a quantile.
 * Probabilities ascend.
 */
export function weightedQuantiles(columns: readonly WeightedColumn[], probabilities: readonly number[]): number[] {
  const parts = columns.map(({ values, weight }) => ({ pieces: piecesOf(values), count: values.length, weight }));
  return finish(select(wholly(parts), [mixtureOf(parts, [...parts.keys()], probabilities)]))[0]!;
}

/** {@link weightedQuantiles} of every group of columns, in pieces of one pass over some values: each is looked at for all groups at once. */
export function groupQuantiles(
  parts: readonly (PiecedColumn & { readonly weight: number })[],
  probabilities: readonly number[],
): Work<number[][]> {
  const groups = groupsOf([...parts.keys()]);
  return select(
    wholly(parts),
    groups.map((group) => mixtureOf(parts, group, probabilities)),
  );
}

function wholly(columns: readonly PiecedColumn[]): Slice {
  return { columns, below: new Float64Array(columns.length) };
}

function mixtureOf(
  parts: readonly { readonly count: number; readonly weight: number }[],
  group: readonly number[],
  probabilities: readonly number[],
): Mixture {
  const columns = group.filter((column) => parts[column]!.count > 0 && parts[column]!.weight > 0);
  const whole = columns.reduce((sum, column) => sum + parts[column]!.weight, 0);
  return { columns, perValue: columns.map((column) => parts[column]!.weight / whole / parts[column]!.count), probabilities };
}

/** The share of a mixture at or below a value, from how many values of each of its columns lie there. */
function shareOf({ perValue }: Mixture, counts: ArrayLike<number>): number {
  let sum = slack;
  for (let c = 0; c < perValue.length; c++) sum += counts[c]! * perValue[c]!;
  return sum;
}

const isFew = ({ columns }: Slice, mixture: Mixture): boolean =>
  mixture.columns.reduce((sum, column) => sum + columns[column]!.count, 0) <= sortBelow;

function* select(slice: Slice, mixtures: readonly Mixture[]): Work<number[][]> {
  const results = mixtures.map((mixture) => (isFew(slice, mixture) ? walk(slice, mixture) : []));
  const asked = [...mixtures.keys()].filter((m) => !isFew(slice, mixtures[m]!));
  if (asked.length === 0) return results;
  const { columns, below } = slice;
  const size = columns.reduce((sum, { count }) => sum + count, 0);
  let bounds = yield* boundsOf(columns, size > manyValues ? shareLooked : 1);
  if (bounds.low === bounds.high && size > manyValues) bounds = yield* boundsOf(columns, 1);
  const { low, high } = bounds;
  const bins = size < 4 * mostBins ? 256 : mostBins;
  const scale = bins / (high - low);
  if (!(scale > 0 && scale < Infinity)) {
    for (const m of asked) results[m] = low === high ? mixtures[m]!.probabilities.map(() => low) : walk(slice, mixtures[m]!);
    return results;
  }

  // Where values come up more than once, a bin may hold a single one.
  const only = repeats(columns) ? new Float64Array(bins).fill(NaN) : undefined;
  const mixed = new Uint8Array(bins);
  // How many values of each column lie in a bin or below it.
  const upTo: Int32Array[] = [];
  for (const column of columns) {
    const counts = new Int32Array(bins);
    for (const [piece, lived] of piecesIn(column)) {
      if (only === undefined) countBins(piece, lived, low, scale, counts);
      else countAlike(piece, lived, low, scale, counts, only, mixed);
      yield piece.length * valueWork;
    }
    for (let bin = 1; bin < bins; bin++) counts[bin]! += counts[bin - 1]!;
    upTo.push(counts);
  }
  const inBin = (c: number, bin: number): number => upTo[c]![bin]! - (bin === 0 ? 0 : upTo[c]![bin - 1]!);

  const wanted = asked.map((m) => binsOf(mixtures[m]!, below, upTo, bins));
  const isMixed = (bin: number): boolean => only === undefined || mixed[bin] === 1;
  const gathered = columns.map(() => new Map<number, Float64Array>());
  for (const [k, found] of wanted.entries()) {
    for (const { bin } of found) {
      if (isMixed(bin)) for (const c of mixtures[asked[k]!]!.columns) gathered[c]!.set(bin, new Float64Array(inBin(c, bin)));
    }
  }
  for (const [c, column] of columns.entries()) {
    if (gathered[c]!.size === 0) continue;
    const slotOfBin = new Int16Array(bins).fill(-1);
    [...gathered[c]!.keys()].forEach((bin, slot) => (slotOfBin[bin] = slot));
    const targets = [...gathered[c]!.values()];
    const filled = new Int32Array(targets.length);
    for (const [piece, lived] of piecesIn(column)) {
      gather(piece, lived, low, scale, slotOfBin, targets, filled);
      yield piece.length * valueWork;
    }
  }

  for (const [k, found] of wanted.entries()) {
    const mixture = mixtures[asked[k]!]!;
    const into = results[asked[k]!]!;
    for (const { bin, probabilities } of found) {
      if (!isMixed(bin)) {
        into.push(...probabilities.map(() => only![bin]!));
        continue;
      }
      const inner = {
        columns: mixture.columns.map((c) => ({ pieces: [gathered[c]!.get(bin)!], count: inBin(c, bin) })),
        below: Float64Array.from(mixture.columns, (c) => below[c]! + upTo[c]![bin]! - inBin(c, bin)),
      };
      const [values] = yield* select(inner, [{ columns: [...mixture.columns.keys()], perValue: mixture.perValue, probabilities }]);
      into.push(...values!);
    }
  }
  return results;
}

/** The bins that hold the quantiles of a mixture, and which: the first at which the share is reached; what is never reached is in the last. */
function binsOf(
  mixture: Mixture,
  below: Float64Array,
  upTo: readonly Int32Array[],
  bins: number,
): { readonly bin: number; readonly probabilities: number[] }[] {
  const { columns } = mixture;
  const counts = new Float64Array(columns.length);
  const shareAt = (bin: number): number => {
    for (let c = 0; c < columns.length; c++) counts[c] = below[columns[c]!]! + upTo[columns[c]!]![bin]!;
    return shareOf(mixture, counts);
  };
  const found: { bin: number; probabilities: number[] }[] = [];
  let bin = 0;
  for (const probability of mixture.probabilities) {
    let beyond = bins - 1;
    while (bin < beyond) {
      const middle = (bin + beyond) >> 1;
      if (shareAt(middle) >= probability) beyond = middle;
      else bin = middle + 1;
    }
    const known = found.at(-1);
    if (known?.bin === bin) known.probabilities.push(probability);
    else found.push({ bin, probabilities: [probability] });
  }
  return found;
}

/** Few values are left: sort them and walk up. */
function walk(slice: Slice, mixture: Mixture): number[] {
  const sorted = mixture.columns.map((c) => sortedValues(slice.columns[c]!));
  const cumulative = Float64Array.from(mixture.columns, (c) => slice.below[c]!);
  const { probabilities } = mixture;
  if (sorted.length === 0) return probabilities.map(() => 0);
  const position = sorted.map(() => 0);
  const results: number[] = [];
  let value = -Infinity;
  while (results.length < probabilities.length) {
    let nextValue = Infinity;
    for (let c = 0; c < sorted.length; c++) {
      const candidate = sorted[c]![position[c]!];
      if (candidate !== undefined && candidate < nextValue) nextValue = candidate;
    }
    const last = nextValue === Infinity;
    if (!last) {
      value = nextValue;
      for (let c = 0; c < sorted.length; c++) {
        while (sorted[c]![position[c]!] === value) {
          position[c]!++;
          cumulative[c]!++;
        }
      }
    }
    const share = shareOf(mixture, cumulative);
    while (results.length < probabilities.length && (last || share >= probabilities[results.length]!)) results.push(value);
  }
  return results;
}

function sortedValues({ pieces, lived, count }: PiecedColumn): Float64Array {
  const values = new Float64Array(count);
  let filled = 0;
  for (let k = 0; k < pieces.length; k++) {
    const piece = pieces[k]!;
    for (let i = 0; i < piece.length; i++) if (lived === undefined || lived[k]![i]! >= 0) values[filled++] = piece[i]!;
  }
  return values.sort();
}
