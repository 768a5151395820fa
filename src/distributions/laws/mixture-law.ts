import { firstIndex } from './steps';
import type { Law } from './law';
import { findRoot } from './find-root';

export interface WeightedLaw {
  readonly weight: number;
  readonly law: Law;
}

/** Where each part's own lower end, middle and upper end are looked for. */
const landmarkShares = [0.0001, 0.02, 0.5, 0.98, 0.9999];

/** Several laws in one, with a true inverse: the smallest value whose share reaches p, jumps and gaps included. Weights sum to 1. */
export function mixtureLaw(components: readonly WeightedLaw[]): Law {
  const sum = (of: (law: Law) => number): number => components.reduce((total, { weight, law }) => total + weight * of(law), 0);
  const mean = sum((law) => law.mean);
  const marks = [...new Set(components.flatMap(({ law }) => law.marks))].sort((a, b) => a - b);
  const cdf = (x: number): number =>
    Math.min(
      1,
      sum((law) => law.cdf(x)),
    );
  const below = (x: number): number =>
    Math.min(
      1,
      sum((law) => law.below(x)),
    );

  const quantile = (p: number): number => {
    const next = firstIndex(marks.length, (i) => cdf(marks[i]!) >= p);
    const jump = marks[next];
    if (jump !== undefined && below(jump) < p) return jump;
    // Here the cdf has no jumps, and no component has passed p at `low` or missed it at `high`.
    let low = Infinity;
    let high = -Infinity;
    for (const { law } of components) {
      const value = law.quantile(p);
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    return findRoot((x) => cdf(x) - p, Math.max(low, marks[next - 1] ?? -Infinity), Math.min(high, jump ?? Infinity));
  };
  return {
    min: components.reduce((least, { law }) => Math.min(least, law.min), Infinity),
    max: components.reduce((most, { law }) => Math.max(most, law.max), -Infinity),
    mean,
    variance: sum((law) => law.variance + (law.mean - mean) * (law.mean - mean)),
    marks,
    landmarks: () => components.flatMap(({ law }) => [...landmarkShares, ...law.landmarks()].map((p) => cdf(law.quantile(p)))),
    cdf,
    below,
    quantile,
  };
}
