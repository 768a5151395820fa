import { exp, expm1 } from '../../numerics/exp';
import { log } from '../../numerics/log';
import { normalCdf, normalQuantile } from '../../numerics/normal';
import type { Lognormal, Normal } from '../types';
import { continuousLaw, type Law } from './law';

export function normalLaw({ mean, sd }: Normal): Law {
  return continuousLaw({
    min: -Infinity,
    max: Infinity,
    mean,
    variance: sd * sd,
    cdf: (x) => normalCdf((x - mean) / sd),
    quantile: (p) => mean + sd * normalQuantile(p),
  });
}

export function lognormalLaw({ median, sigma }: Lognormal): Law {
  const square = sigma * sigma;
  const mean = median * exp(square / 2);
  return continuousLaw({
    min: 0,
    max: Infinity,
    mean,
    variance: mean * mean * expm1(square),
    cdf: (x) => (x <= 0 ? 0 : x === Infinity ? 1 : normalCdf(log(x / median) / sigma)),
    quantile: (p) => median * exp(sigma * normalQuantile(p)),
  });
}
