import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wholePercents } from '../../../src/results/whole-percents';

const seed = 9052;

describe('parts of one whole in whole per cent', () => {
  it('sum to 100 where each rounded alone would not', () => {
    expect(wholePercents([0.805, 0.195])).toEqual(['81 %', '19 %']);
    expect(wholePercents([0.125, 0.375, 0.5])).toEqual(['13 %', '37 %', '50 %']);
  });

  it('read the same where they are the same, though the sum is then off', () => {
    expect(wholePercents([1 / 3, 1 / 3, 1 / 3])).toEqual(['33 %', '33 %', '33 %']);
    expect(wholePercents([38 / 40, 1 / 40, 1 / 40, 0])).toEqual(['95 %', '3 %', '3 %', '0 %']);
    expect(wholePercents([0.3, 0.025, 0.65, 1 - 0.3 - 0.65 - 0.025])).toEqual(['30 %', '3 %', '65 %', '3 %']);
  });

  it('give what is left to those that lost most by rounding down', () => {
    expect(wholePercents([0.404, 0.306, 0.29])).toEqual(['40 %', '31 %', '29 %']);
    expect(wholePercents([0.29, 0.304, 0.406])).toEqual(['29 %', '30 %', '41 %']);
  });

  it('never call a few none, nor nearly all all', () => {
    expect(wholePercents([0.999, 0.001])).toEqual(['>99 %', '<1 %']);
    expect(wholePercents([0.603, 0.391, 0.006, 0])).toEqual(['60 %', '39 %', '<1 %', '0 %']);
    expect(wholePercents([0.99, 0.01])).toEqual(['99 %', '1 %']);
    expect(wholePercents([1, 0, 0])).toEqual(['100 %', '0 %', '0 %']);
  });

  it('take the last bits of a sum for what they are', () => {
    expect(wholePercents([0.7, 0.2, 1 - 0.7 - 0.2 - 0.1, 0.1])).toEqual(['70 %', '20 %', '0 %', '10 %']);
    expect(wholePercents([0.29, 0.71])).toEqual(['29 %', '71 %']);
  });

  it(`sum to 100 with the rare as what is left to it, and each lies within one of its share (seed ${seed})`, () => {
    const counts = fc.array(fc.oneof(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 1000 })), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(
        counts.filter((list) => list.some((count) => count > 0)),
        (list) => {
          const whole = list.reduce((sum, count) => sum + count, 0);
          const texts = wholePercents(list.map((count) => count / whole));
          const numbers = texts.map((text) => (text === '<1 %' ? 0 : Number(text.replace('>', '').replace(' %', ''))));
          const rare = list.filter((count) => count > 0 && 100 * count < whole).reduce((sum, count) => sum + count, 0);
          const off = numbers.reduce((sum, number) => sum + number, 0) - (100 - Math.ceil((100 * rare) / whole - 1e-9));
          expect(Math.abs(off)).toBeLessThanOrEqual((list.length - new Set(list).size + 1) / 2);
          if (new Set(list).size === list.length) expect(off).toBe(0);
          list.forEach((count, index) => {
            expect(texts[list.indexOf(count)]).toBe(texts[index]);
            expect(Math.abs(numbers[index]! - (100 * count) / whole), texts[index]).toBeLessThan(1);
            expect(texts[index] === '0 %').toBe(count === 0);
            expect(texts[index] === '100 %').toBe(count === whole);
          });
        },
      ),
      { seed, numRuns: 1000 },
    );
  });
});
