import { betaCdf, betaQuantile } from '../../numerics/beta';
import type { Beta, Pert, Triangular, Uniform } from '../types';
import { continuousLaw, within, type Law } from './law';

export function uniformLaw({ min, max }: Uniform): Law {
  const width = max - min;
  return continuousLaw({
    min,
    max,
    mean: min + width / 2,
    variance: (width * width) / 12,
    cdf: (x) => within(0, 1, (x - min) / width),
    quantile: (p) => within(min, max, min + p * width),
  });
}

export function triangularLaw({ min, mode, max }: Triangular): Law {
  const width = max - min;
  const rise = mode - min;
  const fall = max - mode;
  return continuousLaw({
    min,
    max,
    mean: min + (width + rise) / 3,
    variance: (rise * rise + rise * fall + fall * fall) / 18,
    landmarks: () => (rise > 0 && fall > 0 ? [rise / width] : []),
    cdf: (x) => {
      if (x <= min) return 0;
      if (x >= max) return 1;
      return x < mode ? ((x - min) / width) * ((x - min) / rise) : 1 - ((max - x) / width) * ((max - x) / fall);
    },
    quantile: (p) => within(min, max, p * width < rise ? min + Math.sqrt(p * width * rise) : max - Math.sqrt((1 - p) * width * fall)),
  });
}

export function betaLaw({ alpha, beta, min, max }: Omit<Beta, 'type'>): Law {
  const width = max - min;
  const sum = alpha + beta;
  return continuousLaw({
    min,
    max,
    mean: min + (width * alpha) / sum,
    variance: width * width * (alpha / sum) * (beta / sum) * (1 / (sum + 1)),
    cdf: (x) => (x <= min ? 0 : x >= max ? 1 : betaCdf(alpha, beta, (x - min) / width)),
    quantile: (p) => within(min, max, min + width * betaQuantile(alpha, beta, p)),
  });
}

/** A PERT as the beta it stands for: λ = 4, the usual weight of the mode. */
export function betaOfPert({ min, mode, max }: Pert): Beta {
  const width = max - min;
  return { type: 'beta', alpha: 1 + (4 * (mode - min)) / width, beta: 1 + (4 * (max - mode)) / width, min, max };
}
