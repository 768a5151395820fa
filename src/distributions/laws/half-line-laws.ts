import { exp, expm1 } from '../../numerics/exp';
import { gammaCdf, gammaQuantile } from '../../numerics/gamma';
import { logGamma } from '../../numerics/log-gamma';
import { log1p } from '../../numerics/log';
import { power } from '../../numerics/power';
import type { Exponential, Gamma, Weibull } from '../types';
import { continuousLaw, type Law } from './law';

export function gammaLaw({ shape, scale }: Gamma): Law {
  return continuousLaw({
    min: 0,
    max: Infinity,
    mean: shape * scale,
    variance: shape * scale * scale,
    cdf: (x) => (x <= 0 ? 0 : x === Infinity ? 1 : gammaCdf(shape, x / scale)),
    quantile: (p) => scale * gammaQuantile(shape, p),
  });
}

export function weibullLaw({ shape, scale }: Weibull): Law {
  const first = logGamma(1 + 1 / shape);
  const mean = scale * exp(first);
  return continuousLaw({
    min: 0,
    max: Infinity,
    mean,
    variance: mean * mean * expm1(logGamma(1 + 2 / shape) - 2 * first),
    cdf: (x) => (x <= 0 ? 0 : x === Infinity ? 1 : -expm1(-power(x / scale, shape))),
    quantile: (p) => scale * power(-log1p(-p), 1 / shape),
  });
}

export function exponentialLaw({ mean }: Exponential): Law {
  return continuousLaw({
    min: 0,
    max: Infinity,
    mean,
    variance: mean * mean,
    cdf: (x) => (x <= 0 ? 0 : x === Infinity ? 1 : -expm1(-x / mean)),
    quantile: (p) => -mean * log1p(-p),
  });
}
