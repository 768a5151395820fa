/** Scratch columns for one block of customers, handed out again and again so that loops allocate nothing. */
export class Arena {
  readonly #columns: Float64Array[] = [];
  readonly #words: Int32Array[] = [];
  #row = new Float64Array(0);
  #taken = 0;
  #takenWords = 0;

  constructor(readonly blockSize: number) {}

  get bytes(): number {
    return (
      this.#row.byteLength +
      this.blockSize * (this.#columns.length * Float64Array.BYTES_PER_ELEMENT + this.#words.length * Int32Array.BYTES_PER_ELEMENT)
    );
  }

  /** A column with whatever its last user left in it. */
  take(): Float64Array {
    const known = this.#columns[this.#taken];
    this.#taken++;
    if (known !== undefined) return known;
    const made = new Float64Array(this.blockSize);
    this.#columns.push(made);
    return made;
  }

  /** Room for words, one a customer. */
  takeWords(): Int32Array {
    return (this.#words[this.#takenWords++] ??= new Int32Array(this.blockSize));
  }

  /** Room for so many numbers in a row: one for all, until the next asks for it. */
  row(length: number): Float64Array {
    if (this.#row.length < length) this.#row = new Float64Array(length);
    return this.#row;
  }

  /** Where handing out stands, to go back to with {@link release}. */
  mark(): number {
    return this.#taken;
  }

  release(mark: number): void {
    this.#taken = mark;
    if (mark === 0) this.#takenWords = 0;
  }
}
