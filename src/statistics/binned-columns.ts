import type { Work } from '../plain/work';
import { piecesOf, valueWork, type ColumnPart, type Outlook, type PiecedColumn } from './pieced-column';

/** Room to count in, for one set of columns after the other: memory that was never touched is slow to come by. */
export class BinRoom {
  #counts = new Int32Array(0);

  /** So many counts of nothing. */
  counts(length: number): Int32Array {
    if (this.#counts.length < length) return (this.#counts = new Int32Array(length));
    return this.#counts.subarray(0, length).fill(0);
  }
}

/**
 * Columns counted in the same bins, and of some bins the values themselves. Of each column there are two rows: some of its values, and the others. A value
 * that comes up often has a bin of its own, between those below and those above it.
 */
export class BinnedColumns {
  /** Row by row, others before some: how many values lie in a bin or below it. */
  readonly #upTo: Int32Array;
  /** The value that is alone in a bin; none of them where values hardly come up twice. */
  readonly #only: Float64Array | undefined;
  readonly #mixed: Uint8Array;
  /** Row by row: where the values of each wanted bin begin. */
  readonly #starts: readonly Map<number, number>[];
  readonly #sizes: number[];
  readonly #scheme: Scheme;
  #gathered: readonly Float64Array[] = [];
  readonly bins: number;

  /** So many bins of one width, and two more. What lies beyond them all is in the first or last. */
  constructor(
    private readonly columns: readonly PiecedColumn[],
    { low, high, common }: Outlook,
    wide: number,
    room: BinRoom,
  ) {
    const bins = wide + 2;
    this.bins = bins;
    this.#scheme = { low, scale: wide / (high - low), wide, bins, common };
    this.#upTo = room.counts(2 * columns.length * bins);
    this.#only = common === common ? new Float64Array(bins).fill(NaN) : undefined;
    this.#mixed = new Uint8Array(bins);
    this.#starts = Array.from({ length: 2 * columns.length }, () => new Map<number, number>());
    this.#sizes = columns.map(() => 0);
  }

