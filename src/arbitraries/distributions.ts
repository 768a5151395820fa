import { checkDistribution } from '../distributions/check-distribution';
import { longestDuration } from '../distributions/duration-units';
import { quantile } from '../distributions/mathematics';
import { distributionTypes, families, timesFactor, type Distribution } from '../distributions/families';
import type { RandomForm, RandomStretch } from '../distributions/family';
import type { Issue } from '../errors/issue';
import { issuesError, throwIssues } from '../plain/issues-error';
import type { Arbitrary, Fc } from './fast-check';
import { lists, simplestFirst } from './maybe';
import { between, clamp, tidy, toShares } from './quantities';
import { outOfOrder, type Rules } from './read-constraints';

/** Which distributions there are to be. */
export interface DistributionConstraints {
  /** Least value. Default −10. */
  readonly min?: number | undefined;
  /** Largest value. Default 10. */
  readonly max?: number | undefined;
  /** Which ends a type without an end may pass, with one customer in a thousand. Default `both`; `above` for durations, `none` for neither. */
  readonly tails?: 'both' | 'above' | 'none' | undefined;
  /** Which types. Default: all that can lie in the range. */
  readonly types?: readonly Distribution['type'][] | undefined;
  /** How many mixtures and scalings may stand inside one another. Default 2. */
  readonly depth?: number | undefined;
}

const value = { min: -longestDuration, max: longestDuration };
export const distributionRules: Rules<DistributionConstraints> = {
  min: value,
  max: value,
  tails: { word: ['both', 'above', 'none'] },
  types: { some: distributionTypes },
  depth: { min: 0, max: 7, whole: true },
};

type Type = Distribution['type'];
interface Range {
  readonly min: number;
  readonly max: number;
  readonly tails: 'both' | 'above' | 'none';
  readonly types: readonly Type[];
  readonly depth: number;
}

/** The simplest first: what a random one ends at when it is shrunk. What is not named here comes last. */
const simplestTypes: readonly Type[] = [
  ...new Set<Type>([
    ...(['constant', 'uniform', 'triangular', 'pert', 'normal', 'truncatedNormal', 'lognormal', 'exponential'] as const),
    ...(['gamma', 'weibull', 'beta', 'discrete', 'empirical', 'scaled', 'mixture'] as const),
    ...distributionTypes,
  ]),
];

const randomOf = (type: Type): RandomForm<Distribution> | undefined => families[type].random as RandomForm<Distribution> | undefined;

export function distributions(fc: Fc, constraints: DistributionConstraints = {}): Arbitrary<Distribution> {
  const { min = -10, max = 10, tails = 'both', types = simplestTypes, depth = 2 } = constraints;
  const range = { min, max, tails, types, depth };
  const issues = outOfOrder(['min', min], ['max', max]);
  const possible = simplestTypes.filter((type) => types.includes(type) && canLie(type, range));
  if (issues.length === 0 && possible.length === 0) {
    const expected = `types that can lie from ${min} to ${max}`;
    issues.push({ code: 'conflict', path: 'types', expected, received: types.join(', ') });
  }
  throwIssues(issues);
  return simplestFirst(
    fc,
    possible.map((type) => [type === 'constant' ? 2 : 1, oneType(fc, type, range)]),
  );
}

function canLie(type: Type, { min, max, tails, depth, types }: Range): boolean {
  const random = randomOf(type);
  if (random === undefined) return depth > 0 && types.some((inner) => randomOf(inner) !== undefined) && (type === 'mixture' || min < max);
  if (random.over === 'point' || random.over === 'values') return true;
  if (!(min < max)) return false;
  if (random.over === 'half-line') return tails !== 'none' && max > 0 && (min <= 0 || tails === 'both');
  return random.tails !== 'always' || tails === 'both';
}

function oneType(fc: Fc, type: Type, range: Range): Arbitrary<Distribution> {
  const random = randomOf(type);
  return (random === undefined ? nested(fc, type, range) : simple(fc, random, range)).map(canonical);
}

/** As the library keeps it. A fault here is a fault of these arbitraries, so it is thrown. */
function canonical(distribution: Distribution): Distribution {
  const issues: Issue[] = [];
  const made = checkDistribution(distribution, '', issues);
  if (made === undefined) throw issuesError(issues);
  return made;
}

