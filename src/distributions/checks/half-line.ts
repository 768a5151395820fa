import type { Exponential, Gamma, Weibull } from '../types';
import { shapeRange } from './bounded';
import { above, between, checkKeys, numberField, type Entry } from './fields';

export function checkGamma(entry: Entry): Gamma | undefined {
  checkKeys(entry, ['type', 'shape', 'scale']);
  const shape = numberField(entry, 'shape', shapeRange);
  const scale = numberField(entry, 'scale', above(0));
  return shape === undefined || scale === undefined ? undefined : { type: 'gamma', shape, scale };
}

export function checkWeibull(entry: Entry): Weibull | undefined {
  checkKeys(entry, ['type', 'shape', 'scale']);
  const shape = numberField(entry, 'shape', between(0.1, 1000));
  const scale = numberField(entry, 'scale', above(0));
  return shape === undefined || scale === undefined ? undefined : { type: 'weibull', shape, scale };
}

export function checkExponential(entry: Entry): Exponential | undefined {
  checkKeys(entry, ['type', 'mean'], { rate: 'write mean = 1 / rate' });
  const mean = numberField(entry, 'mean', above(0));
  return mean === undefined ? undefined : { type: 'exponential', mean };
}
