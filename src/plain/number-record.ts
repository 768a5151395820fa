/** Numbers written down one after the other, to be read again in the same order. */
export class NumberWriter {
  #numbers = new Float64Array(1024);
  #count = 0;

  put(value: number): void {
    this.#makeRoom(1);
    this.#numbers[this.#count++] = value;
  }

  /** A column with its length before it. */
  putAll(values: Float64Array): void {
    this.put(values.length);
    this.#makeRoom(values.length);
    this.#numbers.set(values, this.#count);
    this.#count += values.length;
  }

  get written(): Float64Array {
    return this.#numbers.subarray(0, this.#count);
  }

  #makeRoom(more: number): void {
    const needed = this.#count + more;
    if (needed <= this.#numbers.length) return;
    const longer = new Float64Array(Math.max(needed, 2 * this.#numbers.length));
    longer.set(this.written);
    this.#numbers = longer;
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