  *count(): Work<void> {
    const { bins } = this;
    const scheme = this.#scheme;
    for (const [c, { pieces, lived }] of this.columns.entries()) {
      const counts = this.#upTo.subarray(2 * c * bins, 2 * (c + 1) * bins);
      for (const [k, piece] of pieces.entries()) {
        if (this.#only === undefined) countBins(piece, lived?.[k], scheme, counts);
        else countAlike(piece, lived?.[k], scheme, counts, this.#only, this.#mixed);
        yield piece.length * valueWork;
      }
      addUp(counts.subarray(0, bins));
      addUp(counts.subarray(bins));
    }
  }

  /** How many values of a part lie in a bin or below it. */
  upTo({ column, some }: ColumnPart, bin: number): number {
    const row = (2 * column + 1) * this.bins + bin;
    return this.#upTo[row]! + (some ? 0 : this.#upTo[row - this.bins]!);
  }

  /** How many lie below it. */
  before(part: ColumnPart, bin: number): number {
    return bin === 0 ? 0 : this.upTo(part, bin - 1);
  }

  /** The only value there is in a bin, where that is known. */
  only(bin: number): number | undefined {
    return this.#only === undefined || this.#mixed[bin] === 1 ? undefined : this.#only[bin]!;
  }

  /** The values of these parts in that bin are to be gathered, unless it holds a single one. */
  want(bin: number, parts: readonly ColumnPart[]): void {
    if (this.only(bin) !== undefined) return;
    for (const { column, some } of parts) {
      for (let row = 2 * column + (some ? 1 : 0); row <= 2 * column + 1; row++) {
        if (this.#starts[row]!.has(bin)) continue;
        this.#starts[row]!.set(bin, this.#sizes[column]!);
        this.#sizes[column]! += this.#inRow(row, bin);
      }
    }
  }

  #inRow(row: number, bin: number): number {
    const at = row * this.bins + bin;
    return this.#upTo[at]! - (bin === 0 ? 0 : this.#upTo[at - 1]!);
  }

  *gather(): Work<void> {
    const { bins } = this;
    const scheme = this.#scheme;
    this.#gathered = this.#sizes.map((length) => new Float64Array(length));
    // Where the next value of a bin goes; −1 for a bin that nobody wants.
    const next = new Int32Array(2 * bins).fill(-1);
    for (const [c, { pieces, lived }] of this.columns.entries()) {
      if (this.#sizes[c] === 0) continue;
      for (const own of [0, 1]) for (const [bin, start] of this.#starts[2 * c + own]!) next[own * bins + bin] = start;
      for (const [k, piece] of pieces.entries()) {
        gather(piece, lived?.[k], scheme, next, this.#gathered[c]!);
        yield piece.length * valueWork;
      }
      for (const own of [0, 1]) for (const bin of this.#starts[2 * c + own]!.keys()) next[own * bins + bin] = -1;
    }
  }

  /** What was gathered of a part in a bin. */
  valuesIn({ column, some }: ColumnPart, bin: number): PiecedColumn {
    const rows = some ? [2 * column + 1] : [2 * column, 2 * column + 1];
    const pieces = rows.flatMap((row) => {
      const start = this.#starts[row]!.get(bin)!;
      return piecesOf(this.#gathered[column]!.subarray(start, start + this.#inRow(row, bin)));
    });
    return { pieces };
  }
}

/** Which values go into which bin. */
interface Scheme {
  readonly low: number;
  readonly scale: number;
  /** Bins of one width, and all there are. */
  readonly wide: number;
  readonly bins: number;
  /** The value with a bin of its own; NaN: none. */
  readonly common: number;
}

function addUp(counts: Int32Array): void {
  for (let bin = 1; bin < counts.length; bin++) counts[bin]! += counts[bin - 1]!;
}

/** The bin of a value; what lies beyond them all is in the first or last. */
function binOf(value: number, { low, scale, wide, common }: Scheme): number {
  const bin = wideBin((value - low) * scale, wide - 1);
  return value >= common ? bin + (value > common ? 2 : 1) : bin;
}

/** The bin at a place, of those of one width. */
function wideBin(place: number, last: number): number {
  return place > 0 ? (place < last ? place | 0 : last) : 0;
}

function countBins(values: Float64Array, lived: Float64Array | undefined, { low, scale, wide, bins }: Scheme, counts: Int32Array): void {
  const last = wide - 1;
  if (lived === undefined) for (let i = 0; i < values.length; i++) counts[bins + wideBin((values[i]! - low) * scale, last)]!++;
  else for (let i = 0; i < values.length; i++) counts[(lived[i]! < 0 ? 0 : bins) + wideBin((values[i]! - low) * scale, last)]!++;
}

/** Counts, and notes the only value of each bin, as long as there is no other. */
function countAlike(
  values: Float64Array,
  lived: Float64Array | undefined,
  scheme: Scheme,
  counts: Int32Array,
  only: Float64Array,
  mixed: Uint8Array,
): void {
  const { bins } = scheme;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    const bin = binOf(value, scheme);
    counts[(lived !== undefined && lived[i]! < 0 ? 0 : bins) + bin]!++;
    if (value === only[bin]!) continue;
    if (only[bin]! === only[bin]!) mixed[bin] = 1;
    else only[bin] = value;
  }
}

/** Puts each value of a wanted bin where the next of that row and bin goes. */
function gather(values: Float64Array, lived: Float64Array | undefined, scheme: Scheme, next: Int32Array, into: Float64Array): void {
  const { bins } = scheme;
  for (let i = 0; i < values.length; i++) {
    const at = (lived !== undefined && lived[i]! < 0 ? 0 : bins) + binOf(values[i]!, scheme);
    const to = next[at]!;
    if (to < 0) continue;
    into[to] = values[i]!;
    next[at] = to + 1;
  }
}
