import type { Distribution, Mixture, Scaled } from '../types';
import { betaOfPert } from './bounded-laws';
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
  const map = (x: number): number => shift + scale * x;
  const rising = scale > 0;
  switch (distribution.type) {
    case 'constant':
    case 'empirical':
    case 'discrete':
      return { type: 'steps', steps: foldSteps(stepsOf(distribution), map, rising) };
    case 'uniform':
      return { type: 'uniform', ...ends(distribution, map, rising) };
    case 'triangular':
      return { type: 'triangular', ...ends(distribution, map, rising), mode: map(distribution.mode) };
    case 'pert':
      return fold(betaOfPert(distribution), scale, shift);
    case 'beta': {
      const { alpha, beta } = distribution;
      return { type: 'beta', alpha: rising ? alpha : beta, beta: rising ? beta : alpha, ...ends(distribution, map, rising) };
    }
    case 'normal':
      return { type: 'normal', mean: map(distribution.mean), sd: Math.abs(scale) * distribution.sd };
    case 'truncatedNormal': {
      const { mean, sd, min = -Infinity, max = Infinity } = distribution;
      return { type: 'truncatedNormal', mean: map(mean), sd: Math.abs(scale) * sd, ...ends({ min, max }, map, rising) };
    }
    case 'lognormal':
      if (shift !== 0 || !rising) return { type: 'scaled', distribution, scale, shift };
      return { ...distribution, median: scale * distribution.median };
    case 'gamma':
    case 'weibull':
      if (shift !== 0 || !rising) return { type: 'scaled', distribution, scale, shift };
      return { ...distribution, scale: scale * distribution.scale };
    case 'exponential':
      if (shift !== 0 || !rising) return { type: 'scaled', distribution, scale, shift };
      return { ...distribution, mean: scale * distribution.mean };
    case 'scaled':
      return foldScaled(distribution, scale, shift);
    case 'mixture':
      return foldMixture(distribution, scale, shift);
  }
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
