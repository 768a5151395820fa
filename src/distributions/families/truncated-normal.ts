import { exp } from '../../numerics/exp';
import { normalCdf, normalQuantile } from '../../numerics/normal';
import { construct } from '../construct';
import { amount, optional, type Family } from '../family';
import { conflict, type Entry } from '../fields';
import { boundedLaw, within, type ProbabilityLaw } from '../law';
import { onRange } from '../ranges';
import { point } from '../simple';
import { spreadField } from './normal';

/** A normal cut to [min, max] and scaled up again; `mean` and `sd` are those of the uncut normal. At least one end stands. */
export interface TruncatedNormal {
  /** Which distribution this is. */
  readonly type: 'truncatedNormal';
  /** Mean of the uncut normal: any number. */
  readonly mean: number;
  /** Standard deviation of the uncut normal, above 0. */
  readonly sd: number;
  /** Lower end: any number. Default: none. */
  readonly min?: number | undefined;
  /** Upper end: any number above `min`. Default: none. */
  readonly max?: number | undefined;
}

/**
 * A bell curve of which only the part from `min` to `max` is kept, scaled up again: nobody stands *at* the ends, as with clamping.
 *
 * @param options - `mean` and `sd` (above 0) of the uncut bell, and `min`, `max` or both, `min < max`, all in the unit of the place it will
 * stand in. An end on the far side of the mean may be at most 21 sd away from it.
 * @returns The distribution as frozen plain data.
 * @throws JourneyError `missing` without either end; `conflict` where they are not in order or leave nothing; `invalid-type`, `out-of-range`,
 * `unknown-key` for single keys.
 * @example
 * import { quantile, truncatedNormal } from 'peakend';
 * quantile(truncatedNormal({ mean: 600, sd: 300, min: 0 }), 0); // 0
 */
export function truncatedNormal(options: Omit<TruncatedNormal, 'type'>): TruncatedNormal {
  return construct(truncatedNormalFamily, options);
}

const end = /* @__PURE__ */ optional(/* @__PURE__ */ amount());
const smallestNormalNumber = 2.2250738585072014e-308;

export const truncatedNormalFamily: Family<TruncatedNormal> = {
  type: 'truncatedNormal',
  fields: { mean: /* @__PURE__ */ amount(), sd: spreadField, min: end, max: end },
  settle: leavesSomething,
  simplify: ({ mean, sd, min = -Infinity, max = Infinity }, line) =>
    onRange({ min, max }, line, ({ min: low, max: high }) => {
      const spread = Math.abs(line.scale) * sd;
      // So small a sd has lost the digits that say how many of them away the ends are.
      if (spread < smallestNormalNumber) return point(within(low, high, line.at(mean)));
      return { law: () => truncatedNormalLaw(line.at(mean), spread, low, high) };
    }),
  random: {
    over: 'stretch',
    numbers: [
      [-1, 2],
      [0.1, 2],
    ],
    tails: 'maybe',
    make: (low, high, [at, spread], ends) => {
      const width = high - low;
      if (ends === 'min') return { type: 'truncatedNormal', mean: low + width / 4, sd: width / 8, min: low };
      if (ends === 'max') return { type: 'truncatedNormal', mean: high - width / 4, sd: width / 8, max: high };
      return { type: 'truncatedNormal', mean: low + at! * width, sd: spread! * width, min: low, max: high };
    },
  },
};

/** At least one end, the ends in order, and something of the bell between them. */
function leavesSomething(read: Partial<TruncatedNormal>, entry: Entry): Partial<TruncatedNormal> | undefined {
  const { mean, sd, min: low = -Infinity, max: high = Infinity } = read;
  const wrong = (key: 'min' | 'max'): boolean => read[key] === undefined && entry.fields[key] !== undefined;
  if (mean === undefined || sd === undefined || wrong('min') || wrong('max')) return undefined;
  if (low === -Infinity && high === Infinity) {
    const hint = 'without ends it is a normal';
    entry.issues.push({ code: 'missing', path: entry.path, expected: 'min or max or both', received: 'neither', hint });
    return undefined;
  }
  if (!(low < high)) {
    conflict(entry, 'max', `a number above min (${low})`, high);
    return undefined;
  }
  // From the nearer end outwards: what lies beyond it is all that can be left.
  const nearer = low > mean ? (mean - low) / sd : high < mean ? (high - mean) / sd : 0;
  if (normalCdf(nearer) >= 1e-100) return read;
  const [key, end] = low > mean ? (['min', low] as const) : (['max', high] as const);
  conflict(entry, key, 'an end within 21 sd of the mean', end, 'the range holds nothing of the normal');
  return undefined;
}

/**
 * Works on whichever side has the smaller probabilities, mirrored where that is the upper one: there 1 − p would lose the digits that
 * the answer needs.
 */
function truncatedNormalLaw(mean: number, sd: number, min: number, max: number): ProbabilityLaw {
  const a = (min - mean) / sd;
  const b = (max - mean) / sd;
  const mirrored = a + b > 0;
  const low = mirrored ? -b : a;
  const high = mirrored ? -a : b;
  const below = normalCdf(low);
  const mass = normalCdf(high) - below;
  const moments = high - low < 0.5 ? narrowMoments(low, high) : wideMoments(low, high, mass);
  return boundedLaw(min, max, {
    mean: within(min, max, mean + (mirrored ? -sd : sd) * moments.mean),
    variance: sd * sd * moments.variance,
    cdf: (x) => {
      const z = (x - mean) / sd;
      return within(0, 1, mirrored ? (normalCdf(high) - normalCdf(-z)) / mass : (normalCdf(z) - below) / mass);
    },
    quantile: (p) => mean + sd * (mirrored ? -normalQuantile(below + (1 - p) * mass) : normalQuantile(below + p * mass)),
  });
}

interface Moments {
  readonly mean: number;
  readonly variance: number;
}

function wideMoments(low: number, high: number, mass: number): Moments {
  const atLow = density(low);
  const atHigh = density(high);
  const mean = (atLow - atHigh) / mass;
  const spread = (low === -Infinity ? 0 : low * atLow) - (high === Infinity ? 0 : high * atHigh);
  return { mean, variance: 1 + spread / mass - mean * mean };
}

/** Gauss–Legendre on ten points: half of them, the rest are their mirror images. */
const points = [0.14887433898163122, 0.4333953941292472, 0.6794095682990244, 0.8650633666889845, 0.9739065285171717];
const weights = [0.29552422471475287, 0.26926671930999635, 0.21908636251598204, 0.1494513491505806, 0.06667134430868814];

/** In a narrow range the closed forms subtract nearly equal numbers; the integral does not. */
function narrowMoments(low: number, high: number): Moments {
  const centre = (low + high) / 2;
  const half = (high - low) / 2;
  let mass = 0;
  let first = 0;
  let second = 0;
  for (let k = 0; k < points.length; k++) {
    for (let side = -1; side <= 1; side += 2) {
      const offset = side * half * points[k]!;
      // The factor exp(−centre²/2) is common to all and left out.
      const share = weights[k]! * exp(-offset * (centre + offset / 2));
      mass += share;
      first += share * offset;
      second += share * offset * offset;
    }
  }
  const mean = first / mass;
  return { mean: centre + mean, variance: second / mass - mean * mean };
}

function density(z: number): number {
  return z * z < 1400 ? 0.3989422804014327 * exp((-z * z) / 2) : 0;
}
