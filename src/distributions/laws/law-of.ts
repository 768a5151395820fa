import type { Distribution } from '../types';
import { lognormalLaw, normalLaw } from './bell-laws';
import { betaLaw, triangularLaw, uniformLaw } from './bounded-laws';
import { fold, type Folded } from './fold';
import { exponentialLaw, gammaLaw, weibullLaw } from './half-line-laws';
import type { Law } from './law';
import { mixtureLaw } from './mixture-law';
import { scaledLaw } from './scaled-law';
import { stepsLaw } from './steps';
import { truncatedNormalLaw } from './truncated-normal-law';

/** The mathematics of a distribution. Worth keeping where it is asked more than once. */
export function lawOf(distribution: Distribution): Law {
  return lawOfFolded(fold(distribution));
}

export function lawOfFolded(folded: Folded): Law {
  switch (folded.type) {
    case 'steps':
      return stepsLaw(folded.steps);
    case 'uniform':
      return uniformLaw(folded);
    case 'triangular':
      return triangularLaw(folded);
    case 'beta':
      return betaLaw(folded);
    case 'normal':
      return normalLaw(folded);
    case 'truncatedNormal':
      return truncatedNormalLaw(folded);
    case 'lognormal':
      return lognormalLaw(folded);
    case 'gamma':
      return gammaLaw(folded);
    case 'weibull':
      return weibullLaw(folded);
    case 'exponential':
      return exponentialLaw(folded);
    case 'scaled':
      return scaledLaw(lawOfFolded(folded.distribution), folded.scale, folded.shift);
    case 'mixture':
      return mixtureLaw(folded.components.map(({ weight, distribution }) => ({ weight, law: lawOfFolded(distribution) })));
  }
}
