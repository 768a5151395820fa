import { describe, expect, test } from 'vitest';
import { normalColumn } from '../../../src/numerics/columns';
import { rootKey, type RootKey } from '../../../src/random/root-key';
import { chunkSize, fillWords } from '../../../src/random/stream';
import { hashId, streamKey } from '../../../src/random/stream-key';
import { across, families, wordsOf } from './families';
import { expectChiSquare, expectEven, expectNormal, expectPoisson } from './p-values';

const centred = (word: number) => ((word >>> 0) + 0.5) / 4294967296 - 0.5;

/** Σ (u − ½)(v − ½), scaled to variance 1: each product has variance 1/144. */
function correlation(words: Int32Array, lag: number): number {
  let sum = 0;
  for (let i = lag; i < words.length; i++) sum += centred(words[i]!) * centred(words[i - lag]!);
  return (sum * 12) / Math.sqrt(words.length - lag);
}

function expectBalancedBits(words: Int32Array, what: string): void {
  let sum = 0;
  for (let bit = 0; bit < 32; bit++) {
    let ones = 0;
    for (let i = 0; i < words.length; i++) ones += (words[i]! >>> bit) & 1;
    sum += (2 * ones - words.length) ** 2 / words.length;
  }
  expectChiSquare(sum, 32, `${what}: bits`);
}

function expectUniform(words: Int32Array, what: string): void {
  const top = new Int32Array(1024);
  const bottom = new Int32Array(1024);
  const pairs = new Int32Array(1024);
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    top[word >>> 22]!++;
    bottom[word & 1023]!++;
    if ((i & 1) === 1) pairs[((words[i - 1]! >>> 27) << 5) | (word >>> 27)]!++;
  }
  expectEven(top, words.length / 1024, `${what}: top bits`);
  expectEven(bottom, words.length / 1024, `${what}: low bits`);
  expectEven(pairs, words.length / 2048, `${what}: pairs`);
}

/** Runs above and below the middle: n words have a Binomial(n − 1, ½) number of changes of side. */
function expectRuns(words: Int32Array, what: string): void {
  let changes = 0;
  for (let i = 1; i < words.length; i++) changes += (words[i]! ^ words[i - 1]!) >>> 31;
  expectNormal((2 * changes - (words.length - 1)) / Math.sqrt(words.length - 1), `${what}: runs`);
}

/** Gaps between words in the lowest eighth: lengths 0 … 30 and longer, geometric. */
function expectGaps(words: Int32Array, what: string): void {
  const counts = new Int32Array(32);
  let gap = -1;
  let gaps = 0;
  for (let i = 0; i < words.length; i++) {
    if (words[i]! >>> 29 !== 0) {
      if (gap >= 0) gap++;
      continue;
    }
    if (gap >= 0) {
      counts[Math.min(gap, 31)]!++;
      gaps++;
    }
    gap = 0;
  }
  let sum = 0;
  for (let length = 0; length < 32; length++) {
    const expected = gaps * (length < 31 ? 0.125 * 0.875 ** length : 0.875 ** 31);
    sum += (counts[length]! - expected) ** 2 / expected;
  }
  expectChiSquare(sum, 31, `${what}: gaps`);
}

/** Marsaglia: among the spacings of 4096 birthdays in a year of 2^32 days, the repeats are nearly Poisson with mean 4096³/(4 · 2^32) = 4. */
function expectBirthdays(words: Int32Array, what: string): void {
  const size = 4096;
  const sets = Math.floor(words.length / size);
  let repeats = 0;
  for (let set = 0; set < sets; set++) {
    const days = Uint32Array.from(words.subarray(set * size, (set + 1) * size)).sort();
    const spacings = days.map((day, i) => (i === 0 ? day + 4294967296 - days[size - 1]! : day - days[i - 1]!)).sort();
    for (let i = 1; i < size; i++) if (spacings[i] === spacings[i - 1]) repeats++;
  }
  expectPoisson(repeats, 4 * sets, `${what}: birthday spacings`);
}

