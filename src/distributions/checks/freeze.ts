import type { Distribution } from '../types';

/** Freezes a distribution the library has just made, to the bottom. */
export function freezeDistribution<D extends Distribution>(distribution: D): D {
  freeze(distribution);
  return distribution;
}

function freeze(value: unknown): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return;
  Object.freeze(value);
  for (const part of Object.values(value)) freeze(part);
}
