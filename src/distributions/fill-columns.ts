import { lognormalColumn, normalCdfColumn } from '../numerics/columns';
import { exp } from '../numerics/exp';
import { log } from '../numerics/log';
import { normalCdf, normalQuantile } from '../numerics/normal';
import { guideDensity, tableReach, type QuantileTable } from './compile-table';

/**
 * How a column of draws is filled, in the simplest form that gives the distribution. `input` says what it is filled from: nothing,
 * uniform numbers strictly between 0 and 1, or standard normal ones. Either input works for every kind (`fillFromUniforms`,
 * `fillFromNormals`); the named one is the cheaper, and the one a column that leans on nothing else is drawn from: it is part of the scheme.
 */
export type Sampler = Kind<'constant', 'none', { readonly value: number }> | NormalInputSampler | UniformInputSampler;

export type NormalInputSampler = NormalSampler | LognormalSampler | ShiftedLognormalSampler | TableSampler;
/** `mean + sd · z`. */
type NormalSampler = Kind<'normal', 'normal', { readonly mean: number; readonly sd: number }>;
/** `exp(logMedian + sigma · z)`. */
type LognormalSampler = Kind<'lognormal', 'normal', { readonly logMedian: number; readonly sigma: number }>;
/** `shift + scale · exp(logMedian + sigma · z)`; with a negative scale sigma is negative, so that the result still rises with z. */
type ShiftedLognormalSampler = Kind<'shiftedLognormal', 'normal', Moved & { readonly logMedian: number; readonly sigma: number }>;
/** Polynomials in z; see {@link QuantileTable}. */
type TableSampler = Kind<'table', 'normal', { readonly table: QuantileTable }>;

export type UniformInputSampler = UniformSampler | TriangularSampler | ExponentialSampler | WeibullSampler | StepsSampler;
type UniformSampler = Kind<'uniform', 'uniform', { readonly min: number; readonly max: number }>;
type TriangularSampler = Kind<'triangular', 'uniform', { readonly min: number; readonly mode: number; readonly max: number }>;
/** `shift − scale · ln(1 − u)`; with a negative scale `shift − scale · ln(u)`. */
type ExponentialSampler = Kind<'exponential', 'uniform', Moved>;
/** `shift + scale · (−ln(1 − u))^inverseShape`; with a negative scale u in place of 1 − u. */
type WeibullSampler = Kind<'weibull', 'uniform', Moved & { readonly inverseShape: number }>;
/** The first value whose cumulative probability reaches u: exact. The last of `cumulative` is 1. */
type StepsSampler = Kind<'steps', 'uniform', { readonly values: Float64Array; readonly cumulative: Float64Array; readonly guide: Guide }>;
/** `guide[⌊u · guide.length⌋]` is where the walk to u's value starts. A power of two long. */
type Guide = Int32Array;

type Kind<Name extends string, Input extends string, Numbers> = { readonly kind: Name; readonly input: Input } & Numbers;
interface Moved {
  readonly scale: number;
  readonly shift: number;
}

// One loop for each kind, each value by itself: the bits do not depend on how customers are cut into blocks. `out` may be the input.
// Each function hands over to the other only what that one has a loop for: a kind that neither knows does not compile.

/** Fills the first `count` places of `out` from uniform numbers strictly between 0 and 1. */
export function fillFromUniforms(sampler: Sampler, u: Float64Array, count: number, out: Float64Array): void {
  switch (sampler.kind) {
    case 'constant':
      out.fill(sampler.value, 0, count);
      return;
    case 'uniform':
      return fillUniform(sampler, u, count, out);
    case 'triangular':
      return fillTriangular(sampler, u, count, out);
    case 'exponential':
      upperShares(sampler.scale, u, count, out);
      return fillExponential(sampler, out, count, out);
    case 'weibull':
      upperShares(sampler.scale, u, count, out);
      return fillWeibull(sampler, out, count, out);
    case 'steps':
      return fillSteps(sampler, u, count, out);
    default:
      for (let i = 0; i < count; i++) out[i] = normalQuantile(u[i]!);
      return fillFromNormals(sampler satisfies NormalInputSampler, out, count, out);
  }
}

