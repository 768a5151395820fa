import { betaQuantile } from '../numerics/beta';
import { normalQuantile } from '../numerics/normal';

/** Quantile of Student's t. Beyond a million degrees of freedom it is the normal one. */
export function studentQuantile(probability: number, degreesOfFreedom: number): number {
  if (probability === 0.5) return 0;
  if (!(degreesOfFreedom < 1e6)) return normalQuantile(probability);
  const tail = probability < 0.5 ? probability : 1 - probability;
  const x = betaQuantile(degreesOfFreedom / 2, 0.5, 2 * tail);
  const size = Math.sqrt((degreesOfFreedom * (1 - x)) / x);
  return probability < 0.5 ? -size : size;
}
