import { finish, type Work } from '../plain/work';
import { BinnedColumns, BinRoom } from './binned-columns';
import { boundsOf, outlookOf, piecesOf, sortedPart, valueWork, type Bounds, type ColumnPart, type PiecedColumn } from './pieced-column';

/** A column of values that all carry the same weight: one segment's customers, its share divided among them. */
export interface WeightedColumn {
  readonly values: Float64Array;
  /** Weight of the whole column. */
  readonly weight: number;
}

/** What quantiles are asked of. Probabilities ascend. */
export interface Mixture {
  readonly parts: readonly ColumnPart[];
  readonly probabilities: readonly number[];
}

const sortBelow = 256;
/** Shares of a million customers differ by 1e-6; this only forgives rounding. */
const slack = 1e-12;

/** Exact quantiles of a weighted mixture of columns: for each p the smallest value at which the weighted share of values at or below it reaches p. Probabilities ascend. */
export function weightedQuantiles(columns: readonly WeightedColumn[], probabilities: readonly number[]): number[] {
  const pieced = columns.map(({ values }) => ({ pieces: piecesOf(values) }));
  const parts = columns.map(({ values, weight }, column) => ({ column, some: false, count: values.length, weight }));
  return finish(mixtureQuantiles(pieced, boundsOf(pieced), [mixtureOf(parts, probabilities)]))[0]!;
}

/** Parts of columns with a weight each, mixed. */
export function mixtureOf(
  parts: readonly (Pick<ColumnPart, 'column' | 'some' | 'count'> & { readonly weight: number })[],
  probabilities: readonly number[],
): Mixture {
  const used = parts.filter(({ count, weight }) => count > 0 && weight > 0);
  const whole = used.reduce((sum, { weight }) => sum + weight, 0);
  return {
    parts: used.map(({ column, some, count, weight }) => ({ column, some, count, below: 0, perValue: weight / whole / count })),
    probabilities,
  };
}

/** The share of a mixture at or below a value, from how many values of each of its parts lie there. */
function shareOf(parts: readonly ColumnPart[], counts: readonly number[]): number {
  let sum = slack;
  for (let k = 0; k < parts.length; k++) sum += counts[k]! * parts[k]!.perValue;
  return sum;
}

/**
 * Exact quantiles of each of several mixtures of parts of the same columns, in pieces of work and without sorting them: counts values into bins, then
 * looks inside only the bins that hold a quantile. However many mixtures there are, each value is looked at twice. `bounds`: of all values of all mixtures.
 */
export function* mixtureQuantiles(
  columns: readonly PiecedColumn[],
  bounds: Bounds,
  mixtures: readonly Mixture[],
  room = new BinRoom(),
): Work<number[][]> {
  if (bounds.low === bounds.high) return mixtures.map(({ probabilities }) => probabilities.map(() => bounds.low));
  const size = columns.reduce((sum, { pieces }) => pieces.reduce((own, { length }) => own + length, sum), 0);
  if (size <= sortBelow) return mixtures.map((mixture) => sortAll(columns, mixture));
  const bins = size < 8192 ? 512 : size < 65_536 ? 1024 : 2048;
  const outlook = outlookOf(columns, bounds);
  // Values may be so close that no bin between them has a width.
  if (!(bins / (outlook.high - outlook.low) < Infinity)) return mixtures.map((mixture) => sortAll(columns, mixture));

  const binned = new BinnedColumns(columns, outlook, bins, room);
  yield* binned.count();
  const wanted = mixtures.map((mixture) => binsOf(mixture, binned));
  for (const [m, found] of wanted.entries()) for (const { bin } of found) binned.want(bin, mixtures[m]!.parts);
  yield* binned.gather();
  const results = mixtures.map((): number[] => []);
  for (const [m, found] of wanted.entries()) {
    for (const { bin, probabilities } of found) {
      const only = binned.only(bin);
      if (only !== undefined) results[m]!.push(...probabilities.map(() => only));
      else results[m]!.push(...(yield* quantilesWithin(binned, bin, { parts: mixtures[m]!.parts, probabilities })));
    }
  }
  return results;
}

/** Those that lie in a bin. */
function* quantilesWithin(binned: BinnedColumns, bin: number, { parts, probabilities }: Mixture): Work<readonly number[]> {
  const columns = parts.map((part) => binned.valuesIn(part, bin));
  const inner = parts.map((part, column): ColumnPart => {
    const before = binned.before(part, bin);
    return { column, some: false, count: binned.upTo(part, bin) - before, below: part.below + before, perValue: part.perValue };
  });
  yield inner.reduce((sum, { count }) => sum + count, 0) * valueWork;
  const [found] = yield* mixtureQuantiles(columns, boundsOf(columns), [{ parts: inner, probabilities }]);
  return found!;
}

/** The bins that hold the quantiles of a mixture, and which: the first at which the share is reached; what is never reached is in the last. */
function binsOf({ parts, probabilities }: Mixture, binned: BinnedColumns): { readonly bin: number; readonly probabilities: number[] }[] {
  const counts = parts.map(() => 0);
  const shareAt = (bin: number): number => {
    for (let k = 0; k < parts.length; k++) counts[k] = parts[k]!.below + binned.upTo(parts[k]!, bin);
    return shareOf(parts, counts);
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

/** Where values are few: sorts them all and walks up. */
function sortAll(columns: readonly PiecedColumn[], { parts, probabilities }: Mixture): number[] {
  if (parts.length === 0) return probabilities.map(() => 0);
  const sorted = parts.map((part) => sortedPart(columns, part));
  const cumulative = parts.map(({ below }) => below);
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
    const share = shareOf(parts, cumulative);
    while (results.length < probabilities.length && (last || share >= probabilities[results.length]!)) results.push(value);
  }
  return results;
}