/** Fills the first `count` places of `out` from standard normal numbers, such as those that have been correlated first. */
export function fillFromNormals(sampler: Sampler, z: Float64Array, count: number, out: Float64Array): void {
  switch (sampler.kind) {
    case 'constant':
      out.fill(sampler.value, 0, count);
      return;
    case 'normal':
      return fillNormal(sampler, z, count, out);
    case 'lognormal':
      return lognormalColumn(z, count, sampler.logMedian, sampler.sigma, out);
    case 'shiftedLognormal':
      return fillShiftedLognormal(sampler, z, count, out);
    case 'table':
      return fillTable(sampler, z, count, out);
    case 'exponential':
      upperSharesOfNormals(sampler.scale, z, count, out);
      return fillExponential(sampler, out, count, out);
    case 'weibull':
      upperSharesOfNormals(sampler.scale, z, count, out);
      return fillWeibull(sampler, out, count, out);
    default:
      normalCdfColumn(z, count, out);
      return fillFromUniforms(sampler satisfies UniformInputSampler, out, count, out);
  }
}

function fillNormal({ mean, sd }: NormalSampler, z: Float64Array, count: number, out: Float64Array): void {
  for (let i = 0; i < count; i++) out[i] = mean + sd * z[i]!;
}

/** {@link fillFromNormals} of a normal, kept within bounds, in one pass. */
export function fillNormalBetween(
  mean: number,
  sd: number,
  low: number,
  high: number,
  z: Float64Array,
  count: number,
  out: Float64Array,
): void {
  for (let i = 0; i < count; i++) {
    const value = mean + sd * z[i]!;
    out[i] = value > high ? high : value < low ? low : value;
  }
}

function fillShiftedLognormal(
  { logMedian, sigma, scale, shift }: ShiftedLognormalSampler,
  z: Float64Array,
  count: number,
  out: Float64Array,
): void {
  for (let i = 0; i < count; i++) out[i] = shift + scale * exp(logMedian + sigma * z[i]!);
}

function fillUniform({ min, max }: UniformSampler, u: Float64Array, count: number, out: Float64Array): void {
  const width = max - min;
  for (let i = 0; i < count; i++) {
    const value = min + width * u[i]!;
    out[i] = value < max ? value : max;
  }
}

function fillTriangular({ min, mode, max }: TriangularSampler, u: Float64Array, count: number, out: Float64Array): void {
  const width = max - min;
  const rise = mode - min;
  const fall = max - mode;
  for (let i = 0; i < count; i++) {
    const along = width * u[i]!;
    out[i] = along < rise ? min + Math.sqrt(along * rise) : max - Math.sqrt((width - along) * fall);
  }
}

/** The share of customers above each draw; of a mirrored law, below. */
function upperShares(scale: number, u: Float64Array, count: number, out: Float64Array): void {
  if (scale > 0) for (let i = 0; i < count; i++) out[i] = 1 - u[i]!;
  else for (let i = 0; i < count; i++) out[i] = u[i]!;
}

/** As {@link upperShares}, with all digits also where z is large. */
function upperSharesOfNormals(scale: number, z: Float64Array, count: number, out: Float64Array): void {
  const sign = scale > 0 ? -1 : 1;
  for (let i = 0; i < count; i++) out[i] = normalCdf(sign * z[i]!);
}

function fillExponential({ scale, shift }: ExponentialSampler, above: Float64Array, count: number, out: Float64Array): void {
  for (let i = 0; i < count; i++) out[i] = shift - scale * log(above[i]!);
}

function fillWeibull({ inverseShape, scale, shift }: WeibullSampler, above: Float64Array, count: number, out: Float64Array): void {
  for (let i = 0; i < count; i++) {
    const hazard = -log(above[i]!);
    out[i] = hazard > 0 ? shift + scale * exp(inverseShape * log(hazard)) : shift;
  }
}

function fillSteps({ values, cumulative, guide }: StepsSampler, u: Float64Array, count: number, out: Float64Array): void {
  const length = guide.length;
  const last = length - 1;
  for (let i = 0; i < count; i++) {
    const share = u[i]!;
    const entry = (share * length) | 0;
    let step = guide[entry < last ? entry : last]!;
    while (cumulative[step]! < share) step++;
    out[i] = values[step]!;
  }
}

function fillTable({ table }: TableSampler, z: Float64Array, count: number, out: Float64Array): void {
  const { edges, cells, guide, min, max } = table;
  for (let i = 0; i < count; i++) {
    const drawn = z[i]!;
    const place = drawn < -tableReach ? -tableReach : drawn > tableReach ? tableReach : drawn;
    let cell = guide[((place + tableReach) * guideDensity) | 0]!;
    while (edges[cell]! < place) cell++;
    const entry = cell << 3;
    const t = (place - cells[entry]!) * cells[entry + 1]!;
    const y = t * t;
    const value =
      cells[entry + 2]! +
      y * (cells[entry + 4]! + y * cells[entry + 6]!) +
      t * (cells[entry + 3]! + y * (cells[entry + 5]! + y * cells[entry + 7]!));
    out[i] = value < min ? min : value > max ? max : value;
  }
}
