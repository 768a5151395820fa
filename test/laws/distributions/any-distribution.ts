import fc from 'fast-check';
import { beta } from '../../../src/distributions/families/beta';
import { discrete } from '../../../src/distributions/families/discrete';
import { empirical } from '../../../src/distributions/families/empirical';
import { exponential } from '../../../src/distributions/families/exponential';
import { gamma } from '../../../src/distributions/families/gamma';
import { lognormal } from '../../../src/distributions/families/lognormal';
import { mixture } from '../../../src/distributions/nested';
import { normal } from '../../../src/distributions/families/normal';
import { pert } from '../../../src/distributions/families/pert';
import { scaled } from '../../../src/distributions/nested';
import { triangular } from '../../../src/distributions/families/triangular';
import { truncatedNormal } from '../../../src/distributions/families/truncated-normal';
import { uniform } from '../../../src/distributions/families/uniform';
import type { Distribution } from '../../../src/distributions/families';
import { weibull } from '../../../src/distributions/families/weibull';

const between = (min: number, max: number): fc.Arbitrary<number> => fc.double({ min, max, noNaN: true });
const value = fc.integer({ min: -1000, max: 1000 }).map((n) => n / 10);
const width = fc.integer({ min: 1, max: 2000 }).map((n) => n / 10);
const size = between(0.1, 100);
const share = fc.integer({ min: 0, max: 100 }).map((n) => n / 100);

/** A range with something inside it: the share says where. */
const peaked = fc
  .tuple(value, width, share)
  .map(([min, length, at]) => ({ min, mode: Math.min(min + length * at, min + length), max: min + length }));

/** Both ends known. */
export const bounded: fc.Arbitrary<Distribution> = fc.oneof(
  fc.tuple(value, width).map(([min, length]) => uniform({ min, max: min + length })),
  peaked.map(triangular),
  peaked.map(pert),
  fc.tuple(between(1, 20), between(1, 20), value, width).map(([a, b, min, length]) => beta({ alpha: a, beta: b, min, max: min + length })),
  fc
    .tuple(value, size, between(-5, 3), between(0.01, 4))
    .map(([mean, sd, from, length]) => truncatedNormal({ mean, sd, min: mean + from * sd, max: mean + (from + length) * sd })),
);

/** A smooth quantile as a function of z, at least one end open. */
export const unbounded: fc.Arbitrary<Distribution> = fc.oneof(
  fc.record({ mean: value, sd: size }).map(normal),
  fc.record({ median: size, sigma: between(0.05, 1) }).map(lognormal),
  fc.record({ shape: between(0.5, 50), scale: size }).map(gamma),
  fc.record({ shape: between(0.7, 5), scale: size }).map(weibull),
  fc.record({ mean: size }).map(exponential),
  fc.tuple(value, size, between(-3, 3)).map(([mean, sd, from]) => truncatedNormal({ mean, sd, min: mean + from * sd })),
);

export const separate: fc.Arbitrary<Distribution> = fc.oneof(
  fc.array(fc.tuple(value, fc.integer({ min: 1, max: 9 })), { minLength: 1, maxLength: 12 }).map((seen) =>
    empirical(
      seen.map(([at]) => at),
      { weights: seen.map(([, count]) => count) },
    ),
  ),
  fc.tuple(value, width, share).map(([low, length, p]) => discrete({ values: [low, low + length], probabilities: [p, 1 - p] })),
);

const factor = fc.tuple(between(0.1, 10), fc.boolean()).map(([scale, mirrored]) => (mirrored ? -scale : scale));

/** A distribution, or the same scaled and shifted. */
export function perhapsScaled(inner: fc.Arbitrary<Distribution>): fc.Arbitrary<Distribution> {
  return fc.oneof(
    { weight: 2, arbitrary: inner },
    { weight: 1, arbitrary: fc.tuple(inner, factor, value).map(([distribution, scale, shift]) => scaled(distribution, { scale, shift })) },
  );
}

export function mixed(inner: fc.Arbitrary<Distribution>): fc.Arbitrary<Distribution> {
  return fc.array(fc.tuple(inner, fc.integer({ min: 1, max: 20 })), { minLength: 2, maxLength: 4 }).map((parts) => {
    const total = parts.reduce((sum, [, weight]) => sum + weight, 0);
    return mixture(parts.map(([distribution, weight]) => ({ distribution, weight: weight / total })));
  });
}

const single = fc.oneof(bounded, unbounded, separate);

export const anyDistribution: fc.Arbitrary<Distribution> = fc.oneof(
  { weight: 3, arbitrary: perhapsScaled(single) },
  { weight: 1, arbitrary: perhapsScaled(mixed(perhapsScaled(single))) },
);

/** A share, tails included. */
export const anyShare: fc.Arbitrary<number> = fc.oneof(
  between(1e-6, 1 - 1e-6),
  between(1, 6).map((power) => 10 ** -power),
  between(1, 6).map((power) => 1 - 10 ** -power),
);
