import { normalQuantile } from '../numerics/normal';
import { studentQuantile } from '../statistics/student-t';

export interface Wanted {
  readonly difference: number;
  readonly power: number;
  readonly alpha: number;
}

/** More than there are people. */
const most = 1e12;
const rounds = 50;

/**
 * People in each of two groups (or, with one variance, people who judge both): n = (t₁₋α/₂ + t_power)²·(σ₁² + σ₂²)/Δ², with the t of the
 * degrees of freedom that this very n gives (Welch and Satterthwaite). At least 2. Undefined where no n is enough.
 */
export function groupSize({ difference, power, alpha }: Wanted, variances: readonly number[]): number | undefined {
  if (difference === 0) return undefined;
  const variance = variances.reduce((sum, one) => sum + one, 0);
  const relative = variance / (difference * difference);
  if (!(relative < most)) return undefined;
  const squares = variances.reduce((sum, one) => sum + one * one, 0);
  const freedomPerPerson = squares > 0 ? (variance * variance) / squares : 1;
  const at = (n: number): number => {
    const degrees = Math.max(1, (n - 1) * freedomPerPerson);
    const reach = studentQuantile(1 - alpha / 2, degrees) + studentQuantile(power, degrees);
    return Math.max(2, Math.ceil(reach * reach * relative));
  };
  const z = normalQuantile(1 - alpha / 2) + normalQuantile(power);
  let n = Math.max(2, Math.ceil(z * z * relative));
  // The t of a small group asks for more people, who need less of it: upwards until n is enough for itself.
  for (let round = 0; round < rounds && at(n) > n; round++) n++;
  return n;
}

/** Two shares: the variance under "no difference" is that of their mean (Fleiss, without continuity correction). */
export function shareGroupSize({ difference, power, alpha }: Wanted, share: number): number | undefined {
  if (difference === 0) return undefined;
  const other = share + difference;
  const middle = (share + other) / 2;
  const pooled = Math.sqrt(2 * middle * (1 - middle));
  const apart = Math.sqrt(share * (1 - share) + other * (1 - other));
  const reach = normalQuantile(1 - alpha / 2) * pooled + normalQuantile(power) * apart;
  const n = (reach * reach) / (difference * difference);
  return n < most ? Math.max(2, Math.ceil(n)) : undefined;
}
