import { exp } from '../../numerics/exp';
import { normalCdf, normalQuantile } from '../../numerics/normal';
import type { TruncatedNormal } from '../types';
import { continuousLaw, within, type Law } from './law';

/**
 * Works on whichever side has the smaller probabilities, mirrored where that is the upper one: there 1 − p would lose the digits that
 * the answer needs.
 */
export function truncatedNormalLaw({ mean, sd, min = -Infinity, max = Infinity }: TruncatedNormal): Law {
  const a = (min - mean) / sd;
  const b = (max - mean) / sd;
  const mirrored = a + b > 0;
  const low = mirrored ? -b : a;
  const high = mirrored ? -a : b;
  const below = normalCdf(low);
  const mass = normalCdf(high) - below;
  const moments = high - low < 0.5 ? narrowMoments(low, high) : wideMoments(low, high, mass);
  return continuousLaw({
    min,
    max,
    mean: within(min, max, mean + (mirrored ? -sd : sd) * moments.mean),
    variance: sd * sd * moments.variance,
    cdf: (x) => {
      if (x <= min) return 0;
      if (x >= max) return 1;
      const z = (x - mean) / sd;
      const share = mirrored ? (normalCdf(high) - normalCdf(-z)) / mass : (normalCdf(z) - below) / mass;
      return within(0, 1, share);
    },
    quantile: (p) => {
      const z = mirrored ? -normalQuantile(below + (1 - p) * mass) : normalQuantile(below + p * mass);
      return within(min, max, mean + sd * z);
    },
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
