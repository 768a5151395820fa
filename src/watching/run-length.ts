import { Matrix, solve } from 'ml-matrix';
import { exp } from '../numerics/exp';
import { findRoot } from '../numerics/find-root';
import { normalCdf } from '../numerics/normal';

/** Points at which the integral equation is held. */
const nodes = 40;
const rootOfTwoPi = 2.5066282746310002;
const halfTurn = 3.141592653589793;

/** A chart: how its statistic goes on from period to period while what is measured lies `drift` standard errors the way it is looked for. */
export interface Chart {
  readonly method: 'cusum' | 'ewma';
  /** Of a CUSUM, k: what each period takes off. Of an EWMA, λ: how much of each period is taken in. */
  readonly setting: number;
  /** An EWMA watched on both sides. */
  readonly isTwoSided: boolean;
}

/** How much of a period an EWMA takes in (judgement; Montgomery: 0.05 to 0.25). */
export const smoothing = 0.2;
/** Beyond so many standard deviations the far side of a one-sided EWMA is never found. */
const farSide = 8;

/**
 * Mean number of periods to an alarm from a statistic of 0: the integral equation of Page (1954) for a CUSUM, of Crowder (1987) for an EWMA, held at the
 * nodes of Gauß and Legendre. Exact to about four digits where what is measured is normal.
 */
export function runLength({ method, setting, isTwoSided }: Chart, limit: number, drift: number): number {
  if (method === 'cusum') return cusumLength(setting, limit, drift);
  const spread = Math.sqrt(setting / (2 - setting));
  return ewmaLength(setting, isTwoSided ? -limit : -farSide * spread, limit, drift);
}

/** L(u) = 1 + L(0)·Φ(k − d − u) + ∫₀ʰ L(x)·φ(x + k − d − u) dx. */
function cusumLength(k: number, limit: number, drift: number): number {
  const { places, weights } = gauss(0, limit);
  const starts = [0, ...places];
  const off = k - drift;
  const matrix = starts.map((from) => [normalCdf(off - from), ...places.map((to, index) => weights[index]! * density(to + off - from))]);
  return lengthsBy(matrix)[0]!;
}

/** L(u) = 1 + (1/λ)·∫ L(y)·φ((y − (1 − λ)·u)/λ − d) dy, between the limits. */
function ewmaLength(lambda: number, low: number, high: number, drift: number): number {
  const { places, weights } = gauss(low, high);
  const row = (from: number): number[] =>
    places.map((to, index) => (weights[index]! / lambda) * density((to - (1 - lambda) * from) / lambda - drift));
  const lengths = lengthsBy(places.map(row));
  return 1 + row(0).reduce((sum, part, index) => sum + part * lengths[index]!, 0);
}

/** The limit at which a false alarm comes once in so many periods. */
export function limitFor(chart: Chart, periods: number): number {
  const most = chart.method === 'cusum' ? 60 : 6 * Math.sqrt(chart.setting / (2 - chart.setting));
  // Lengths grow like an exponential of the limit, so they are held against each other from above.
  let high = most / 8;
  while (high < most && runLength(chart, high, 0) < periods) high *= 1.5;
  return findRoot((limit) => 1 - periods / runLength(chart, limit, 0), 1e-3, Math.min(high, most));
}

function density(x: number): number {
  return exp(-(x * x) / 2) / rootOfTwoPi;
}

/** L = 1 + A·L. */
function lengthsBy(matrix: readonly (readonly number[])[]): number[] {
  const size = matrix.length;
  return solve(Matrix.sub(Matrix.eye(size), new Matrix(matrix as number[][])), Matrix.ones(size, 1)).to1DArray();
}

/** Nodes and weights of Gauß and Legendre between two ends: Newton's method on the polynomial, from evenly spread starts. */
function gauss(low: number, high: number): { readonly places: number[]; readonly weights: number[] } {
  const half = (high - low) / 2;
  const places: number[] = [];
  const weights: number[] = [];
  for (const { x, weight } of standardNodes()) {
    places.push(low + half * (x + 1));
    weights.push(half * weight);
  }
  return { places, weights };
}

let known: readonly { readonly x: number; readonly weight: number }[] | undefined;

function standardNodes(): readonly { readonly x: number; readonly weight: number }[] {
  if (known !== undefined) return known;
  const found: { x: number; weight: number }[] = [];
  for (let i = 0; i < nodes; i++) {
    // Between two neighbours of an even spread in angle lies exactly one node; the polynomial changes its sign there.
    const x = rootBetween(cosine((i + 1) / (nodes + 0.5)), cosine((i + 0.5) / (nodes + 0.5)));
    const { slope } = legendre(x);
    found.push({ x, weight: 2 / ((1 - x * x) * slope * slope) });
  }
  return (known = found);
}

function rootBetween(low: number, high: number): number {
  const sign = legendre(high).value >= 0 ? 1 : -1;
  return findRoot((x) => sign * legendre(x).value, low, high);
}

function legendre(x: number): { readonly value: number; readonly slope: number } {
  let before = 1;
  let value = x;
  for (let degree = 2; degree <= nodes; degree++)
    [before, value] = [value, ((2 * degree - 1) * x * value - (degree - 1) * before) / degree];
  return { value, slope: (nodes * (x * value - before)) / (x * x - 1) };
}

/** cos(π·t) for t from 0 to 1, by halving the angle: close enough to part the nodes. */
function cosine(turn: number): number {
  const angle = (halfTurn * turn) / 64;
  const square = angle * angle;
  let value = 1 - square / 2 + (square * square) / 24 - (square * square * square) / 720;
  for (let doubling = 0; doubling < 6; doubling++) value = 2 * value * value - 1;
  return value;
}
