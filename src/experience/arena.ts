/** Scratch columns for one block, handed out again and again so that loops allocate nothing. */
export class Arena {
  readonly #columns: Float64Array[] = [];
  #taken = 0;

  constructor(readonly blockSize: number) {}

  /** A column with whatever its last user left in it. */
  take(): Float64Array {
    const known = this.#columns[this.#taken];
    this.#taken++;
    if (known !== undefined) return known;
    const made = new Float64Array(this.blockSize);
    this.#columns.push(made);
    return made;
  }

  /** Where handing out stands, to go back to with {@link release}. */
  mark(): number {
    return this.#taken;
  }

  release(mark: number): void {
    this.#taken = mark;
  }
}
