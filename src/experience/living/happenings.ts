import { uniformFromWord } from '../../random/stream';
import type { Arena } from '../../sampling/arena';
import type { Slot } from '../../sampling/column-plan';

/** Steps in one word. */
const wordBits = 32;

/** Nothing is known of any customer. */
const nothing: Int32Array = new Int32Array(0);

/**
 * In which steps of a block more may happen to a customer than what is drawn for time and affect: one bit a step and customer, filled column by
 * column together with the words of its chances. A step without its bit is quiet, and is passed through at once.
 */
export class Happenings {
  /** One array for each 32 steps, one word in it for each customer. */
  readonly #words: Int32Array[];
  /** The steps that are quiet for nobody, in the same order. */
  readonly #always: Int32Array;

  /** `eventful`: of each step, whether it is quiet for nobody. */
  constructor(private readonly eventful: readonly boolean[]) {
    this.#always = new Int32Array(Math.ceil(eventful.length / wordBits));
    eventful.forEach((always, step) => (this.#always[step >> 5]! |= always ? 1 << step : 0));
    this.#words = Array.from(this.#always, () => nothing);
  }

  /** Begins a block. */
  begin(arena: Arena, count: number): void {
    for (const [word, always] of this.#always.entries()) this.#words[word] = arena.takeWords().fill(always, 0, count);
  }

  /** A chance of a step: for whom it comes true, the step is not quiet. */
  note(step: number, uniform: Slot, probability: Slot, count: number): void {
    const bits = this.#words[step >> 5]!;
    const bit = 1 << step;
    const { words } = uniform;
    for (let i = 0; i < count; i++) if (uniformFromWord(words[i]!) < probability.of(i)) bits[i]! |= bit;
  }

  /** The first step from one on that is not quiet for a customer; the number of steps where there is none. */
  next(place: number, from: number): number {
    const words = this.#words;
    let word = from >> 5;
    if (word >= words.length) return from;
    let bits = (words[word]![place]! >>> from) << from;
    while (bits === 0) {
      if (++word === words.length) return this.eventful.length;
      bits = words[word]![place]!;
    }
    return (word << 5) + 31 - Math.clz32(bits & -bits);
  }
}
