import { markAs } from '../../plain/made-here';
import type { Distribution } from '../types';

/** Freezes a distribution the library has just made, to the bottom, and marks it as one that needs no check. */
export function freezeDistribution<D extends Distribution>(distribution: D): D {
  if (!Object.isFrozen(distribution)) markAs('distribution', distribution);
  freeze(distribution);
  return distribution;
}

function freeze(value: unknown): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return;
  Object.freeze(value);
  for (const part of Object.values(value)) freeze(part);
}
