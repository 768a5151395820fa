import { describe, expect, test } from 'vitest';
import { lognormalColumn, normalCdfColumn, normalColumn, powerColumn } from '../../../src/numerics/columns';
import { exp } from '../../../src/numerics/exp';
import { normalFromWord } from '../../../src/numerics/normal-from-word';
import { normalCdf } from '../../../src/numerics/normal';
import { power } from '../../../src/numerics/power';
import { sweep } from './units-apart';

const edges = [0, -0, 1, -1, 5e-324, 1e-310, 2.2250738585072014e-308, 1.7976931348623157e308, Infinity, -Infinity, NaN, 709.9, -745.2];
const moderate = sweep(3000).map((u) => (u - 0.5) * 24);
const wide = sweep(3000).map((u) => 2 ** ((u - 0.5) * 2090));
const input = Float64Array.of(...edges, ...moderate, ...wide);

function sameBits(run: (out: Float64Array) => void, one: (i: number) => number, count = input.length) {
  const out = new Float64Array(count + 1).fill(7);
  run(out);
  for (let i = 0; i < count; i++) expect(Object.is(out[i], one(i)), `${input[i]}: ${out[i]} and ${one(i)}`).toBe(true);
  expect(out[count]).toBe(7);
}

describe('a column gives the bits of the function of one number', () => {
  test('log-normal', () =>
    sameBits(
      (out) => lognormalColumn(input, input.length, 2.5, 0.4, out),
      (i) => exp(2.5 + 0.4 * input[i]!),
    ));
  test('normal probabilities', () =>
    sameBits(
      (out) => normalCdfColumn(input, input.length, out),
      (i) => normalCdf(input[i]!),
    ));
  test('normal numbers', () => {
    const words = Int32Array.from(sweep(4000), (u) => u * 4294967296);
    sameBits(
      (out) => normalColumn(words, words.length, out),
      (i) => normalFromWord(words[i]!),
      words.length,
    );
  });
  test.each([0.9, 0.5, 1, 2, -1.3, 0, 1e-300, 37.5, 999, 1001, 1e300, -1e300, Infinity, -Infinity, NaN])('power %d', (exponent) =>
    sameBits(
      (out) => powerColumn(input, input.length, exponent, 1.25, out),
      (i) => (input[i]! < 0 ? 0 : 1.25 * power(input[i]!, exponent)),
    ),
  );
});

test('a column may be written over its input, also in the middle of a buffer', () => {
  const values = new Float64Array([9, 1, 4, 0, -3, 2]).subarray(1);
  powerColumn(values, 4, 0.5, 2, values);
  expect([...values]).toEqual([2, 4, 0, 0, 2]);
});
