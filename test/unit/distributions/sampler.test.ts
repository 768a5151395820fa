import { describe, expect, it } from 'vitest';
import { fillFromNormals, fillFromUniforms, type Sampler } from '../../../src/distributions/fill-columns';
import { quantile } from '../../../src/distributions/mathematics';
import { compileSampler } from '../../../src/distributions/sampler';
import type { Distribution } from '../../../src/distributions/families';
import { gamma } from '../../../src/distributions/families/gamma';
import { normalCdf } from '../../../src/numerics/normal';
import { normalFromWord } from '../../../src/numerics/normal-from-word';

const kinds: readonly (readonly [Distribution, Sampler['kind'], Sampler['input']])[] = [
  [{ type: 'constant', value: 3 }, 'constant', 'none'],
  [{ type: 'empirical', values: [3] }, 'constant', 'none'],
  [{ type: 'normal', mean: 3, sd: 2 }, 'normal', 'normal'],
  [{ type: 'lognormal', median: 600, sigma: 0.5 }, 'lognormal', 'normal'],
  [{ type: 'scaled', distribution: { type: 'lognormal', median: 600, sigma: 0.5 }, scale: -1, shift: 3 }, 'shiftedLognormal', 'normal'],
  [{ type: 'uniform', min: -1, max: 4 }, 'uniform', 'uniform'],
  [{ type: 'triangular', min: 0, mode: 1, max: 7 }, 'triangular', 'uniform'],
  [{ type: 'exponential', mean: 60 }, 'exponential', 'uniform'],
  [{ type: 'scaled', distribution: { type: 'exponential', mean: 60 }, scale: -2, shift: 3 }, 'exponential', 'uniform'],
  [{ type: 'weibull', shape: 1.5, scale: 60 }, 'weibull', 'uniform'],
  [{ type: 'scaled', distribution: { type: 'weibull', shape: 0.7, scale: 60 }, scale: -2, shift: 3 }, 'weibull', 'uniform'],
  [{ type: 'empirical', values: [1, 2, 5], weights: [3, 1, 9] }, 'steps', 'uniform'],
  [{ type: 'discrete', values: [1, 2, 5], probabilities: [0.25, 0.25, 0.5] }, 'steps', 'uniform'],
  [{ type: 'gamma', shape: 2, scale: 60 }, 'table', 'normal'],
  [{ type: 'pert', min: 0, mode: 3, max: 12 }, 'table', 'normal'],
];

const words = Int32Array.from({ length: 5000 }, (_, i) => Math.imul(i + 1, 0x9e3779b1));
const uniforms = Float64Array.from(words, (word) => ((word >>> 0) + 0.5) / 4294967296);
const normals = Float64Array.from(words, normalFromWord);

function filled(fill: typeof fillFromNormals, sampler: Sampler, input: Float64Array, block = input.length): Float64Array {
  const out = new Float64Array(input.length);
  for (let first = 0; first < input.length; first += block) {
    const count = Math.min(block, input.length - first);
    const place = new Float64Array(block);
    fill(sampler, input.slice(first, first + count), count, place);
    out.set(place.subarray(0, count), first);
  }
  return out;
}

describe.each(kinds)('the sampler of %o', (distribution, kind, input) => {
  const sampler = compileSampler(distribution);

  it(`is of kind ${kind}, fed with ${input}`, () => expect([sampler.kind, sampler.input]).toEqual([kind, input]));

  it('gives the quantile, from uniforms and from normals', () => {
    const spread = Math.max(1, Math.abs(quantile(distribution, 0.9) - quantile(distribution, 0.1)));
    const fromU = filled(fillFromUniforms, sampler, uniforms);
    const fromZ = filled(fillFromNormals, sampler, normals);
    for (let i = 0; i < 5000; i += 10) {
      expect(Math.abs(fromU[i]! - quantile(distribution, uniforms[i]!))).toBeLessThanOrEqual(1e-8 * spread);
      expect(Math.abs(fromZ[i]! - quantile(distribution, normalCdf(normals[i]!)))).toBeLessThanOrEqual(1e-8 * spread);
    }
  });

  it('gives the same bits for any block, and in place', () => {
    for (const fill of [fillFromUniforms, fillFromNormals]) {
      const from = fill === fillFromUniforms ? uniforms : normals;
      const whole = filled(fill, sampler, from);
      expect(filled(fill, sampler, from, 7)).toEqual(whole);
      const place = Float64Array.from(from);
      fill(sampler, place, place.length, place);
      expect(place).toEqual(whole);
    }
  });

  it('stays finite where correlated normals go further than any word', () => {
    const out = filled(fillFromNormals, sampler, Float64Array.of(-9, -7, 7, 9));
    expect(out.every(Number.isFinite)).toBe(true);
    expect(Array.from(out)).toEqual([...out].sort((a, b) => a - b));
  });

  it('touches nothing beyond the count', () => {
    const out = new Float64Array(3).fill(-77);
    fillFromUniforms(sampler, Float64Array.of(0.5, 0.5, 0.5), 2, out);
    expect(out[2]).toBe(-77);
    expect(out[0]).toBe(out[1]);
  });
});

