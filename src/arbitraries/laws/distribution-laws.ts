import { cdf, mean, quantile, support, variance } from '../../distributions/mathematics';
import { checkDistribution } from '../../distributions/check-distribution';
import { formatNumber } from '../../distributions/format-number';
import type { Distribution } from '../../distributions/families';
import type { Issue } from '../../errors/issue';
import { openPlain } from '../../plain/plain-object';
import { quote } from '../../errors/wording';
import { issuesError } from '../../plain/issues-error';
import { isRecord } from '../../plain/check-number';
import { guardValues, openOptions } from '../../plain/open-options';
import { prefixIssues } from '../../plain/prefix-issues';
import type { RandomSource } from '../random-source';
import { broken, law, type Law } from './law';

/** A distribution as functions: what somebody's own may consist of. Only the quantile must be there. */
export interface DistributionFunctions {
  /** The smallest value at which the cumulative share reaches `probability` (0…1). */
  readonly quantile: (probability: number) => number;
  /** Share of values up to and including `value`. Default: not looked at. */
  readonly cdf?: ((value: number) => number) | undefined;
  /** Mean: any number. Default: not looked at. */
  readonly mean?: number | undefined;
  /** Variance, 0 or more. Default: not looked at. */
  readonly variance?: number | undefined;
  /** The least and the largest value; −Infinity and Infinity where there is none. Default: not looked at. */
  readonly support?:
    | {
        /** Any number, or −Infinity. */
        readonly min: number;
        /** Any number, or Infinity. */
        readonly max: number;
      }
    | undefined;
}

/** A quantile is good to this share of the spread, or of the value. */
const precision = 1e-9;

/**
 * What must hold for a distribution: plain data of the library, or functions of your own (a quantile, and what else there is).
 *
 * The quantile rises with the probability and is a finite number inside the support; the cdf is its inverse; mean and variance fit it. Data
 * is also in its canonical form.
 *
 * @param distribution Distribution data, or `{ quantile, cdf?, mean?, variance?, support? }`.
 * @returns laws, each `{ name, kind, check }`; `check` throws with the probability at which it fails.
 *
 * @example
 * import { lognormal, minutes } from 'peakend';
 * import { distributionLaws } from 'peakend/arbitraries';
 * const laws = distributionLaws(lognormal({ median: minutes(5), p95: minutes(15) }));
 * laws.every(({ check }) => check() === undefined); // true
 */
export function distributionLaws(distribution: Distribution | DistributionFunctions): readonly Law[] {
  const read = readGiven(distribution);
  const given = 'type' in read ? functionsOf(read) : read;
  const { quantile: at, cdf: reached, support: ends = { min: -Infinity, max: Infinity } } = given;
  const scale = (value: number): number => precision * Math.max(Math.abs(value), Math.sqrt(given.variance ?? 0), precision);
  const needed = (name: string, fault: (p: number) => string | undefined): Law =>
    law(name, 'needed', {
      draw: drawProbability,
      simpler: (p) => [0.5, 0.25, 0.75, 0.1, 0.9].filter((rounder) => rounder !== p && String(rounder).length < String(p).length),
      fault(p) {
        const received = fault(p);
        return received === undefined ? undefined : { path: 'distribution', received: `${received} at probability ${p}` };
      },
    });
  const laws: Law[] = [
    needed('every quantile is a finite number within the support', (p) => {
      const value = at(p);
      return Number.isFinite(value) && value >= ends.min && value <= ends.max ? undefined : write(value);
    }),
    needed('the quantile rises with the probability', (p) => {
      const next = p + (1 - p) / 7;
      return at(next) >= at(p) - scale(at(p)) ? undefined : `${write(at(p))}, then ${write(at(next))}`;
    }),
  ];
  if (reached !== undefined) {
    laws.push(
      needed('the quantile is the smallest value at which the cdf reaches the probability', (p) => {
        const value = at(p);
        const [below, above] = [reached(value - 2 * scale(value)), reached(value + 2 * scale(value))];
        // The complements of shares near 1 are rounded.
        return below <= p + 1e-12 && above >= p - 1e-12 ? undefined : `${write(value)}, around which the cdf is ${below} to ${above}`;
      }),
    );
  }
  laws.push(...momentLaws(given));
  if ('type' in read) laws.push(canonicalLaw(read));
  return laws;
}

const parts = ['quantile', 'cdf', 'mean', 'variance', 'support'] as const satisfies readonly (keyof DistributionFunctions)[];

