import { groupsOf } from '../plain/groups';
import { finish, type Work } from '../plain/work';
import { BinnedColumns, type Stretch } from './binned-columns';
import { boundsOf, piecesOf, type PiecedColumn } from './pieced-column';

/** A column of values that all carry the same weight: one segment's customers, its share divided among them. */
export interface WeightedColumn {
  readonly values: Float64Array;
  /** Weight of the whole column. */
  readonly weight: number;
}

/** Values of columns, and how many more of each lie below them all. */
interface Slice {
  readonly columns: readonly PiecedColumn[];
  readonly below: readonly number[];
}

/** What quantiles are asked of: some of the columns, and what one value of each weighs. Probabilities ascend. */
interface Mixture {
  readonly columns: readonly number[];
  readonly perValue: readonly number[];
  readonly probabilities: readonly number[];
}

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
  return { columns, below: columns.map(() => 0) };
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

/** The share of a mixture at or below a value, from how many values of each of its columns lie there, and what one of them weighs. */
function shareOf(perValue: readonly number[], counts: readonly number[]): number {
  let sum = slack;
  for (let c = 0; c < perValue.length; c++) sum += counts[c]! * perValue[c]!;
  return sum;
}

const isFew = ({ columns }: Slice, mixture: Mixture): boolean =>
  mixture.columns.reduce((sum, column) => sum + columns[column]!.count, 0) <= sortBelow;

function* select(slice: Slice, mixtures: readonly Mixture[]): Work<number[][]> {
  const results = mixtures.map((mixture) => (isFew(slice, mixture) ? sortAll(slice, mixture) : []));
  const asked = [...mixtures.keys()].filter((m) => !isFew(slice, mixtures[m]!));
  if (asked.length === 0) return results;
  const { columns, below } = slice;
  const size = columns.reduce((sum, { count }) => sum + count, 0);
  let bounds = yield* boundsOf(columns, size > manyValues ? shareLooked : 1);
  if (!(bounds.low < bounds.high) && size > manyValues) bounds = yield* boundsOf(columns, 1);
  const { low, high } = bounds;
  const bins = size < 8192 ? 256 : size < 65_536 ? 512 : 2048;
  const scale = bins / (high - low);
  if (!(scale > 0 && scale < Infinity)) {
    for (const m of asked) results[m] = low === high ? mixtures[m]!.probabilities.map(() => low) : sortAll(slice, mixtures[m]!);
    return results;
  }

  const binned = new BinnedColumns(columns, low, scale, bins);
  yield* binned.count();
  const wanted = asked.map((m) => binsOf(mixtures[m]!, below, binned));
  for (const [k, found] of wanted.entries()) for (const { bin } of found) binned.want(bin, mixtures[asked[k]!]!.columns);
  yield* binned.gather();
  for (const [k, found] of wanted.entries()) {
    const { columns: used, perValue } = mixtures[asked[k]!]!;
    const into = results[asked[k]!]!;
    for (const { bin, probabilities } of found) {
      const only = binned.only(bin);
      if (only !== undefined) {
        for (const _ of probabilities) into.push(only);
        continue;
      }
      const under = used.map((c) => below[c]! + binned.before(c, bin));
      const inside = used.map((c) => binned.valuesIn(c, bin));
      if (inside.reduce((sum, { count }) => sum + count, 0) <= sortBelow) {
        into.push(...walk(inside.map(sortedPart), under, perValue, probabilities));
        continue;
      }
      const inner = inside.map(({ values, start, count }) => ({ pieces: piecesOf(values.subarray(start, start + count)), count }));
      const [values] = yield* select({ columns: inner, below: under }, [{ columns: [...used.keys()], perValue, probabilities }]);
      into.push(...values!);
    }
  }
  return results;
}

/** The bins that hold the quantiles of a mixture, and which: the first at which the share is reached; what is never reached is in the last. */
function binsOf(
  { columns, perValue, probabilities }: Mixture,
  below: readonly number[],
  binned: BinnedColumns,
): { readonly bin: number; readonly probabilities: number[] }[] {
  const counts = columns.map(() => 0);
  const shareAt = (bin: number): number => {
    for (let c = 0; c < columns.length; c++) counts[c] = below[columns[c]!]! + binned.upTo(columns[c]!, bin);
    return shareOf(perValue, counts);
  };
  const found: { bin: number; probabilities: number[] }[] = [];
  let bin = 0;
  for (const probability of probabilities) {
    let beyond = binned.bins - 1;
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

/** Where values are few: sorts them all. */
function sortAll(slice: Slice, { columns, perValue, probabilities }: Mixture): number[] {
  return walk(
    columns.map((c) => sortedValues(slice.columns[c]!)),
    columns.map((c) => slice.below[c]!),
    perValue,
    probabilities,
  );
}

/** Walks up sorted columns, of each of which so many values lie below. */
function walk(
  sorted: readonly (readonly number[])[],
  below: readonly number[],
  perValue: readonly number[],
  probabilities: readonly number[],
): number[] {
  if (sorted.length === 0) return probabilities.map(() => 0);
  const cumulative = below.slice();
  const position = sorted.map(() => 0);
  const results: number[] = [];
  let value = -Infinity;
  while (results.length < probabilities.length) {
    let nextValue = Infinity;
    for (let c = 0; c < sorted.length; c++) {
      const candidate = position[c]! < sorted[c]!.length ? sorted[c]![position[c]!]! : Infinity;
      if (candidate < nextValue) nextValue = candidate;
    }
    const last = nextValue === Infinity;
    if (!last) {
      value = nextValue;
      for (let c = 0; c < sorted.length; c++) {
        while (position[c]! < sorted[c]!.length && sorted[c]![position[c]!] === value) {
          position[c]!++;
          cumulative[c]!++;
        }
      }
    }
    const share = shareOf(perValue, cumulative);
    while (results.length < probabilities.length && (last || share >= probabilities[results.length]!)) results.push(value);
  }
  return results;
}

function sortedValues({ pieces, lived }: PiecedColumn): number[] {
  const values: number[] = [];
  for (let k = 0; k < pieces.length; k++) {
    const piece = pieces[k]!;
    for (let i = 0; i < piece.length; i++) if (lived === undefined || lived[k]![i]! >= 0) values.push(piece[i]!);
  }
  return values.sort((a, b) => a - b);
}

/** The same of a few values, mostly a handful. */
function sortedPart({ values, start, count }: Stretch): number[] {
  const sorted: number[] = [];
  for (let i = 0; i < count; i++) {
    const value = values[start + i]!;
    let place = i;
    for (; place > 0 && sorted[place - 1]! > value; place--) sorted[place] = sorted[place - 1]!;
    sorted[place] = value;
  }
  return sorted;
}
