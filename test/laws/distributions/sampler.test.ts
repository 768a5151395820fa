import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fillFromNormals, fillFromUniforms } from '../../../src/distributions/fill-columns';
import { lawOf } from '../../../src/distributions/families';
import { compileSampler } from '../../../src/distributions/sampler';
import { normalCdf } from '../../../src/numerics/normal';
import { normalFromWord } from '../../../src/numerics/normal-from-word';
import { anyDistribution } from './any-distribution';

const seed = 19790101;
const words = fc.array(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }), { minLength: 64, maxLength: 64 });

describe(`laws of samplers (seed ${seed})`, () => {
  it('draw the quantile to within 1e-9 standard deviations up to |z| = 4.5 and 1e-5 beyond', () => {
    fc.assert(
      fc.property(anyDistribution, words, (distribution, drawn) => {
        const law = lawOf(distribution);
        const sd = Math.sqrt(law.variance);
        const z = Float64Array.from(drawn, normalFromWord);
        const out = new Float64Array(z.length);
        fillFromNormals(compileSampler(distribution), z, z.length, out);
        z.forEach((place, i) => {
          const p = normalCdf(place);
          // What the probability itself cannot tell apart, where the quantile is steep.
          const low = law.quantile(p * (1 - 1e-15));
          const high = law.quantile(Math.min(p * (1 + 1e-15), 1 - 1e-16));
          const allowed = (Math.abs(place) <= 4.5 ? 1e-9 : 1e-5) * sd + 1e-13 * Math.abs(high);
          expect(out[i]).toBeGreaterThanOrEqual(low - allowed);
          expect(out[i]).toBeLessThanOrEqual(high + allowed);
        });
      }),
      { seed, numRuns: 120 },
    );
  });

  it('draws from uniforms stay in the support and rise with u', () => {
    fc.assert(
      fc.property(anyDistribution, words, (distribution, drawn) => {
        const law = lawOf(distribution);
        const sd = Math.sqrt(law.variance);
        const sampler = compileSampler(distribution);
        const u = Float64Array.from(drawn, (word) => ((word >>> 0) + 0.5) / 4294967296).sort();
        const out = new Float64Array(u.length);
        fillFromUniforms(sampler, u, u.length, out);
        const rounding = 2e-10 * sd + 1e-13 * Math.abs(law.mean);
        out.forEach((value, i) => {
          expect(value).toBeGreaterThanOrEqual(law.min);
          expect(value).toBeLessThanOrEqual(law.max);
          if (i > 0) expect(value).toBeGreaterThanOrEqual(out[i - 1]! - rounding);
        });
      }),
      { seed, numRuns: 120 },
    );
  });
});
