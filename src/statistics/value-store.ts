import type { NumberReader, NumberWriter } from '../plain/number-record';
import { ValueHistogram } from './value-histogram';
import { mostAtOnce } from './pieced-column';
import type { Room } from './room';

/** Some values of a column, the first of which is at a place. */
interface Piece {
  readonly at: number;
  readonly values: Float64Array;
  /** How many of them are there. */
  filled: number;
}

/** The values of one column, added block by block in customer order, or joined by ranges in any. */
export class ValueStore {
  /** In order of their places. */
  readonly #pieces: Piece[] = [];
  readonly #histogram: ValueHistogram | undefined;
  #filled = 0;

  constructor(private readonly room: Room) {
    if (room.rule === 'histogram') this.#histogram = new ValueHistogram();
  }

  get bytes(): number {
    return this.#pieces.reduce((sum, { values }) => sum + values.byteLength, 0);
  }

  add(column: Float64Array, count: number): void {
    if (this.#histogram !== undefined) for (let i = 0; i < count; i++) this.#histogram.add(column[i]!);
    else {
      for (let from = 0; from < count;) {
        const piece = this.#open(count - from);
        const to = Math.min(count, from + piece.values.length - piece.filled);
        piece.values.set(from === 0 && to === column.length ? column : column.subarray(from, to), piece.filled);
        piece.filled += to - from;
        from = to;
      }
    }
    this.#filled += count;
  }

  /** A piece with room: as much as is still to come, as far as that is known, and no more than is looked through without a pause. */
  #open(atLeast: number): Piece {
    const last = this.#pieces.at(-1);
    if (last !== undefined && last.filled < last.values.length) return last;
    const at = last === undefined ? 0 : last.at + last.filled;
    const expected = this.room.customers > at ? this.room.customers - at : at;
    const length = Math.max(atLeast, Math.min(mostAtOnce, expected));
    const piece = { at, values: this.room.spare?.take(length) ?? new Float64Array(length), filled: 0 };
    this.#pieces.push(piece);
    return piece;
  }

  /** Nobody will ask for its values any more. */
  release(): void {
    for (const { values } of this.#pieces) this.room.spare?.give(values);
    this.#pieces.length = 0;
  }

  save(to: NumberWriter): void {
    if (this.#histogram === undefined) to.putAll(...this.pieces!);
    else this.#histogram.save(to);
  }

  /** Adds what was saved of others. `at`: the place of the first of them, where their order counts. */
  join(from: NumberReader, at: number = this.#filled): void {
    if (this.#histogram !== undefined) return this.#histogram.join(from);
    const values = from.takeAll();
    if (values.length === 0) return;
    let index = this.#pieces.length;
    while (index > 0 && this.#pieces[index - 1]!.at > at) index--;
    this.#pieces.splice(index, 0, { at, values, filled: values.length });
    this.#filled += values.length;
  }

  /** All values so far, in order; undefined where they are only counted. */
  get pieces(): readonly Float64Array[] | undefined {
    if (this.#histogram !== undefined) return undefined;
    return this.#pieces.map(({ values, filled }) => (filled === values.length ? values : values.subarray(0, filled)));
  }

  /** {@link pieces} as one column. */
  get values(): Float64Array | undefined {
    return this.#histogram === undefined ? this.part(0, this.#filled) : undefined;
  }

  /** The values at some places, only where every value is kept. */
  part(first: number, count: number): Float64Array {
    const end = first + count;
    const within = this.#pieces.filter(({ at, filled }) => at < end && at + filled > first);
    const [only] = within;
    if (within.length === 1) return only!.values.subarray(first - only!.at, end - only!.at);
    const found = new Float64Array(count);
    for (const { at, values, filled } of within) {
      found.set(values.subarray(Math.max(0, first - at), Math.min(filled, end - at)), Math.max(0, at - first));
    }
    return found;
  }

  get histogram(): ValueHistogram | undefined {
    return this.#histogram;
  }
}
