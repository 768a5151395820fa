/** What was written: numbers, and beside them columns that stand apart. */
export interface NumberRecord {
  readonly numbers: Float64Array;
  readonly columns: readonly Float64Array[];
}

/** A column as long as this is worth memory of its own (judgement). */
const longColumn = 1024;

/** Numbers written down one after the other, to be read again in the same order. */
export class NumberWriter {
  readonly #pieces: (number | Float64Array)[] = [];
  readonly #columns: Float64Array[] = [];
  #length = 0;

  /** `apart`: long columns are not copied; what is written holds the memory they came in. */
  constructor(private readonly apart = false) {}

  put(value: number): void {
    this.#pieces.push(value);
    this.#length++;
  }

  /** A column with its length before it, whole or in pieces. It must stay as it is until all is written. */
  putAll(...pieces: readonly Float64Array[]): void {
    const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
    const apart = this.apart && pieces.length === 1 && length >= longColumn;
    this.put(apart ? -length : length);
    if (apart) this.#columns.push(...pieces);
    else {
      for (const piece of pieces) this.#pieces.push(piece);
      this.#length += length;
    }
  }

  get written(): NumberRecord {
    const numbers = new Float64Array(this.#length);
    let at = 0;
    for (const piece of this.#pieces) {
      if (typeof piece === 'number') numbers[at++] = piece;
      else {
        numbers.set(piece, at);
        at += piece.length;
      }
    }
    return { numbers, columns: this.#columns };
  }
}

/** Reads what a {@link NumberWriter} wrote. Throws where it ends too early. */
export class NumberReader {
  #place = 0;
  #column = 0;

  constructor(private readonly record: NumberRecord) {}

  take(): number {
    const value = this.record.numbers[this.#place++];
    if (value === undefined) throw new RangeError('a record that ends too early');
    return value;
  }

  takeAll(): Float64Array {
    const { numbers, columns } = this.record;
    const length = this.take();
    if (length < 0) {
      const column = columns[this.#column++];
      if (column?.length !== -length) throw new RangeError('a record of another column');
      return column;
    }
    const from = this.#place;
    if (!(from + length <= numbers.length)) throw new RangeError('a record that ends too early');
    return numbers.subarray(from, (this.#place = from + length));
  }

  /** Throws where something is left. */
  finish(): void {
    if (this.#place !== this.record.numbers.length || this.#column !== this.record.columns.length)
      throw new RangeError('a record that goes on too long');
  }
}
