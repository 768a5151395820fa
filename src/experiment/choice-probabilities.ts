import { exp } from '../numerics/exp';
import { logistic } from '../numerics/logistic';

/**
 * How likely each person is to take each of the episodes they lived: a logit of the remembered utilities over `noise`. Without noise the
 * better one is taken, and equal ones equally often.
 */
export function choiceProbabilities(utilities: readonly Float64Array[], noise: number): Float64Array[] {
  const people = utilities[0]!.length;
  const out = utilities.map(() => new Float64Array(people));
  for (let i = 0; i < people; i++) {
    if (utilities.length === 2 && noise > 0) {
      const first = logistic((utilities[0]![i]! - utilities[1]![i]!) / noise);
      out[0]![i] = first;
      out[1]![i] = 1 - first;
      continue;
    }
    let best = -Infinity;
    for (const column of utilities) if (column[i]! > best) best = column[i]!;
    let sum = 0;
    utilities.forEach((column, k) => {
      const behind = column[i]! - best;
      const weight = noise > 0 ? exp(behind / noise) : behind === 0 ? 1 : 0;
      out[k]![i] = weight;
      sum += weight;
    });
    for (const column of out) column[i]! /= sum;
  }
  return out;
}
