import type { Distribution } from '../distributions/types';
import type { Parameter } from '../model/types';

/** `factor · x` for a factor above 0, in the distribution's own form: a lognormal stays a lognormal, which reads better than a wrapper. */
export function scaleParameter(parameter: Parameter, factor: number): Parameter {
  return typeof parameter === 'number' ? parameter * factor : scaleDistribution(parameter, factor);
}

function scaleDistribution(distribution: Distribution, factor: number): Distribution {
  switch (distribution.type) {
    case 'constant':
      return { ...distribution, value: distribution.value * factor };
    case 'uniform':
    case 'beta':
      return { ...distribution, min: distribution.min * factor, max: distribution.max * factor };
    case 'triangular':
    case 'pert':
      return { ...distribution, min: distribution.min * factor, mode: distribution.mode * factor, max: distribution.max * factor };
    case 'normal':
      return { ...distribution, mean: distribution.mean * factor, sd: distribution.sd * factor };
    case 'truncatedNormal': {
      const { mean, sd, min, max } = distribution;
      return {
        ...distribution,
        mean: mean * factor,
        sd: sd * factor,
        ...(min === undefined ? {} : { min: min * factor }),
        ...(max === undefined ? {} : { max: max * factor }),
      };
    }
    case 'lognormal':
      return { ...distribution, median: distribution.median * factor };
    case 'gamma':
    case 'weibull':
      return { ...distribution, scale: distribution.scale * factor };
    case 'exponential':
      return { ...distribution, mean: distribution.mean * factor };
    case 'empirical':
    case 'discrete':
      return { ...distribution, values: distribution.values.map((value) => value * factor) };
    case 'mixture':
      return {
        ...distribution,
        components: distribution.components.map((one) => ({ ...one, distribution: scaleDistribution(one.distribution, factor) })),
      };
    case 'scaled':
      return { ...distribution, scale: distribution.scale * factor, shift: distribution.shift * factor };
  }
}
