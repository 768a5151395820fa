import { betaCdf } from '../numerics/beta';
import { normalCdf } from '../numerics/normal';

/** The probability that Student's t is at most `t`. Beyond a million degrees of freedom it is the normal one. */
export function studentCdf(t: number, degreesOfFreedom: number): number {
  if (!(degreesOfFreedom < 1e6)) return normalCdf(t);
  const tail = betaCdf(degreesOfFreedom / 2, 0.5, degreesOfFreedom / (degreesOfFreedom + t * t)) / 2;
  return t < 0 ? tail : 1 - tail;
}