describe.each(families)('$name', (family) => {
  const streams = 256;
  const words = wordsOf(family, streams);
  const crossed = across(words, chunkSize);
  // The very first words of many neighbours: what a weak opening of a stream shows first.
  const firsts = wordsOf(family, family.count, 8);
  const orders: [string, Int32Array][] = [
    ['along the streams', words],
    ['across the streams', crossed],
    ['first words along', firsts],
    ['first words across', across(firsts, 8)],
  ];

  test.each(orders)('uniformity, %s', (what, ordered) => {
    expectUniform(ordered, what);
    expectBalancedBits(ordered, what);
  });
  test.each(orders)('serial correlation, runs and gaps, %s', (what, ordered) => {
    for (const lag of [1, 2, 3]) expectNormal(correlation(ordered, lag), `${what}: lag ${lag}`);
    expectRuns(ordered, what);
    expectGaps(ordered, what);
  });
  test.each(orders)('birthday spacings, %s', (what, ordered) => expectBirthdays(ordered, what));

  test('no two neighbours are correlated, as numbers or as bits', () => {
    let sum = 0;
    const differences = new Int32Array((streams - 1) * chunkSize);
    for (let stream = 1; stream < streams; stream++) {
      let product = 0;
      for (let i = 0; i < chunkSize; i++) {
        const here = words[stream * chunkSize + i]!;
        const before = words[(stream - 1) * chunkSize + i]!;
        product += centred(here) * centred(before);
        differences[(stream - 1) * chunkSize + i] = here ^ before;
      }
      const z = (product * 12) / Math.sqrt(chunkSize);
      sum += z * z;
      expect(Math.abs(z)).toBeLessThan(6); // 2e-9 each, 3e-6 for all pairs of all families
    }
    expectChiSquare(sum, streams - 1, 'correlations');
    expectBalancedBits(differences, 'differences');
  });

  test('normal numbers have the moments of the normal law', () => {
    const z = new Float64Array(words.length);
    normalColumn(words, words.length, z);
    // Variances of z, z² − 1, z³ and z⁴ − 3: 1, 2, 15 and 96.
    const sums = [0, 0, 0, 0];
    for (const value of z) {
      const square = value * value;
      sums[0]! += value;
      sums[1]! += square - 1;
      sums[2]! += square * value;
      sums[3]! += square * square - 3;
    }
    [1, 2, 15, 96].forEach((variance, k) => expectNormal(sums[k]! / Math.sqrt(variance * words.length), `moment ${k + 1}`));
  });
});

describe('one changed bit anywhere in the key turns half of the bits of the first word', () => {
  const bases = 256;
  const ids = Array.from({ length: bases }, (_, i) => ({ root: rootKey(`base ${i}`), segment: hashId(`s${i}`), step: hashId(`t${i}`) }));
  const out = new Int32Array(1);
  const first = (root: RootKey, segment: readonly [number, number], step: readonly [number, number], chunk: number): number => {
    fillWords(streamKey(root, segment, step, 'affect'), chunk, out, 0, 1);
    return out[0]!;
  };
  const flipped = <T extends readonly number[]>(parts: T, bit: number): T =>
    parts.map((part, i) => (i === bit >> 5 ? part ^ (1 << (bit & 31)) : part)) as unknown as T;

  test.each<[string, number, (base: (typeof ids)[number], bit: number) => number]>([
    ['root key', 96, (base, bit) => first(flipped(base.root, bit), base.segment, base.step, 5)],
    ['segment', 64, (base, bit) => first(base.root, flipped(base.segment, bit), base.step, 5)],
    ['step', 64, (base, bit) => first(base.root, base.segment, flipped(base.step, bit), 5)],
    ['chunk', 19, (base, bit) => first(base.root, base.segment, base.step, 5 ^ (1 << bit))],
  ])('%s', (what, bits, changed) => {
    let sum = 0;
    for (let bit = 0; bit < bits; bit++) {
      const turned = new Int32Array(32);
      for (const base of ids) {
        const difference = changed(base, bit) ^ first(base.root, base.segment, base.step, 5);
        for (let k = 0; k < 32; k++) turned[k]! += (difference >>> k) & 1;
      }
      for (const count of turned) sum += (2 * count - bases) ** 2 / bases;
    }
    expectChiSquare(sum, bits * 32, `${what}: turned bits`);
  });
});

test('the battery catches a plain counter, missing bits and a tilted word', () => {
  const n = 1 << 16;
  const counter = Int32Array.from({ length: n }, (_, i) => Math.imul(i, 0x9e3779b1));
  const tilted = wordsOf(families[0]!, 32).map((word, i) => (i % 16 === 0 ? word | 0x80000000 : word));
  expect(() => expectBirthdays(counter, 'counter')).toThrow();
  expect(() =>
    expectUniform(
      counter.map((word) => word & ~1023),
      'low bits gone',
    ),
  ).toThrow();
  expect(() => expectBalancedBits(tilted, 'tilted')).toThrow();
  expect(() => expectGaps(counter, 'counter')).toThrow();
  expect(() => expectRuns(counter, 'counter')).toThrow();
  expect(() => expectNormal(correlation(counter, 1), 'counter')).toThrow();
});