describe('simplifying', () => {
  const sampler = (distribution: Distribution): Sampler => compileSampler(distribution);
  it('works scale and shift into the simplest kind', () => {
    const normal: Distribution = { type: 'normal', mean: 3, sd: 2 };
    expect(sampler({ type: 'scaled', distribution: normal, scale: -2, shift: 1 })).toEqual({
      kind: 'normal',
      input: 'normal',
      mean: -5,
      sd: 4,
    });
    expect(sampler({ type: 'scaled', distribution: { type: 'lognormal', median: 2, sigma: 1 }, scale: 3, shift: 0 })).toEqual(
      sampler({ type: 'lognormal', median: 6, sigma: 1 }),
    );
    expect(sampler({ type: 'scaled', distribution: { type: 'constant', value: 2 }, scale: 3, shift: 1 })).toEqual({
      kind: 'constant',
      input: 'none',
      value: 7,
    });
    expect(sampler({ type: 'scaled', distribution: { type: 'empirical', values: [1, 2] }, scale: 3, shift: 1 })).toEqual(
      sampler({ type: 'empirical', values: [4, 7] }),
    );
    const twice: Distribution = {
      type: 'scaled',
      distribution: { type: 'scaled', distribution: normal, scale: 2, shift: 1 },
      scale: 3,
      shift: 5,
    };
    expect(sampler(twice)).toEqual({ kind: 'normal', input: 'normal', mean: 26, sd: 12 });
  });

  it('sees through mixtures of one part or of separate values', () => {
    const one: Distribution = {
      type: 'mixture',
      components: [
        { weight: 1, distribution: { type: 'normal', mean: 1, sd: 2 } },
        { weight: 0, distribution: { type: 'constant', value: 9 } },
      ],
    };
    expect(sampler(one).kind).toBe('normal');
    const parts: Distribution = {
      type: 'mixture',
      components: [
        { weight: 0.5, distribution: { type: 'constant', value: 2 } },
        { weight: 0.5, distribution: { type: 'constant', value: 1 } },
      ],
    };
    expect(sampler(parts)).toMatchObject({ kind: 'steps', values: Float64Array.of(1, 2) });
  });
});

describe('steps', () => {
  it('are exact at every boundary', () => {
    const sampler = compileSampler({ type: 'discrete', values: [1, 2, 3], probabilities: [0.25, 0.5, 0.25] });
    const out = new Float64Array(6);
    fillFromUniforms(sampler, Float64Array.of(1e-10, 0.25, 0.2500001, 0.75, 0.7500001, 1 - 1e-10), 6, out);
    expect(Array.from(out)).toEqual([1, 1, 2, 2, 3, 3]);
  });

  it('draw from thousands of observations as the reference does', () => {
    const values = Array.from({ length: 3000 }, (_, i) => i * i);
    const weights = values.map((_, i) => 1 + (i % 7));
    const distribution: Distribution = { type: 'empirical', values, weights };
    const out = filled(fillFromUniforms, compileSampler(distribution), uniforms);
    for (let i = 0; i < 5000; i += 50) expect(out[i]).toBe(quantile(distribution, uniforms[i]!));
  });
});

describe('tables', () => {
  const gap: Distribution = {
    type: 'mixture',
    components: [
      { weight: 0.3, distribution: { type: 'uniform', min: 0, max: 1 } },
      { weight: 0.2, distribution: { type: 'constant', value: 5 } },
      { weight: 0.5, distribution: { type: 'gamma', shape: 3, scale: 1 } },
    ],
  };

  it('are made once for a distribution that nobody can change, and anew for any other', () => {
    const made = gamma({ shape: 2, scale: 60 });
    expect(compileSampler(made)).toBe(compileSampler(made));
    const written: { -readonly [Key in keyof typeof made]: (typeof made)[Key] } = { type: 'gamma', shape: 2, scale: 60 };
    const before = compileSampler(written);
    written.scale = 6;
    expect(before).toEqual(compileSampler(made));
    expect(compileSampler(written)).toEqual(compileSampler(gamma({ shape: 2, scale: 6 })));
  });

  it('never draw from inside a gap and keep a mass exact', () => {
    const apart: Distribution = {
      type: 'scaled',
      distribution: { ...gap, components: [gap.components[0]!, gap.components[1]!].map((part) => ({ ...part, weight: part.weight * 2 })) },
      scale: 1,
      shift: 0,
    };
    const out = filled(fillFromNormals, compileSampler(apart), normals);
    expect(out.every((value) => (value >= 0 && value <= 1) || value === 5)).toBe(true);
    const fives = out.filter((value) => value === 5).length / out.length;
    // The words are spread evenly over their range, so the share is right to one in five thousand or so.
    expect(Math.abs(fives - 0.4)).toBeLessThan(0.001);
  });

  it('hold a mixture of masses, ranges and tails', () => {
    const out = filled(fillFromNormals, compileSampler(gap), normals);
    for (let i = 0; i < 5000; i += 10) expect(Math.abs(out[i]! - quantile(gap, normalCdf(normals[i]!)))).toBeLessThan(1e-8);
  });

  it('take a mixture of thousands of observations and a curve', () => {
    const values = Array.from({ length: 4000 }, (_, i) => i);
    const noisy: Distribution = {
      type: 'mixture',
      components: [
        { weight: 0.9, distribution: { type: 'empirical', values } },
        { weight: 0.1, distribution: { type: 'normal', mean: 2000, sd: 500 } },
      ],
    };
    const out = filled(fillFromNormals, compileSampler(noisy), normals);
    for (let i = 0; i < 5000; i += 50) expect(Math.abs(out[i]! - quantile(noisy, normalCdf(normals[i]!)))).toBeLessThan(1e-5);
  });
});