/** Two different points of the range, the lower first; shrinks towards its round parts. */
function stretches(fc: Fc, { min, max }: Range): Arbitrary<readonly [number, number]> {
  return fc.tuple(between(fc, min, max), between(fc, 0.05, 1)).map(([at, width]) => {
    const length = width * (max - min);
    const low = clamp(tidy(Math.min(at, max - length), 9), min, max);
    const high = clamp(tidy(low + length, 9), min, max);
    return low < high ? ([low, high] as const) : ([min, max] as const);
  });
}

function simple(fc: Fc, random: RandomForm<Distribution>, range: Range): Arbitrary<Distribution> {
  switch (random.over) {
    case 'point':
      return between(fc, range.min, range.max).map((value) => random.make(value));
    case 'stretch':
      return onStretch(fc, random, range);
    case 'half-line':
      return halfLine(fc, random.make, range);
    case 'values':
      return weighted(fc, range, random.most).map((seen) => {
        const counts = seen.map(([, count]) => count);
        return random.make(
          seen.map(([at]) => at),
          counts,
          toShares(counts),
        );
      });
  }
}

function onStretch(fc: Fc, { numbers = [], tails, make }: RandomStretch<Distribution>, range: Range): Arbitrary<Distribution> {
  const drawn = fc.tuple(...numbers.map(([low, high]) => between(fc, low, high)));
  const ends = tails === 'maybe' ? fc.constantFrom('both', 'min', 'max') : fc.constant('both');
  return fc.tuple(stretches(fc, range), drawn, ends).map(([[low, high], further, end]) => {
    const open = (end === 'min' && range.tails !== 'none') || (end === 'max' && range.tails === 'both');
    return make(low, high, further, open ? end : 'both');
  });
}

/** From 0 up without end: 99.9 % of customers stay below the larger of two points. */
function halfLine(fc: Fc, make: (shape: number, sigma: number) => Distribution, range: Range): Arbitrary<Distribution> {
  const top = between(fc, Math.max(range.min, 0), range.max);
  return fc.tuple(top, between(fc, 1, 20), between(fc, 0.1, 1)).map(([height, shape, sigma]) => {
    const most = height > Math.max(range.min, 0) ? height : range.max;
    const unit = make(shape, sigma);
    const made = timesFactor(unit, downTo6Digits(most / quantile(unit, 0.9995)));
    if (quantile(made, 0.001) >= range.min) return made;
    // Above a least value that is not 0, the same shape starts there.
    const room = downTo6Digits((range.max - range.min) / quantile(unit, 0.9995));
    return { type: 'scaled', distribution: unit, scale: room, shift: range.min };
  });
}

function downTo6Digits(value: number): number {
  const rounded = tidy(value, 6);
  return rounded <= value ? rounded : tidy(value * (1 - 1e-5), 6);
}

/** Different values, each with a count. */
function weighted(fc: Fc, { min, max }: Range, most: number): Arbitrary<readonly (readonly [number, number])[]> {
  return lists(fc, fc.tuple(between(fc, min, max), fc.integer({ min: 1, max: 9 })), { min: 1, max: most }).map((seen) => {
    const counts = new Map(seen);
    return [...counts].sort(([a], [b]) => a - b);
  });
}

function nested(fc: Fc, type: Type, range: Range): Arbitrary<Distribution> {
  const { min, max, tails } = range;
  const inner = (from: number, to: number, inside: Range['tails']): Arbitrary<Distribution> =>
    distributions(fc, { min: from, max: to, tails: inside, types: range.types, depth: range.depth - 1 });
  if (type === 'mixture') {
    return lists(fc, fc.tuple(inner(min, max, tails), fc.integer({ min: 1, max: 9 })), { min: 1, max: 3 }).map((parts) => {
      const weights = toShares(parts.map(([, weight]) => weight));
      return { type, components: parts.map(([distribution], index) => ({ weight: weights[index]!, distribution })) };
    });
  }
  const scalings = [2, 0.5, -1].map((scale) => {
    const shift = scale > 0 ? 0 : min + max;
    const [from, to] = scale > 0 ? [min / scale, max / scale] : [min, max];
    return inner(from, to, scale > 0 ? tails : tails === 'both' ? 'both' : 'none').map((distribution) => ({
      type: 'scaled' as const,
      distribution,
      scale,
      shift,
    }));
  });
  return simplestFirst(
    fc,
    scalings.map((one) => [1, one]),
  );
}
