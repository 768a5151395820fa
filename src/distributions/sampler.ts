import { log } from '../numerics/log';
import { compileQuantileTable, type QuantileTable } from './compile-table';
import { fold, type Folded, type HalfLine } from './laws/fold';
import { lawOfFolded } from './laws/law-of';
import type { Steps } from './laws/steps';
import type { Distribution } from './types';

/**
 * How a column of draws is filled, in the simplest form that gives the distribution. `input` says what it is filled from: nothing,
 * uniform numbers strictly between 0 and 1, or standard normal ones. Either input works for every kind (`fillFromUniforms`,
 * `fillFromNormals`); the named one is the cheaper, and the one a column that leans on nothing else is drawn from: it is part of the scheme.
 */
export type Sampler = ConstantSampler | NormalInputSampler | UniformInputSampler;
export type NormalInputSampler = NormalSampler | LognormalSampler | ShiftedLognormalSampler | TableSampler;
export type UniformInputSampler = UniformSampler | TriangularSampler | ExponentialSampler | WeibullSampler | StepsSampler;

export interface ConstantSampler {
  readonly kind: 'constant';
  readonly input: 'none';
  readonly value: number;
}
/** `mean + sd · z`. */
export interface NormalSampler {
  readonly kind: 'normal';
  readonly input: 'normal';
  readonly mean: number;
  readonly sd: number;
}
/** `exp(logMedian + sigma · z)`. */
export interface LognormalSampler {
  readonly kind: 'lognormal';
  readonly input: 'normal';
  readonly logMedian: number;
  readonly sigma: number;
}
/** `shift + scale · exp(logMedian + sigma · z)`; with a negative scale sigma is negative, so that the result still rises with z. */
export interface ShiftedLognormalSampler {
  readonly kind: 'shiftedLognormal';
  readonly input: 'normal';
  readonly logMedian: number;
  readonly sigma: number;
  readonly scale: number;
  readonly shift: number;
}
/** Polynomials in z; see {@link QuantileTable}. */
export interface TableSampler {
  readonly kind: 'table';
  readonly input: 'normal';
  readonly table: QuantileTable;
}
export interface UniformSampler {
  readonly kind: 'uniform';
  readonly input: 'uniform';
  readonly min: number;
  readonly max: number;
}
export interface TriangularSampler {
  readonly kind: 'triangular';
  readonly input: 'uniform';
  readonly min: number;
  readonly mode: number;
  readonly max: number;
}
/** `shift − scale · ln(1 − u)`; with a negative scale `shift − scale · ln(u)`. */
export interface ExponentialSampler {
  readonly kind: 'exponential';
  readonly input: 'uniform';
  readonly scale: number;
  readonly shift: number;
}
/** `shift + scale · (−ln(1 − u))^inverseShape`; with a negative scale u in place of 1 − u. */
export interface WeibullSampler {
  readonly kind: 'weibull';
  readonly input: 'uniform';
  readonly inverseShape: number;
  readonly scale: number;
  readonly shift: number;
}
/** The first value whose cumulative probability reaches u: exact. */
export interface StepsSampler {
  readonly kind: 'steps';
  readonly input: 'uniform';
  readonly values: Float64Array;
  /** The last is 1. */
  readonly cumulative: Float64Array;
  /** `guide[⌊u · guide.length⌋]` is where the walk to u's value starts. A power of two long. */
  readonly guide: Int32Array;
}

/** The sampler of a distribution that has been checked. Tables take one to ten milliseconds: compile once and keep it. */
export function compileSampler(distribution: Distribution): Sampler {
  return samplerOf(fold(distribution));
}

function samplerOf(folded: Folded): Sampler {
  switch (folded.type) {
    case 'steps':
      return stepsSampler(folded.steps);
    case 'uniform':
      return { kind: 'uniform', input: 'uniform', min: folded.min, max: folded.max };
    case 'triangular':
      return { kind: 'triangular', input: 'uniform', min: folded.min, mode: folded.mode, max: folded.max };
    case 'normal':
      return { kind: 'normal', input: 'normal', mean: folded.mean, sd: folded.sd };
    case 'lognormal':
    case 'weibull':
    case 'exponential':
      return halfLineSampler(folded, 1, 0) ?? tableSampler(folded);
    case 'scaled':
      return halfLineSampler(folded.distribution, folded.scale, folded.shift) ?? tableSampler(folded);
    case 'beta':
    case 'truncatedNormal':
    case 'gamma':
    case 'mixture':
      return tableSampler(folded);
  }
}

function halfLineSampler(law: HalfLine, scale: number, shift: number): Sampler | undefined {
  switch (law.type) {
    case 'lognormal': {
      const logMedian = log(law.median);
      if (scale === 1 && shift === 0) return { kind: 'lognormal', input: 'normal', logMedian, sigma: law.sigma };
      return { kind: 'shiftedLognormal', input: 'normal', logMedian, sigma: scale < 0 ? -law.sigma : law.sigma, scale, shift };
    }
    case 'exponential':
      return { kind: 'exponential', input: 'uniform', scale: scale * law.mean, shift };
    case 'weibull':
      return { kind: 'weibull', input: 'uniform', inverseShape: 1 / law.shape, scale: scale * law.scale, shift };
    case 'gamma':
      return undefined;
  }
}

/** A law whose variance is below every number has one value, as far as numbers can tell. */
function tableSampler(folded: Folded): TableSampler | ConstantSampler {
  const law = lawOfFolded(folded);
  if (law.variance === 0) return { kind: 'constant', input: 'none', value: law.mean };
  return { kind: 'table', input: 'normal', table: compileQuantileTable(law) };
}

const longestGuide = 65_536;

function stepsSampler({ values, cumulative }: Steps): Sampler {
  if (values.length === 1) return { kind: 'constant', input: 'none', value: values[0]! };
  let length = 2;
  while (length < values.length && length < longestGuide) length *= 2;
  const guide = new Int32Array(length);
  for (let k = 1, i = 0; k < length; k++) {
    while (cumulative[i]! < k / length) i++;
    guide[k] = i;
  }
  return { kind: 'steps', input: 'uniform', values: Float64Array.from(values), cumulative: Float64Array.from(cumulative), guide };
}
