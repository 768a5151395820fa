import normalCdfReference from '@stdlib/stats-base-dists-normal-cdf';
import normalQuantileReference from '@stdlib/stats-base-dists-normal-quantile';
import { describe, expect, test } from 'vitest';
import { normalFromWord } from '../../../src/numerics/normal-from-word';
import { normalCdf, normalQuantile } from '../../../src/numerics/normal';
import { normalQuantileValues, normalCdfValues } from './reference-values';
import { sweep } from './units-apart';

const near = (value: number, expected: number, relative: number) => expect(Math.abs(value / expected - 1)).toBeLessThanOrEqual(relative);

describe('normalQuantile', () => {
  test.each(normalQuantileValues)('at %d', (p, z) => near(normalQuantile(p), z, 1.5e-15));
  test('edges', () => {
    expect([0, 0.5, 1, -0.1, 1.1, NaN].map(normalQuantile)).toEqual([-Infinity, 0, Infinity, NaN, NaN, NaN]);
    expect(normalQuantile(5e-324)).toBeCloseTo(-38.4674, 3);
  });
  test('agrees with another implementation', () => {
    for (const p of sweep(500)) if (Math.abs(p - 0.5) > 1e-3) near(normalQuantile(p), normalQuantileReference(p, 0, 1), 1e-12);
  });
  test('takes back normalCdf', () => {
    for (const u of sweep(500)) {
      const z = -8 * u - 0.01;
      near(normalQuantile(normalCdf(z)), z, 3e-14); // at z = −0.01 an error of 1e-16 in p is 2.5e-14 of z
    }
  });
});

describe('normalCdf', () => {
  test.each(normalCdfValues)('at %d', (z, p) => near(normalCdf(z), p, 1.5e-15));
  test('edges', () => expect([0, -Infinity, Infinity, 39, -39, NaN].map(normalCdf)).toEqual([0.5, 0, 1, 1, 0, NaN]));
  test('agrees with another implementation', () => {
    for (const u of sweep(500)) near(normalCdf(12 * u - 8), normalCdfReference(12 * u - 8, 0, 1), 1e-13);
  });
});

describe('normalFromWord', () => {
  const words = sweep(20_000).map((u) => Math.floor(u * 4294967296));
  test('is the quantile at (word + ½)/2^32 to 1e-10', () => {
    let worst = 0;
    for (const word of [...words, ...Array.from({ length: 2000 }, (_, i) => i)])
      worst = Math.max(worst, Math.abs(normalFromWord(word) - normalQuantile((word + 0.5) / 4294967296)));
    expect(worst).toBeLessThanOrEqual(1e-10);
    expect(worst).toBeGreaterThan(0);
  });
  test('reads signed and unsigned words alike and is antisymmetric to the bit', () => {
    for (const word of words) {
      expect(normalFromWord(word | 0)).toBe(normalFromWord(word));
      expect(normalFromWord(~word)).toBe(-normalFromWord(word));
    }
  });
  test('rises from every word to the next, also across the edges of all cells', () => {
    for (let octave = 0; octave < 31; octave++)
      for (let cell = 0; cell < 64; cell++) {
        const edge = Math.floor(2 ** octave * (1 + cell / 64));
        for (const word of [edge - 1, edge, edge + 1]) if (word > 0) expect(normalFromWord(word)).toBeGreaterThan(normalFromWord(word - 1));
      }
    expect(normalFromWord(0x80000000)).toBeGreaterThan(normalFromWord(0x7fffffff));
  });
  test('has its ends at ±6.338', () =>
    expect([normalFromWord(0), normalFromWord(-1)].map((z) => z.toFixed(3))).toEqual(['-6.338', '6.338']));
});
