import type { Arena } from '../../sampling/arena';
import type { Slot } from '../../sampling/column-plan';

/** What a quiet step is made of. `felt`: where it is a column. */
export interface QuietStep {
  readonly seconds: Slot;
  readonly start: Slot;
  readonly end: Slot;
  readonly felt: Slot | undefined;
}

/** Numbers of one step in a row: seconds, affect at the start, affect at the end, felt seconds. */
export const rowStride = 4;

/** Numbers that are turned round at a time: few enough to stay in a processor's nearest memory until they are read. */
const atOnce = 3072;

/**
 * What is drawn for the steps that may be quiet, customer by customer instead of column by column. A piece of the block at a time is turned round, step
 * by step, when the first of its customers comes; all of them then read on in a row.
 */
export class QuietRows {
  #rows: Float64Array = new Float64Array(0);
  #count = 0;
  /** The first customer of the piece at hand; −1: none yet. */
  #from = -1;
  /** Customers in a piece. */
  readonly #piece: number;
  readonly #width: number;

  /** Undefined: a step that is quiet for nobody. */
  constructor(private readonly steps: readonly (QuietStep | undefined)[]) {
    this.#width = rowStride * steps.length;
    this.#piece = Math.max(1, Math.floor(atOnce / this.#width));
  }

  /** Begins a block. */
  begin(arena: Arena, count: number): void {
    this.#rows = arena.row(this.#width * this.#piece);
    this.#count = count;
    this.#from = -1;
  }

  /** All numbers of the piece at hand. */
  get numbers(): Float64Array {
    return this.#rows;
  }

  /** Where those of a customer begin. */
  of(place: number): number {
    const within = place % this.#piece;
    if (place - within !== this.#from) this.#turn(place - within);
    return within * this.#width;
  }

  #turn(from: number): void {
    const to = Math.min(this.#count, from + this.#piece);
    for (const [step, columns] of this.steps.entries()) {
      if (columns === undefined) continue;
      const at = rowStride * step;
      this.#put(columns.seconds, from, to, at);
      this.#put(columns.start, from, to, at + 1);
      this.#put(columns.end, from, to, at + 2);
      if (columns.felt !== undefined) this.#put(columns.felt, from, to, at + 3);
    }
    this.#from = from;
  }

  #put({ values, mask }: Slot, from: number, to: number, first: number): void {
    const rows = this.#rows;
    const width = this.#width;
    // What nobody asked for is not filled.
    if (values.length === 0) return;
    if (mask === 0) {
      const value = values[0]!;
      for (let i = from, at = first; i < to; i++, at += width) rows[at] = value;
    } else for (let i = from, at = first; i < to; i++, at += width) rows[at] = values[i]!;
  }
}
