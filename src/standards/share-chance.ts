import { betaCdf } from '../numerics/beta';
import { normalCdf } from '../numerics/normal';

/** Beyond this many customers the beta law is the normal one, and the normal one is quicker. */
const many = 1e6;

/**
 * The chance that a share, of which `share` was seen among `customers`, is at least `bound`: from Jeffreys' posterior, a beta law with half a
 * customer added on either side, so that seeing none or all is never certainty.
 */
export function chanceOfAtLeast(share: number, customers: number, bound: number): number {
  if (bound <= 0) return 1;
  if (bound >= 1) return 0;
  const seen = share * customers + 0.5;
  const others = (1 - share) * customers + 0.5;
  if (customers <= many) return 1 - betaCdf(seen, others, bound);
  const mean = seen / (seen + others);
  return normalCdf((mean - bound) / Math.sqrt((mean * (1 - mean)) / (customers + 2)));
}
