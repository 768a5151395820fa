import type { Candidate } from './candidates';
import type { Entrant } from './choose';
import { Sums, type Line } from './sums';

/** A candidate fitted to some folds: the setting that did best there, and its line. */
export interface Fitted {
  readonly setting: number;
  readonly line: Line;
}

/** A candidate with its sums, which can be fitted to any of the folds and judged on any other. */
export class Contestant {
  readonly #sums: readonly Sums[];

  constructor(
    readonly candidate: Candidate,
    ratings: Float64Array,
    foldOf: Int32Array,
    readonly folds: number,
  ) {
    this.#sums = candidate.settings.map(({ columns }) => new Sums(columns, ratings, foldOf, folds));
  }

  /** Fitted to all folds but those left out. */
  fit(...left: readonly number[]): Fitted {
    let best: Fitted | undefined;
    for (const [setting, sums] of this.#sums.entries()) {
      const line = sums.fit(sums.without(...left));
      if (best === undefined || line.error < best.line.error) best = { setting, line };
    }
    return best!;
  }

  /** Squared errors, and squared distances from the mean of the others, on a fold, of what was fitted without it and those left out beside it. */
  judge(fold: number, ...left: readonly number[]): { readonly error: number; readonly spread: number } {
    const { setting, line } = this.fit(fold, ...left);
    const sums = this.#sums[setting]!;
    return { error: sums.error(fold, line), spread: sums.spread(fold, sums.without(fold, ...left)) };
  }

  /** What it makes of folds that it was not fitted to: all but those left out. */
  validate(...left: readonly number[]): Entrant {
    const errors: number[] = [];
    let [whole, spread] = [0, 0];
    for (let fold = 0; fold < this.folds; fold++) {
      if (left.includes(fold)) continue;
      const judged = this.judge(fold, ...left);
      errors.push(judged.error);
      whole += judged.error;
      spread += judged.spread;
    }
    return { candidate: this.candidate, rSquared: spread > 0 ? 1 - whole / spread : 0, errors };
  }

  /** What each of its settings makes by itself of folds that it was not fitted to. */
  eachSetting(): readonly { readonly halfLife: number; readonly rSquared: number }[] {
    return this.#sums.map((sums, setting) => {
      let [error, spread] = [0, 0];
      for (let fold = 0; fold < this.folds; fold++) {
        const fitted = sums.without(fold);
        error += sums.error(fold, sums.fit(fitted));
        spread += sums.spread(fold, fitted);
      }
      return { halfLife: this.candidate.settings[setting]!.tried!, rSquared: spread > 0 ? 1 - error / spread : 0 };
    });
  }

  /** What it says of a recording it was made from, or with other columns of any other. */
  predict({ setting, line }: Fitted, place: number, of: Candidate = this.candidate): number {
    return this.#sums[setting]!.predict(line, of.settings[setting]!.columns, place);
  }

  constantOf({ setting, line }: Fitted): number {
    return this.#sums[setting]!.constantOf(line);
  }
}
