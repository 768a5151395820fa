import { checkDistribution } from '../distributions/check-distribution';
import { quantile } from '../distributions/quantile';
import type { Distribution } from '../distributions/types';
import type { Issue } from '../errors/issue';
import { JourneyError } from '../errors/journey-error';
import type { Arbitrary, Fc } from './fast-check';
import { lists, simplestFirst } from './maybe';
import { between, clamp, tidy, toShares } from './quantities';

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

type Type = Distribution['type'];
interface Range {
  readonly min: number;
  readonly max: number;
  readonly tails: 'both' | 'above' | 'none';
  readonly types: readonly Type[];
  readonly depth: number;
}

/** The simplest first: what shrinking ends at. */
const simpleTypes: readonly Type[] = [
  'constant',
  'uniform',
  'triangular',
  'pert',
  'normal',
  'truncatedNormal',
  'lognormal',
  'exponential',
  'gamma',
  'weibull',
  'beta',
  'discrete',
  'empirical',
];
const nestedTypes: readonly Type[] = ['scaled', 'mixture'];
const halfLines: readonly Type[] = ['lognormal', 'exponential', 'gamma', 'weibull'];

export function distributions(fc: Fc, constraints: DistributionConstraints = {}): Arbitrary<Distribution> {
  const { min = -10, max = 10, tails = 'both', types = [...simpleTypes, ...nestedTypes], depth = 2 } = constraints;
  const range = { min, max, tails, types, depth };
  const possible = [...simpleTypes, ...nestedTypes].filter((type) => types.includes(type) && canLie(type, range));
  if (!(min <= max) || possible.length === 0) {
    throw new JourneyError([
      {
        code: 'conflict',
        path: min <= max ? 'types' : 'max',
        expected: min <= max ? `types that can lie from ${min} to ${max}` : `a number of at least min (${min})`,
        received: min <= max ? types.join(', ') : String(max),
      },
    ]);
  }
  return simplestFirst(
    fc,
    possible.map((type) => [type === 'constant' ? 2 : 1, oneType(fc, type, range)]),
  );
}

function canLie(type: Type, { min, max, tails, depth, types }: Range): boolean {
  if (type === 'constant') return true;
  if (nestedTypes.includes(type))
    return depth > 0 && types.some((inner) => simpleTypes.includes(inner)) && (type === 'mixture' || min < max);
  if (type === 'discrete' || type === 'empirical') return true;
  if (!(min < max)) return false;
  if (type === 'normal') return tails === 'both';
  if (halfLines.includes(type)) return tails !== 'none' && max > 0 && (min <= 0 || tails === 'both');
  return true;
}

function oneType(fc: Fc, type: Type, range: Range): Arbitrary<Distribution> {
  const raw = nestedTypes.includes(type) ? nested(fc, type, range) : simple(fc, type, range);
  return raw.map(canonical);
}

/** As the library keeps it. A fault here is a fault of these arbitraries, so it is thrown. */
function canonical(distribution: Distribution): Distribution {
  const issues: Issue[] = [];
  const made = checkDistribution(distribution, '', issues);
  if (made === undefined) throw new JourneyError(issues);
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

function simple(fc: Fc, type: Type, range: Range): Arbitrary<Distribution> {
  const { min, max, tails } = range;
  const share = between(fc, 0, 1);
  const stretch = stretches(fc, range);
  switch (type) {
    case 'constant':
      return between(fc, min, max).map((value) => ({ type, value }));
    case 'uniform':
      return stretch.map(([low, high]) => ({ type, min: low, max: high }));
    case 'triangular':
    case 'pert':
      return fc
        .tuple(stretch, share)
        .map(([[low, high], at]) => ({ type, min: low, mode: clamp(low + at * (high - low), low, high), max: high }));
    case 'normal':
      // ±4 sd within the stretch: one customer in ten thousand and more stays inside.
      return stretch.map(([low, high]) => ({ type, mean: (low + high) / 2, sd: (high - low) / 8 }));
    case 'truncatedNormal':
      return fc
        .tuple(stretch, between(fc, -1, 2), between(fc, 0.1, 2), fc.constantFrom('both', 'min', 'max'))
        .map(([[low, high], at, spread, ends]) => {
          const width = high - low;
          if (ends === 'min' && tails !== 'none') return { type, mean: low + width / 4, sd: width / 8, min: low };
          if (ends === 'max' && tails === 'both') return { type, mean: high - width / 4, sd: width / 8, max: high };
          return { type, mean: low + at * width, sd: spread * width, min: low, max: high };
        });
    case 'lognormal':
    case 'exponential':
    case 'gamma':
    case 'weibull':
      return halfLine(fc, type, range);
    case 'beta':
      return fc
        .tuple(stretch, between(fc, 0.5, 20), between(fc, 0.5, 20))
        .map(([[low, high], alpha, beta]) => ({ type, alpha, beta, min: low, max: high }));
    case 'discrete':
      return weighted(fc, range, 5).map((seen) => ({
        type,
        values: seen.map(([at]) => at),
        probabilities: toShares(seen.map(([, count]) => count)),
      }));
    default:
      return weighted(fc, range, 8).map((seen) => ({
        type: 'empirical',
        values: seen.map(([at]) => at),
        weights: seen.map(([, count]) => count),
      }));
  }
}

/** From 0 up without end: 99.9 % of customers stay below the larger of two points. */
function halfLine(fc: Fc, type: Type, range: Range): Arbitrary<Distribution> {
  const top = between(fc, Math.max(range.min, 0), range.max);
  return fc.tuple(top, between(fc, 1, 20), between(fc, 0.1, 1)).map(([height, shape, sigma]) => {
    const most = height > Math.max(range.min, 0) ? height : range.max;
    const unit: Distribution =
      type === 'lognormal'
        ? { type, median: 1, sigma }
        : type === 'exponential'
          ? { type, mean: 1 }
          : { type: type === 'gamma' ? 'gamma' : 'weibull', shape, scale: 1 };
    const size = downTo6Digits(most / quantile(unit, 0.9995));
    const made =
      unit.type === 'lognormal'
        ? { ...unit, median: size }
        : unit.type === 'exponential'
          ? { ...unit, mean: size }
          : { ...unit, scale: size };
    if (quantile(made, 0.001) >= range.min) return made as Distribution;
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
