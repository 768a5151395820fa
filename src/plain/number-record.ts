/** Numbers written down one after the other, to be read again in the same order. */
export class NumberWriter {
  readonly #pieces: (number | Float64Array)[] = [];
  #length = 0;

  put(value: number): void {
    this.#pieces.push(value);
    this.#length++;
  }

  /** A column with its length before it, whole or in pieces. It is copied in the end, and must stay as it is until then. */
  putAll(...pieces: readonly Float64Array[]): void {
    const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
    this.put(length);
    for (const piece of pieces) this.#pieces.push(piece);
    this.#length += length;
  }

  /** In memory of their own. */
  get written(): Float64Array {
    const written = new Float64Array(this.#length);
    let at = 0;
    for (const piece of this.#pieces) {
      if (typeof piece === 'number') written[at++] = piece;
      else {
        written.set(piece, at);
        at += piece.length;
      }
    }
    return written;
  }
}

/** Reads what a {@link NumberWriter} wrote. Throws where it ends too early. */
export class NumberReader {
  #place = 0;

  constructor(private readonly numbers: Float64Array) {}

  take(): number {
    const value = this.numbers[this.#place++];
    if (value === undefined) throw new RangeError('a record that ends too early');
    return value;
  }

  takeAll(): Float64Array {
    const length = this.take();
    const from = this.#place;
    if (!(length >= 0 && from + length <= this.numbers.length)) throw new RangeError('a record that ends too early');
    return this.numbers.subarray(from, (this.#place = from + length));
  }

  /** Throws where something is left. */
  finish(): void {
    if (this.#place !== this.numbers.length) throw new RangeError('a record that goes on too long');
  }
}