/** Data as it was written, or functions whose answers are held to be numbers. */
function readGiven(given: unknown): Distribution | DistributionFunctions {
  const { fields, issue } = openPlain(given, 'distribution data, or an object with a function quantile');
  if (fields === undefined) throw issuesError(prefixIssues([issue], 'distribution'));
  if ('type' in fields) return guardValues({ distribution: fields }, [])['distribution'] as Distribution;
  const issues: Issue[] = [];
  const { quantile: at, cdf: reached, ...rest } = openOptions(fields, parts, issues, { under: 'distribution' });
  const wrong = (key: string, expected: string, value: unknown): void =>
    void issues.push({ code: 'invalid-type', path: `distribution.${key}`, expected, received: quote(value) });
  if (typeof at !== 'function') wrong('quantile', 'a function of a probability', at);
  if (reached !== undefined && typeof reached !== 'function') wrong('cdf', 'a function of a value', reached);
  for (const key of ['mean', 'variance'] as const) {
    if (rest[key] !== undefined && typeof rest[key] !== 'number') wrong(key, 'a number', rest[key]);
  }
  const ends = rest['support'];
  if (ends !== undefined && !(isRecord(ends) && typeof ends['min'] === 'number' && typeof ends['max'] === 'number')) {
    wrong('support', 'an object with the numbers min and max', ends);
  }
  if (issues.length > 0) throw issuesError(issues);
  const numeric =
    (of: unknown) =>
    (at: number): number => {
      const value = (of as (at: number) => unknown)(at);
      if (typeof value !== 'number') throw broken('quantile and cdf are numbers', { path: 'distribution', received: quote(value) });
      return value;
    };
  return { ...rest, quantile: numeric(at), ...(reached === undefined ? {} : { cdf: numeric(reached) }) };
}

function functionsOf(distribution: Distribution): DistributionFunctions {
  return {
    quantile: (probability) => quantile(distribution, probability),
    cdf: (value) => cdf(distribution, value),
    mean: mean(distribution),
    variance: variance(distribution),
    support: support(distribution),
  };
}

/** The middle, the tails, and the very ends of what customers can draw. */
function drawProbability(random: RandomSource): number {
  const kind = random.below(4);
  if (kind === 0) return (1 + random.below(99)) / 100;
  if (kind === 1) return random.next();
  const tail = random.next() * random.next() * random.next() * random.next() + 1 / 8_589_934_592;
  return kind === 2 ? tail : 1 - tail;
}

const slices = 2000;

/**
 * A rising quantile lies between its values at the ends of every slice, and so does its mean; where there is no end, only one side is known.
 * The same for its squares, on either side of 0.
 */
function momentLaws({ quantile: at, mean: average, variance: spread }: DistributionFunctions): Law[] {
  const laws: Law[] = [];
  const check = (name: string, value: number, of: (x: number) => number): void => {
    laws.push({
      name,
      kind: 'needed',
      check: () => {
        let [low, high] = [0, 0];
        for (let slice = 0; slice < slices; slice++) {
          const [left, right] = [at(slice / slices), at((slice + 1) / slices)];
          const [a, b] = [of(left), of(right)];
          low += (left < 0 && right > 0 ? Math.min(a, b, of(0)) : Math.min(a, b)) / slices;
          high += Math.max(a, b) / slices;
        }
        const slack = 1e-9 * Math.max(1, Math.abs(value));
        if (!(value >= low - slack && value <= high + slack)) {
          throw broken(name, {
            path: 'distribution',
            received: `${write(value)}, where the quantile says ${write(low)} to ${write(high)}`,
          });
        }
      },
    });
  };
  if (average !== undefined) check('the mean is that of the quantile', average, (x) => x);
  if (average !== undefined && spread !== undefined) {
    check('mean and variance give the mean square of the quantile', spread + average * average, (x) => x * x);
  }
  return laws;
}

function canonicalLaw(distribution: Distribution): Law {
  const name = 'the data is valid, and in the form the library keeps';
  return {
    name,
    kind: 'needed',
    check: () => {
      const issues: Issue[] = [];
      const made = checkDistribution(distribution, 'distribution', issues);
      const received = JSON.stringify(distribution);
      if (made === undefined) throw broken(name, { path: issues[0]!.path, received: issues[0]!.received });
      if (JSON.stringify(made) !== received) throw broken(name, { path: 'distribution', received });
    },
  };
}

function write(value: number): string {
  return Number.isFinite(value) ? formatNumber(value, 9) : String(value);
}
