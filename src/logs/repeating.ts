import { findRoot } from '../numerics/find-root';
import { mostRetries } from './paths';

/** How often it happens with a probability each time: p + p² + … */
function expected(probability: number, atMost: number): number {
  let sum = 0;
  let power = 1;
  for (let time = 0; time < atMost; time++) {
    power *= probability;
    sum += power;
  }
  return sum;
}

/** The probability of doing it again, each time the same, that comes to so many repeats on average. */
export function repeatProbability(repeats: number, atMost: number): number {
  if (!(repeats > 0)) return 0;
  if (repeats >= atMost) return 1;
  return findRoot((probability) => expected(probability, atMost) - repeats, 0, 1);
}

/** How often at most: as often as anybody did. */
export function retriesAtMost(most: number): 1 | 2 | 3 | 4 | 5 {
  return Math.min(mostRetries, Math.max(1, most)) as 1 | 2 | 3 | 4 | 5;
}
