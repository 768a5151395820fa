import type { Sampler } from './fill-columns';
import { formatNumber } from './format-number';
import type { ProbabilityLaw } from './law';

/**
 * The simplest form with the same values: scales and shifts are worked in, mixtures are flat, separate values are one list.
 */
export interface Simple {
  readonly law: () => ProbabilityLaw;
  /** How it is drawn. Default: from a table of its law. */
  readonly sampler?: (() => Sampler) | undefined;
  /** What it is called, where there is something better than its middle and range. */
  readonly words?: (unit: 'seconds' | 'plain', word: (value: number) => string) => string | undefined;
  /** The values, where they are separate. */
  readonly steps?: Steps;
  /** The parts of a mixture, none a mixture itself: at least two; weights sum to 1. */
  readonly parts?: readonly WeightedForm[];
}

export interface WeightedForm {
  readonly weight: number;
  readonly form: Simple;
}

/** `shift + scale · x`, the scale not 0. */
export interface Scaling {
  readonly scale: number;
  readonly shift: number;
  readonly at: (x: number) => number;
}

/** Separate values, ascending and distinct, with the probability of each value or a lower one; the last is 1. */
export interface Steps {
  readonly values: readonly number[];
  readonly masses: readonly number[];
  readonly cumulative: readonly number[];
}

export function scalingOf(scale: number, shift: number): Scaling {
  return { scale, shift, at: (x) => shift + scale * x };
}

/** One value for everybody. */
export function point(value: number): Simple {
  return stepsForm({ values: [value], masses: [1], cumulative: [1] });
}

export function stepsForm(steps: Steps): Simple {
  return { law: () => stepsLaw(steps), sampler: () => stepsSampler(steps), words: (_, word) => stepsWords(steps, word), steps };
}

/** The steps of `shift + scale · x`. */
export function stepsOnLine(steps: Steps, line: Scaling): Simple {
  const values = steps.values.map(line.at);
  return stepsForm(line.scale > 0 ? { ...steps, values } : stepsFrom(values.reverse(), [...steps.masses].reverse()));
}

/** Values that cannot occur are left out, equal neighbours count as one. Values must ascend. */
export function stepsFrom(values: readonly number[], weights: readonly number[]): Steps {
  const distinct: number[] = [];
  const together: number[] = [];
  values.forEach((value, i) => {
    if (weights[i] === 0) return;
    if (value === distinct.at(-1)) together[together.length - 1]! += weights[i]!;
    else {
      distinct.push(value);
      together.push(weights[i]!);
    }
  });
  const sums = runningSums(together);
  const total = sums[sums.length - 1]!;
  return { values: distinct, masses: together.map((weight) => weight / total), cumulative: sums.map((sum) => sum / total) };
}

/** Running sums that carry along what rounding lost, so that ten times 0.1 is 1. */
function runningSums(weights: readonly number[]): number[] {
  let sum = 0;
  let lost = 0;
  return weights.map((weight) => {
    const next = sum + weight;
    lost += sum >= weight ? sum - next + weight : weight - next + sum;
    sum = next;
    return sum + lost;
  });
}

/** Decimal probabilities are not exact in binary: a sum that misses p by the last bits has reached it. */
const slack = 1e-15;

function stepsLaw({ values, masses, cumulative }: Steps): ProbabilityLaw {
  const mean = values.reduce((sum, value, i) => sum + masses[i]! * value, 0);
  const variance = values.reduce((sum, value, i) => sum + masses[i]! * (value - mean) * (value - mean), 0);
  const atShare = (p: number): number => firstIndex(values.length, (i) => cumulative[i]! >= p * (1 - slack));
  return {
    min: values[0]!,
    max: values[values.length - 1]!,
    mean,
    variance,
    marks: values,
    landmarks: () => [],
    cdf: (x) => cumulative[firstIndex(values.length, (i) => values[i]! > x) - 1] ?? 0,
    below: (x) => cumulative[firstIndex(values.length, (i) => values[i]! >= x) - 1] ?? 0,
    quantile: (p) => values[Math.min(values.length - 1, atShare(p))]!,
  };
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

const mostListed = 4;

/** Few values, each with its share. */
function stepsWords({ values, masses }: Steps, word: (value: number) => string): string | undefined {
  if (values.length > mostListed) return undefined;
  if (values.length === 1) return word(values[0]!);
  return values.map((value, i) => `${word(value)} (${formatNumber(100 * masses[i]!, 1)} %)`).join(' or ');
}

/** The first index from which on `holds` is true; `count` where it never is. */
export function firstIndex(count: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
