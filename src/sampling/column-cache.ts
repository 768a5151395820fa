/** Keeps whole drawn columns between runs, within a bound. What no longer fits is simply drawn again each time. */
export class ColumnCache {
  readonly #columns = new Map<string, Float64Array>();
  #bytes = 0;

  constructor(readonly maxBytes: number) {}

  get bytes(): number {
    return this.#bytes;
  }

  /** The column kept under `key`, made by `fill` the first time. Undefined when there is no room for it. */
  find(key: string, length: number, fill: (out: Float64Array) => void): Float64Array | undefined {
    const known = this.#columns.get(key);
    if (known !== undefined) {
      // Used last goes last: what has not been used for longest is let go first.
      this.#columns.delete(key);
      this.#columns.set(key, known);
      return known;
    }
    const size = length * Float64Array.BYTES_PER_ELEMENT;
    if (size > this.maxBytes) return undefined;
    const made = new Float64Array(length);
    fill(made);
    // Room is made last: filling a column may have kept another that it is made from.
    for (const [oldest, column] of this.#columns) {
      if (this.#bytes + size <= this.maxBytes) break;
      this.#columns.delete(oldest);
      this.#bytes -= column.byteLength;
    }
    this.#columns.set(key, made);
    this.#bytes += size;
    return made;
  }
}
