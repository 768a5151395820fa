import { CholeskyDecomposition, Matrix } from 'ml-matrix';
import { log } from '../numerics/log';
import { logistic } from '../numerics/logistic';

const steps = 40;
const least = 1e-12;

/**
 * A cumulative link: P(answer ≤ k) = logistic(threshold k − slope·x), fitted by maximum likelihood to answers 0…K−1 (steps along the scores, halved while they make
 * it worse). An answer that nobody gave is as likely as if half a person had given it.
 */
export class CumulativeLink {
  /** Where each answer that somebody gave ends, but for the last; then the slope. */
  readonly #parameters: Float64Array;
  /** The place of each answer among those that somebody gave; −1 for the others. */
  readonly #placeOf: Int32Array;
  /** How likely each answer is that nobody gave. */
  readonly #unseen: number;
  readonly #unseenCount: number;

  constructor(x: Float64Array, given: Int32Array, used: readonly number[], count: number) {
    const seen = new Float64Array(count);
    for (const i of used) seen[given[i]!]!++;
    let places = 0;
    this.#placeOf = Int32Array.from(seen, (times) => (times > 0 ? places++ : -1));
    this.#unseenCount = count - places;
    this.#unseen = 0.5 / (used.length + 0.5 * this.#unseenCount);
    const answers = given.map((answer) => this.#placeOf[answer]!);
    const parameters = (this.#parameters = new Float64Array(places));
    let below = 0;
    for (const [answer, times] of seen.entries()) {
      below += times;
      const place = this.#placeOf[answer]!;
      if (place >= 0 && place < places - 1) parameters[place] = log(below / (used.length - below));
    }
    let likelihood = this.#likelihood(parameters, x, answers, used);
    for (let step = 0; step < steps; step++) {
      const { gradient, curvature } = derivatives(parameters, x, answers, used);
      const decomposition = new CholeskyDecomposition(curvature);
      if (!decomposition.isPositiveDefinite()) break;
      const move = decomposition.solve(Matrix.columnVector(gradient)).to1DArray();
      let size = 1;
      let next = parameters.map((value, p) => value + move[p]!);
      let reached = this.#likelihood(next, x, answers, used);
      while (!(reached >= likelihood) && size > 1e-6) {
        size /= 2;
        next = parameters.map((value, p) => value + size * move[p]!);
        reached = this.#likelihood(next, x, answers, used);
      }
      if (!(reached > likelihood)) break;
      const gained = reached - likelihood;
      parameters.set(next);
      likelihood = reached;
      if (gained < 1e-9 * used.length) break;
    }
  }

  #likelihood(parameters: Float64Array, x: Float64Array, answers: Int32Array, used: readonly number[]): number {
    let sum = 0;
    for (const i of used) {
      const probability = between(parameters, x[i]!, answers[i]!);
      if (!(probability > 0)) return -Infinity;
      sum += log(probability);
    }
    return sum;
  }

  /** Log probability of an answer. */
  logOf(x: number, answer: number): number {
    const place = this.#placeOf[answer]!;
    if (place < 0) return log(this.#unseen);
    const others = 1 - this.#unseenCount * this.#unseen;
    return log(Math.max(least, others * between(this.#parameters, x, place)));
  }
}

function between(parameters: Float64Array, x: number, answer: number): number {
  const last = parameters.length - 1;
  const shift = parameters[last]! * x;
  const high = answer < last ? logistic(parameters[answer]! - shift) : 1;
  const low = answer > 0 ? logistic(parameters[answer - 1]! - shift) : 0;
  return high - low;
}

/** Gradient of the log likelihood, and minus its second derivatives (their expectation, which is never indefinite). */
function derivatives(
  parameters: Float64Array,
  x: Float64Array,
  answers: Int32Array,
  used: readonly number[],
): { gradient: number[]; curvature: Matrix } {
  const size = parameters.length;
  const gradient = Array.from({ length: size }, () => 0);
  const curvature = Matrix.zeros(size, size);
  for (const i of used) {
    const shift = parameters[size - 1]! * x[i]!;
    const score = slopesOf(parameters, shift, x[i]!, answers[i]!);
    for (const [p, value] of score) {
      gradient[p]! += value;
      for (const [q, other] of score) curvature.set(p, q, curvature.get(p, q) + value * other);
    }
  }
  for (let p = 0; p < size; p++) curvature.set(p, p, curvature.get(p, p) + 1e-9 * used.length);
  return { gradient, curvature };
}

function slopesOf(parameters: Float64Array, shift: number, x: number, answer: number): [place: number, slope: number][] {
  const last = parameters.length - 1;
  const high = answer < last ? logistic(parameters[answer]! - shift) : 1;
  const low = answer > 0 ? logistic(parameters[answer - 1]! - shift) : 0;
  const probability = Math.max(least, high - low);
  const [steepHigh, steepLow] = [high * (1 - high), low * (1 - low)];
  const slopes: [number, number][] = [[last, (-x * (steepHigh - steepLow)) / probability]];
  if (answer < last) slopes.push([answer, steepHigh / probability]);
  if (answer > 0) slopes.push([answer - 1, -steepLow / probability]);
  return slopes;
}
