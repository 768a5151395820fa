import { exp } from './exp';

/** 1/(1 + e^−x): 0 at −Infinity, ½ at 0, 1 at Infinity; to about two units in the last place. */
export function logistic(x: number): number {
  return x < -40 ? exp(x) : 1 / (1 + exp(-x));
}
