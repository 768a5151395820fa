import { CholeskyDecomposition, Matrix } from 'ml-matrix';
import { log } from '../numerics/log';
import { logistic } from '../numerics/logistic';

const steps = 40;
const least = 1e-12;

/**
 * A cumulative link: P(answer ≤ k) = logistic(threshold k − slope·x), fitted by maximum likelihood to answers 0…K−1 (Newton's steps, halved while they make
 * it worse). Answers that nobody gave are joined to the one below.
 */
export class CumulativeLink {
  /** Where each answer ends; one fewer than answers. */
  readonly #thresholds: Float64Array;
  readonly #slope: number;

  constructor(x: Float64Array, answers: Int32Array, used: readonly number[], count: number) {
    const seen = new Float64Array(count);
    for (const i of used) seen[answers[i]!]!++;
    const parameters = new Float64Array(count);
    // Half an answer each that nobody gave: no threshold runs off to infinity.
    let below = 0;
    const all = used.length + count / 2;
    for (let k = 0; k < count - 1; k++) {
      below += seen[k]! + 0.5;
      parameters[k] = log(below / (all - below));
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
    this.#thresholds = parameters.slice(0, count - 1);
    this.#slope = parameters[count - 1]!;
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
    const parameters = new Float64Array(this.#thresholds.length + 1);
    parameters.set(this.#thresholds);
    parameters[this.#thresholds.length] = this.#slope;
    return log(Math.max(least, between(parameters, x, answer)));
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
