import { expm1 } from './exp';

/** The hyperbolic tangent, to about 2.5 units in the last place. */
export function tanh(x: number): number {
  const size = x < 0 ? -x : x;
  if (size > 20) return x < 0 ? -1 : 1;
  const growth = expm1(2 * size);
  const value = growth / (growth + 2);
  return x < 0 ? -value : value;
}
