import { describe, expect, it } from 'vitest';
import { compileQuantileTable } from '../../../src/distributions/compile-table';
import { fillFromNormals, fillFromUniforms } from '../../../src/distributions/fill-columns';
import { lawOf } from '../../../src/distributions/families';
import { compileSampler } from '../../../src/distributions/sampler';
import type { Distribution } from '../../../src/distributions/families';
import { simulate } from '../../../src/simulation/simulate';
import { compare } from '../../../src/comparison/compare';

const families: readonly Distribution[] = [
  { type: 'constant', value: 300 },
  { type: 'uniform', min: 60, max: 600 },
  { type: 'triangular', min: 60, mode: 90, max: 600 },
  { type: 'pert', min: 60, mode: 90, max: 600 },
  { type: 'normal', mean: 300, sd: 60 },
  { type: 'truncatedNormal', mean: 300, sd: 60, min: 60 },
  { type: 'truncatedNormal', mean: -10, sd: 5, min: 0, max: 20 },
  { type: 'lognormal', median: 300, sigma: 0.5 },
  { type: 'gamma', shape: 0.01, scale: 300 },
  { type: 'gamma', shape: 400, scale: 1 },
  { type: 'weibull', shape: 1.5, scale: 300 },
  { type: 'exponential', mean: 300 },
  { type: 'beta', alpha: 0.02, beta: 3, min: 0, max: 600 },
  { type: 'empirical', values: [60, 90, 600] },
  { type: 'discrete', values: [60, 600], probabilities: [0.25, 0.75] },
];
const nested = families.flatMap((distribution): Distribution[] => [
  distribution,
  { type: 'scaled', distribution, scale: -2, shift: 30 },
  {
    type: 'mixture',
    components: [
      { weight: 0.5, distribution },
      { weight: 0.5, distribution: { type: 'uniform', min: 1, max: 2 } },
    ],
  },
]);

const count = 99;
const uniforms = Float64Array.from({ length: count }, (_, i) => (i + 0.5) / count);
const normals = Float64Array.from({ length: count }, (_, i) => (i - 49) / 8);

function draws(distribution: Distribution): number[] {
  const sampler = compileSampler(distribution);
  const fromUniforms = new Float64Array(count);
  const fromNormals = new Float64Array(count);
  fillFromUniforms(sampler, uniforms, count, fromUniforms);
  fillFromNormals(sampler, normals, count, fromNormals);
  return [...fromUniforms, ...fromNormals];
}

describe('a distribution without spread', () => {
  it.each(nested)('%o times 0 is 0 for everybody, whatever is added', (distribution) => {
    for (const shift of [0, 45]) {
      const scaled: Distribution = { type: 'scaled', distribution, scale: 0, shift };
      expect(compileSampler(scaled)).toEqual({ kind: 'constant', input: 'none', value: shift });
      expect([lawOf(scaled).mean, lawOf(scaled).variance, lawOf(scaled).quantile(0.3)]).toEqual([shift, 0, shift]);
    }
  });

  it.each(nested)('%o times next to nothing is finite, and compiles at once', (distribution) => {
    for (const scale of [5e-324, 1e-320, 1e-308, 1e-200, 1e-163, 1e-161, 1e-155, -1e-200]) {
      for (const shift of [0, 45]) {
        for (const draw of draws({ type: 'scaled', distribution, scale, shift })) expect(Math.abs(draw - shift)).toBeLessThan(1e-140);
      }
    }
  });

  it('can be one part of a mixture whose other parts have some', () => {
    const narrow: Distribution = { type: 'scaled', distribution: { type: 'uniform', min: 0, max: 1 }, scale: 1e-20, shift: 300 };
    const half = { weight: 0.5, distribution: narrow };
    const mixed: Distribution = {
      type: 'mixture',
      components: [half, { weight: 0.5, distribution: { type: 'uniform', min: 0, max: 60 } }],
    };
    expect(lawOf(mixed).quantile(0.75)).toBe(300);
    expect(lawOf(mixed).quantile(0.25)).toBeCloseTo(30, 9);
    expect(lawOf(mixed).cdf(300)).toBe(1);
    const drawn = draws(mixed);
    expect(drawn.every((draw) => draw === 300 || (draw >= 0 && draw <= 60))).toBe(true);
  });

  it('of plain tiny numbers compiles as any other', () => {
    for (const distribution of [
      { type: 'gamma', shape: 0.01, scale: 1e-200 },
      { type: 'pert', min: 0, mode: 1e-300, max: 2e-300 },
      { type: 'truncatedNormal', mean: 0, sd: 1e-320, min: 0 },
      { type: 'beta', alpha: 2, beta: 2, min: 1e-200, max: 2e-200 },
    ] as const) {
      for (const draw of draws(distribution)) expect(draw).toBeLessThan(1e-190);
    }
  });

  it('is refused by the table builder, which never goes on for ever', () => {
    const broken = { ...lawOf({ type: 'exponential', mean: 2 }), variance: NaN };
    expect(() => compileQuantileTable(broken)).toThrow(/no table/);
    expect(() => compileQuantileTable({ ...broken, variance: 1, quantile: () => NaN })).toThrow(/no table/);
  });
});

describe('durationScale 0', () => {
  it.each(nested.filter(({ type }) => type !== 'normal').filter((one) => lawOf(one).min >= 0))('makes %o take no time', (duration) => {
    const journey = {
      name: 'Visit',
      interactions: [
        { id: 'queue', duration },
        { id: 'desk', duration: 60 },
      ],
    };
    for (const target of ['queue', '*']) {
      const segment = { id: 'all', share: 1, dependence: { duration: 0.5 }, responses: { [target]: { durationScale: 0 } } };
      const result = simulate({ journey, segments: [segment], customers: 100, seed: 1 });
      expect(result.overall.clockDuration.mean).toBe(target === '*' ? 0 : 60);
      expect(result.overall.satisfaction.mean).toBeGreaterThan(0);
    }
  });

  it('does so in a comparison too', () => {
    const duration = { type: 'truncatedNormal', mean: 600, sd: 300, min: 60 } as const;
    const baseline = { name: 'Visit', interactions: [{ id: 'queue', duration }] };
    const variant = { name: 'Visit', interactions: [{ id: 'queue', duration, affect: 2 }] };
    const segments = [{ id: 'all', share: 1, responses: { queue: { durationScale: 0 } } }];
    const { variants } = compare({ baseline, variants: { variant }, segments, customers: 100, seed: 1 });
    expect(variants.variant.overall.clockDuration.difference).toBe(0);
  });
});
