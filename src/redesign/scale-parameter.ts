import { timesFactor } from '../distributions/families';
import type { Parameter } from '../model/types';

/** `factor · x` for a factor above 0, in the distribution's own form. */
export function scaleParameter(parameter: Parameter, factor: number): Parameter {
  return typeof parameter === 'number' ? parameter * factor : timesFactor(parameter, factor);
}
