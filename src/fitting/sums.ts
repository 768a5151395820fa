import { CholeskyDecomposition, Matrix } from 'ml-matrix';

/** Weights of columns, and what is added. */
export interface Line {
  readonly weights: readonly number[];
  readonly constant: number;
  /** Sum of squared errors over what it was fitted to. */
  readonly error: number;
}

/**
 * Ratings and columns as sums of squares and products, fold by fold: from these a line is fitted to any set of folds, and judged on any other, without
 * looking at a recording again. Everything is taken from its mean first, so that no digits are lost.
 */
export class Sums {
  /** Columns, ratings, and the constant 1. */
  readonly #size: number;
  readonly #folds: readonly Float64Array[];
  readonly #centres: Float64Array;

  constructor(columns: readonly Float64Array[], ratings: Float64Array, foldOf: Int32Array, folds: number) {
    const all = [...columns, ratings];
    const size = (this.#size = all.length + 1);
    this.#centres = Float64Array.from(all, (column) => column.reduce((sum, value) => sum + value, 0) / column.length);
    this.#folds = Array.from({ length: folds }, () => new Float64Array(size * size));
    const row = new Float64Array(size);
    row[size - 1] = 1;
    for (let i = 0; i < ratings.length; i++) {
      for (let c = 0; c < all.length; c++) row[c] = all[c]![i]! - this.#centres[c]!;
      const sums = this.#folds[foldOf[i]!]!;
      for (let a = 0; a < size; a++) for (let b = 0; b <= a; b++) sums[a * size + b]! += row[a]! * row[b]!;
    }
  }

  /** The folds added up but for those left out. */
  without(...left: readonly number[]): Float64Array {
    const sums = new Float64Array(this.#size * this.#size);
    for (const [fold, own] of this.#folds.entries()) {
      if (left.includes(fold)) continue;
      for (let at = 0; at < sums.length; at++) sums[at]! += own[at]!;
    }
    return sums;
  }

  /** The sum of squared distances of a fold's ratings from the mean of the ratings a line was fitted to. */
  spread(fold: number, fitted: Float64Array): number {
    const size = this.#size;
    const own = this.#folds[fold]!;
    const [y, one] = [size - 2, size - 1];
    const mean = fitted[one * size + y]! / fitted[one * size + one]!;
    return own[y * size + y]! - 2 * mean * own[one * size + y]! + mean * mean * own[one * size + one]!;
  }

  /** The sum of squared errors of a line on a fold. */
  error(fold: number, line: Line): number {
    return this.#errorOn(this.#folds[fold]!, line.weights, line.constant);
  }

  #errorOn(sums: Float64Array, weights: readonly number[], constant: number): number {
    const size = this.#size;
    // The error of a recording is this combination of what was summed.
    const factors = [...weights.map((weight) => -weight), 1, -constant];
    let error = 0;
    for (let a = 0; a < size; a++) {
      for (let b = 0; b <= a; b++) error += (a === b ? 1 : 2) * factors[a]! * factors[b]! * sums[a * size + b]!;
    }
    return error > 0 ? error : 0;
  }

  /** The line with the least error of those in which no column weighs less than nothing: what feels better is not rated worse. */
  fit(sums: Float64Array): Line {
    const columns = this.#size - 2;
    let best = this.#flat(sums);
    // Few columns: the best weights of 0 or more are the best of some subset that come out above 0.
    for (let chosen = 1; chosen < 1 << columns; chosen++) {
      const subset = Array.from({ length: columns }, (_, c) => c).filter((c) => (chosen >> c) & 1);
      const line = this.#fitTo(sums, subset);
      if (line !== undefined && line.error < best.error && subset.every((c) => line.weights[c]! > 0)) best = line;
    }
    return best;
  }

  #flat(sums: Float64Array): Line {
    const size = this.#size;
    const [y, one] = [size - 2, size - 1];
    const constant = sums[one * size + y]! / sums[one * size + one]!;
    const weights = Array.from({ length: size - 2 }, () => 0);
    return { weights, constant, error: this.#errorOn(sums, weights, constant) };
  }

  /** Undefined where the columns say the same thing, or nothing. */
  #fitTo(sums: Float64Array, subset: readonly number[]): Line | undefined {
    const size = this.#size;
    const [y, one] = [size - 2, size - 1];
    const count = sums[one * size + one]!;
    const product = (a: number, b: number): number =>
      sums[Math.max(a, b) * size + Math.min(a, b)]! - (sums[one * size + a]! * sums[one * size + b]!) / count;
    const scales = subset.map((c) => Math.sqrt(Math.max(0, product(c, c))));
    if (scales.some((scale) => !(scale > 1e-9 * Math.sqrt(count)))) return undefined;
    const correlations = subset.map((a, i) => subset.map((b, j) => product(a, b) / (scales[i]! * scales[j]!)));
    let solved: number[];
    if (subset.length === 1) solved = [product(subset[0]!, y) / scales[0]!];
    else {
      const decomposition = new CholeskyDecomposition(new Matrix(correlations));
      const { lowerTriangularMatrix } = decomposition;
      if (!decomposition.isPositiveDefinite() || subset.some((_, i) => lowerTriangularMatrix.get(i, i) < 1e-5)) return undefined;
      solved = decomposition.solve(Matrix.columnVector(subset.map((c, i) => product(c, y) / scales[i]!))).to1DArray();
    }
    const weights = Array.from({ length: size - 2 }, () => 0);
    for (const [i, c] of subset.entries()) weights[c] = solved[i]! / scales[i]!;
    let constant = sums[one * size + y]!;
    for (const [c, weight] of weights.entries()) constant -= weight * sums[one * size + c]!;
    constant /= count;
    return { weights, constant, error: this.#errorOn(sums, weights, constant) };
  }

  /** What a line says of a recording. */
  predict({ weights, constant }: Line, columns: readonly Float64Array[], place: number): number {
    let predicted = this.#centres[columns.length]! + constant;
    for (let c = 0; c < columns.length; c++) predicted += weights[c]! * (columns[c]![place]! - this.#centres[c]!);
    return predicted;
  }

  /** The constant of a line for columns and ratings as they are, not taken from their means. */
  constantOf({ weights, constant }: Line): number {
    const columns = this.#size - 2;
    return weights.reduce((sum, weight, c) => sum - weight * this.#centres[c]!, constant + this.#centres[columns]!);
  }
}
