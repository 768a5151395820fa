import type { RootKey } from '../random/root-key';
import type { Interval } from '../statistics/interval';
import { drawWords } from './folds';
import type { Resampled } from './types';

const draws = 1000;

/** Squared errors of each row of predictions, group by group. */
export function groupErrors(
  predictions: readonly Float64Array[],
  ratings: Float64Array,
  groupOf: Int32Array,
  groups: number,
): Float64Array[] {
  return predictions.map((row) => {
    const errors = new Float64Array(groups);
    for (const [i, rating] of ratings.entries()) errors[groupOf[i]!]! += (rating - row[i]!) * (rating - row[i]!);
    return errors;
  });
}

/** R² of every candidate in data whose groups were drawn again, with replacement: one row of numbers for each candidate. */
export class Resampling {
  readonly #drawn: readonly Float64Array[];
  readonly #whole: readonly number[];

  constructor(
    errors: readonly Float64Array[],
    /** What errors are held against: those of the mean. */
    spread: Float64Array,
    root: RootKey,
    readonly confidence: number,
  ) {
    const groups = spread.length;
    const share = (of: Float64Array, all: number): number => (all > 0 ? 1 - of.reduce((sum, value) => sum + value, 0) / all : 0);
    const all = spread.reduce((sum, value) => sum + value, 0);
    this.#whole = errors.map((of) => share(of, all));
    const drawn = errors.map(() => new Float64Array(draws));
    const times = new Float64Array(groups);
    for (let draw = 0; draw < draws; draw++) {
      times.fill(0);
      for (const word of drawWords(root, `groups ${draw}`, 'resample', groups)) times[Math.floor((word / 4294967296) * groups)]!++;
      let drawnSpread = 0;
      for (let group = 0; group < groups; group++) drawnSpread += times[group]! * spread[group]!;
      for (const [candidate, of] of errors.entries()) {
        let error = 0;
        for (let group = 0; group < groups; group++) error += times[group]! * of[group]!;
        drawn[candidate]![draw] = drawnSpread > 0 ? 1 - error / drawnSpread : 0;
      }
    }
    this.#drawn = drawn;
  }

  of(candidate: number): Resampled {
    return { value: this.#whole[candidate]!, interval: this.#interval(this.#drawn[candidate]!) };
  }

  /** How much more one explains than another, the same groups drawn for both. */
  difference(one: number, other: number): Resampled {
    const [a, b] = [this.#drawn[one]!, this.#drawn[other]!];
    return { value: this.#whole[one]! - this.#whole[other]!, interval: this.#interval(a.map((value, draw) => value - b[draw]!)) };
  }

  #interval(values: Float64Array): Interval {
    const sorted = values.slice().sort();
    const tail = (1 - this.confidence) / 2;
    const at = (share: number): number => sorted[Math.min(draws - 1, Math.max(0, Math.ceil(share * draws) - 1))]!;
    return { low: at(tail), high: at(1 - tail), level: this.confidence };
  }
}
