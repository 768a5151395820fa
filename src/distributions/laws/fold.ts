import type { Distribution, Mixture, Scaled } from '../types';
import { betaOfPert } from './bounded-laws';
import { within } from './law';
import { stepsFrom, stepsOf, type Steps } from './steps';

/**
 * The simplest form with the same values: scales and shifts are worked in, mixtures are flat, separate values are one list. What is
 * still scaled is a law on the half-line, mirrored or shifted.
 */
export type Folded =
  | Exclude<Distribution, { type: 'constant' | 'pert' | 'empirical' | 'discrete' | 'mixture' | 'scaled' }>
  | FoldedSteps
  | FoldedScaled
  | FoldedMixture;
export interface FoldedSteps {
  readonly type: 'steps';
  readonly steps: Steps;
}
export interface FoldedScaled {
  readonly type: 'scaled';
  readonly distribution: HalfLine;
  readonly scale: number;
  readonly shift: number;
}
export interface FoldedMixture {
  readonly type: 'mixture';
  /** At least two; weights sum to 1. */
  readonly components: readonly { readonly weight: number; readonly distribution: Exclude<Folded, FoldedMixture> }[];
}
export type HalfLine = Extract<Distribution, { type: 'lognormal' | 'gamma' | 'weibull' | 'exponential' }>;

export function fold(distribution: Distribution, scale = 1, shift = 0): Folded {
  // Whatever is multiplied by 0 is 0 for everybody: no law needs to be made of it.
  if (scale === 0) return point(shift);
  const map = (x: number): number => shift + scale * x;
  const rising = scale > 0;
  switch (distribution.type) {
    case 'constant':
    case 'empirical':
    case 'discrete':
      return { type: 'steps', steps: foldSteps(stepsOf(distribution), map, rising) };
    case 'uniform':
      return unlessPoint({ type: 'uniform', ...ends(distribution, map, rising) });
    case 'triangular':
      return unlessPoint({ type: 'triangular', ...ends(distribution, map, rising), mode: map(distribution.mode) });
    case 'pert':
      return fold(betaOfPert(distribution), scale, shift);
    case 'beta': {
      const { alpha, beta } = distribution;
      return unlessPoint({ type: 'beta', alpha: rising ? alpha : beta, beta: rising ? beta : alpha, ...ends(distribution, map, rising) });
    }
    case 'normal': {
      const sd = Math.abs(scale) * distribution.sd;
      return sd === 0 ? point(map(distribution.mean)) : { type: 'normal', mean: map(distribution.mean), sd };
    }
    case 'truncatedNormal': {
      const { min = -Infinity, max = Infinity } = distribution;
      const sd = Math.abs(scale) * distribution.sd;
      const range = ends({ min, max }, map, rising);
      // So small a sd has lost the digits that say how many of them away the ends are.
      if (sd < smallestNormalNumber) return point(within(range.min, range.max, map(distribution.mean)));
      return unlessPoint({ type: 'truncatedNormal', mean: map(distribution.mean), sd, ...range });
    }
    case 'lognormal':
      return foldHalfLine(distribution, { ...distribution, median: scale * distribution.median }, scale, shift);
    case 'gamma':
    case 'weibull':
      return foldHalfLine(distribution, { ...distribution, scale: scale * distribution.scale }, scale, shift);
    case 'exponential':
      return foldHalfLine(distribution, { ...distribution, mean: scale * distribution.mean }, scale, shift);
    case 'scaled':
      return foldScaled(distribution, scale, shift);
    case 'mixture':
      return foldMixture(distribution, scale, shift);
  }
}

const smallestNormalNumber = 2.2250738585072014e-308;

function point(value: number): FoldedSteps {
  return { type: 'steps', steps: { values: [value], masses: [1], cumulative: [1] } };
}

/** A range of no width, as rounding leaves of a narrow one far from 0, is its one value. */
function unlessPoint<Range extends Folded & { readonly min?: number; readonly max?: number }>(folded: Range): Range | FoldedSteps {
  return folded.min === folded.max ? point(folded.min!) : folded;
}

/** Where nothing is shifted or mirrored, `stretched` is the same law in its own form. */
function foldHalfLine(distribution: HalfLine, stretched: HalfLine, scale: number, shift: number): Folded {
  if (shift !== 0 || scale < 0) return { type: 'scaled', distribution, scale, shift };
  const size = stretched.type === 'lognormal' ? stretched.median : stretched.type === 'exponential' ? stretched.mean : stretched.scale;
  return size === 0 ? point(0) : stretched;
}

function ends(
  range: { readonly min: number; readonly max: number },
  map: (x: number) => number,
  rising: boolean,
): { min: number; max: number } {
  return rising ? { min: map(range.min), max: map(range.max) } : { min: map(range.max), max: map(range.min) };
}

function foldSteps(steps: Steps, map: (x: number) => number, rising: boolean): Steps {
  const values = steps.values.map(map);
  return rising ? { ...steps, values } : stepsFrom(values.reverse(), [...steps.masses].reverse());
}

function foldScaled(outer: Scaled, scale: number, shift: number): Folded {
  return fold(outer.distribution, scale * outer.scale, shift + scale * outer.shift);
}

function foldMixture(mixture: Mixture, scale: number, shift: number): Folded {
  const total = mixture.components.reduce((sum, { weight }) => sum + weight, 0);
  const components = mixture.components
    .filter(({ weight }) => weight > 0)
    .flatMap(({ weight, distribution }) => {
      const folded = fold(distribution, scale, shift);
      if (folded.type !== 'mixture') return [{ weight: weight / total, distribution: folded }];
      return folded.components.map((inner) => ({ weight: (weight / total) * inner.weight, distribution: inner.distribution }));
    });
  if (components.length === 1) return components[0]!.distribution;
  if (components.every(({ distribution }) => distribution.type === 'steps')) return { type: 'steps', steps: mergeSteps(components) };
  return { type: 'mixture', components };
}

function mergeSteps(components: FoldedMixture['components']): Steps {
  const pairs = components.flatMap(({ weight, distribution }) =>
    distribution.type === 'steps'
      ? distribution.steps.values.map((value, i) => ({ value, mass: weight * distribution.steps.masses[i]! }))
      : [],
  );
  pairs.sort((a, b) => a.value - b.value);
  return stepsFrom(
    pairs.map(({ value }) => value),
    pairs.map(({ mass }) => mass),
  );
}
