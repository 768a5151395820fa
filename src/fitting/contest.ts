import type { RootKey } from '../random/root-key';
import { chooseAmong, type Entrant } from './choose';
import { Contestant } from './contestant';
import { foldsOf } from './folds';
import type { Seen } from './levels';

/** All candidates fitted and judged part by part, and who wins by the rule. */
export class Contest {
  readonly foldOf: Int32Array;
  readonly folds: number;
  readonly contestants: readonly Contestant[];
  readonly entrants: readonly Entrant[];
  /** −1: none explains anything. */
  readonly chosen: number;

  constructor(
    readonly seen: Seen,
    root: RootKey,
    readonly margin: number,
    most = 10,
  ) {
    this.folds = Math.min(most, seen.groups);
    this.foldOf = foldsOf(seen.groupOf, seen.groups, this.folds, root);
    this.contestants = seen.candidates.map((candidate) => new Contestant(candidate, seen.ratings, this.foldOf, this.folds));
    this.entrants = this.contestants.map((one) => one.validate());
    this.chosen = chooseAmong(this.entrants, margin);
  }

  /** Who would be chosen without a part. */
  chosenWithout(fold: number): number {
    return chooseAmong(
      this.contestants.map((one) => one.validate(fold)),
      this.margin,
    );
  }

  /** What each candidate, fitted without its part, says of every rating; the last row is what their mean says. */
  predictions(): readonly Float64Array[] {
    const { ratings } = this.seen;
    const means = this.#meansWithout();
    const rows = this.contestants.map((one) => {
      const fitted = Array.from({ length: this.folds }, (_, fold) => one.fit(fold));
      return ratings.map((_, i) => one.predict(fitted[this.foldOf[i]!]!, i));
    });
    return [...rows, ratings.map((_, i) => means[this.foldOf[i]!]!)];
  }

  /** Mean of the ratings outside each part. */
  #meansWithout(): Float64Array {
    const { ratings } = this.seen;
    const [sums, counts] = [new Float64Array(this.folds), new Float64Array(this.folds)];
    let whole = 0;
    for (const [i, rating] of ratings.entries()) {
      sums[this.foldOf[i]!]! += rating;
      counts[this.foldOf[i]!]!++;
      whole += rating;
    }
    return sums.map((sum, fold) => (whole - sum) / (ratings.length - counts[fold]!));
  }

  /** What each, fitted to all of this, says of ratings that are no part of it; the last row is what the mean says. */
  predictionsOf({ candidates, ratings }: Seen): readonly Float64Array[] {
    const mean = this.seen.ratings.reduce((sum, rating) => sum + rating, 0) / this.seen.ratings.length;
    const rows = this.contestants.map((one, c) => {
      const fitted = one.fit();
      return ratings.map((_, i) => one.predict(fitted, i, candidates[c]));
    });
    return [...rows, ratings.map(() => mean)];
  }
}
