/** Of so many lengths at most (judgement): a first look and a whole answer, and what was asked before. */
const mostLengths = 4;

/**
 * Columns that nobody looks at any more, to be written again: memory that was never touched is slow to come by, and that which is thrown away has to be
 * collected while somebody waits.
 */
export class SpareColumns {
  /** By their length, what was given last at the end. */
  readonly #columns = new Map<number, Float64Array[]>();

  get bytes(): number {
    let bytes = 0;
    for (const [length, { length: count }] of this.#columns) bytes += length * count * Float64Array.BYTES_PER_ELEMENT;
    return bytes;
  }

  /** With whatever its last user left in it. */
  take(length: number): Float64Array {
    return this.#columns.get(length)?.pop() ?? new Float64Array(length);
  }

  give(column: Float64Array): void {
    const { length } = column;
    const known = this.#columns.get(length) ?? [];
    known.push(column);
    this.#columns.delete(length);
    this.#columns.set(length, known);
    if (this.#columns.size > mostLengths) this.#columns.delete(this.#columns.keys().next().value!);
  }
}
