import type { Work } from '../plain/work';
import { piecesIn, repeats, valueWork, type PiecedColumn } from './pieced-column';

/** Values that stand together in a longer column. */
export interface Stretch {
  readonly values: Float64Array;
  readonly start: number;
  readonly count: number;
}

/** Columns counted in the same bins, and of some bins the values themselves. */
export class BinnedColumns {
  /** How many values of each column lie in a bin or below it. */
  readonly #upTo: readonly Int32Array[];
  /** The value that is alone in a bin; none of them where values hardly come up twice. */
  readonly #only: Float64Array | undefined;
  readonly #mixed: Uint8Array;
  /** Column by column: where the values of each wanted bin begin. */
  readonly #starts: readonly Map<number, number>[];
  readonly #sizes: number[];
  #gathered: readonly Float64Array[] = [];

  /** A bin is 1 ÷ `scale` wide. What lies beyond them all is in the first or last. */
  constructor(
    private readonly columns: readonly PiecedColumn[],
    private readonly low: number,
    private readonly scale: number,
    readonly bins: number,
  ) {
    const counts = new Int32Array(columns.length * bins);
    this.#upTo = columns.map((_, c) => counts.subarray(c * bins, (c + 1) * bins));
    this.#only = repeats(columns) ? new Float64Array(bins).fill(NaN) : undefined;
    this.#mixed = new Uint8Array(bins);
    this.#starts = columns.map(() => new Map());
    this.#sizes = columns.map(() => 0);
  }

  *count(): Work<void> {
    const { low, scale } = this;
    for (const [c, column] of this.columns.entries()) {
      const counts = this.#upTo[c]!;
      for (const [piece, lived] of piecesIn(column)) {
        if (this.#only === undefined) countBins(piece, lived, low, scale, counts);
        else countAlike(piece, lived, low, scale, counts, this.#only, this.#mixed);
        yield piece.length * valueWork;
      }
      for (let bin = 1; bin < counts.length; bin++) counts[bin]! += counts[bin - 1]!;
    }
  }

  upTo(column: number, bin: number): number {
    return this.#upTo[column]![bin]!;
  }

  before(column: number, bin: number): number {
    return bin === 0 ? 0 : this.#upTo[column]![bin - 1]!;
  }

  /** The only value there is in a bin, where that is known. */
  only(bin: number): number | undefined {
    return this.#only === undefined || this.#mixed[bin] === 1 ? undefined : this.#only[bin]!;
  }

  /** The values of these columns in that bin are to be gathered, unless it holds a single one. */
  want(bin: number, columns: readonly number[]): void {
    if (this.only(bin) !== undefined) return;
    for (const c of columns) {
      if (this.#starts[c]!.has(bin)) continue;
      this.#starts[c]!.set(bin, this.#sizes[c]!);
      this.#sizes[c]! += this.upTo(c, bin) - this.before(c, bin);
    }
  }

  *gather(): Work<void> {
    this.#gathered = this.#sizes.map((length) => new Float64Array(length));
    // Where the next value of a bin goes; −1 for a bin that nobody wants.
    const next = new Int32Array(this.bins).fill(-1);
    for (const [c, column] of this.columns.entries()) {
      if (this.#sizes[c] === 0) continue;
      for (const [bin, start] of this.#starts[c]!) next[bin] = start;
      for (const [piece, lived] of piecesIn(column)) {
        gather(piece, lived, this.low, this.scale, next, this.#gathered[c]!);
        yield piece.length * valueWork;
      }
      for (const bin of this.#starts[c]!.keys()) next[bin] = -1;
    }
  }

  /** What was gathered of a bin. */
  valuesIn(column: number, bin: number): Stretch {
    const start = this.#starts[column]!.get(bin)!;
    return { values: this.#gathered[column]!, start, count: this.upTo(column, bin) - this.before(column, bin) };
  }
}

/** The bin at a place; what lies beyond them all is in the first or last. */
function binAt(place: number, last: number): number {
  return place > 0 ? (place < last ? place | 0 : last) : 0;
}

function countBins(values: Float64Array, lived: Float64Array | undefined, low: number, scale: number, counts: Int32Array): void {
  const last = counts.length - 1;
  for (let i = 0; i < values.length; i++) {
    if (lived !== undefined && lived[i]! < 0) continue;
    counts[binAt((values[i]! - low) * scale, last)]!++;
  }
}

/** Counts, and notes the only value of each bin, as long as there is no other. */
function countAlike(
  values: Float64Array,
  lived: Float64Array | undefined,
  low: number,
  scale: number,
  counts: Int32Array,
  only: Float64Array,
  mixed: Uint8Array,
): void {
  const last = counts.length - 1;
  for (let i = 0; i < values.length; i++) {
    if (lived !== undefined && lived[i]! < 0) continue;
    const value = values[i]!;
    const bin = binAt((value - low) * scale, last);
    counts[bin]!++;
    if (value === only[bin]!) continue;
    if (only[bin]! === only[bin]!) mixed[bin] = 1;
    else only[bin] = value;
  }
}

/** Puts each value of a wanted bin where the next of that bin goes. */
function gather(
  values: Float64Array,
  lived: Float64Array | undefined,
  low: number,
  scale: number,
  next: Int32Array,
  into: Float64Array,
): void {
  const last = next.length - 1;
  for (let i = 0; i < values.length; i++) {
    const bin = binAt((values[i]! - low) * scale, last);
    const to = next[bin]!;
    if (to < 0 || (lived !== undefined && lived[i]! < 0)) continue;
    into[to] = values[i]!;
    next[bin] = to + 1;
  }
}
