import type { Arena } from '../../sampling/arena';
import type { ChancePlan, StepPlan } from '../journey-plan';
import { uniformOf } from './chance';

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
  readonly words: Int32Array[];

  constructor(private readonly steps: readonly StepPlan[]) {
    this.words = new Array<Int32Array>(Math.ceil(steps.length / wordBits)).fill(nothing);
  }

  /** Begins a block: the steps that are quiet for nobody. The chances of the others come with {@link note}. */
  begin(arena: Arena, count: number): void {
    for (let word = 0; word < this.words.length; word++) {
      let always = 0;
      for (let k = word * wordBits; k < (word + 1) * wordBits && k < this.steps.length; k++) if (!isPlain(this.steps[k]!)) always |= 1 << k;
      this.words[word] = arena.takeWords().fill(always, 0, count);
    }
  }

  /** The first step from one on that is not quiet for a customer; the number of steps where there is none. */
  next(place: number, from: number): number {
    const { words } = this;
    let word = from >> 5;
    if (word >= words.length) return from;
    let bits = (words[word]![place]! >>> from) << from;
    while (bits === 0) {
      if (++word === words.length) return this.steps.length;
      bits = words[word]![place]!;
    }
    return (word << 5) + 31 - Math.clz32(bits & -bits);
  }

  /** For whom a chance of a step comes true. */
  note(step: number, { uniform, probability }: ChancePlan, count: number): void {
    const bits = this.words[step >> 5]!;
    const bit = 1 << step;
    const { words } = uniform;
    if (probability.mask === 0) {
      // uniform < p, without making a number of the word that is thrown away: (word + ½)/2^32 < p.
      const bound = probability.of(0) * 4294967296 - 0.5;
      for (let i = 0; i < count; i++) if (words[i]! >>> 0 < bound) bits[i]! |= bit;
    } else for (let i = 0; i < count; i++) if (uniformOf(uniform, i) < probability.of(i)) bits[i]! |= bit;
  }
}

/** Something whose chances alone can make it more than what is drawn. */
function isPlain({ node }: StepPlan): boolean {
  return node.kind === 'unit' && !node.eventful;
}
