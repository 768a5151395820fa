import { describe, expect, test } from 'vitest';
import { purposes, type Purpose } from '../../../src/random/purposes';
import { rootKey, streamSchemeVersion } from '../../../src/random/root-key';
import { chunkSize, fillWords, uniformFromWord } from '../../../src/random/stream';
import { hashId, streamKey } from '../../../src/random/stream-key';

const root = rootKey('stream tests');
const key = streamKey(root, hashId('business'), hashId('check-in'), 'duration');

function words(streamKeyUsed = key, chunk = 0, count = 8): number[] {
  const out = new Int32Array(count);
  fillWords(streamKeyUsed, chunk, out, 0, count);
  return [...out];
}

// Sameness, not correctness: these numbers are the scheme. A change of any is a new scheme version and a major version of the library.
describe('golden words of scheme 1', () => {
  test('the version', () => expect(streamSchemeVersion).toBe(1));
  test('ids', () =>
    expect([hashId(''), hashId('check-in'), hashId('Ł😀')]).toEqual([
      [1760591976, 574952309],
      [1812697515, 2078074151],
      [695868370, -894162431],
    ]));
  test('a key', () => expect(key).toEqual({ a: -1506106287, b: -125480957, c: -633426707, d: 62 }));
  test('words', () =>
    expect([words(key, 0, 4), words(key, 1, 4), words(key, 488281, 4)]).toEqual([
      [-2095529762, 699886698, 1289878053, -1043553001],
      [-486823513, -1437492557, -888536710, -363713746],
      [-1257459645, 1232550280, -1394387694, -1194111339],
    ]));
  test('a whole chunk, folded', () =>
    expect(words(key, 3, chunkSize).reduce((fold, word) => (Math.imul(fold, 31) + word) | 0, 0)).toBe(-1995546811));
});

test('purposes keep their numbers', () => {
  expect(purposes).toEqual({
    skip: 1,
    duration: 2,
    affect: 3,
    effort: 4,
    dropout: 5,
    failure: 6,
    failureAffect: 7,
    failureDuration: 8,
    recovery: 9,
    recoveryAffect: 10,
    recoveryDuration: 11,
    taste: 12,
    affectFactor: 13,
    durationFactor: 14,
    patience: 15,
    expectation: 16,
    priorBelief: 17,
    responseSatisfaction: 18,
    responseRecommendation: 19,
    parameter: 20,
    noneTaste: 21,
    fold: 22,
    resample: 23,
  });
});

describe('fillWords', () => {
  test('fewer words are the beginning of more', () => {
    const all = words(key, 5, chunkSize);
    for (const count of [0, 1, 7, 2047]) expect(words(key, 5, count)).toEqual(all.slice(0, count));
  });
  test('writes where it is told and nowhere else', () => {
    const out = new Int32Array(12).fill(-77);
    fillWords(key, 0, out, 3, 8);
    expect([...out]).toEqual([-77, -77, -77, ...words(), -77]);
  });
  test('has no memory', () => {
    const before = words(key, 2, 100);
    words(key, 9, 100);
    expect(words(key, 2, 100)).toEqual(before);
  });
});

test('every part of the key matters, and so does its place', () => {
  const a = hashId('a');
  const b = hashId('b');
  const keys = [
    streamKey(root, a, b, 'skip'),
    streamKey(root, b, a, 'skip'),
    streamKey(root, a, a, 'skip'),
    streamKey(root, b, b, 'skip'),
    streamKey(rootKey('stream testt'), a, b, 'skip'),
    streamKey(root, hashId('a\0'), b, 'skip'),
    streamKey(root, hashId(''), hashId('ab'), 'skip'),
    ...(Object.keys(purposes) as Purpose[]).slice(1).map((purpose) => streamKey(root, a, b, purpose)),
  ];
  const streams = keys.flatMap((one) => [0, 1, 2, 65536].map((chunk) => words(one, chunk, 3).join()));
  expect(new Set(streams).size).toBe(4 * keys.length);
});

test('ids that resemble one another have unlike hashes', () => {
  const ids = [
    '',
    '\0',
    '\0\0',
    'a',
    'aa',
    'aaa',
    'ab',
    'ba',
    'A',
    'step-1',
    'step-2',
    'step-10',
    'step-11',
    'Ł',
    'é',
    'e\u0301',
    '\ud800',
    '😀',
    'x'.repeat(1000),
    'x'.repeat(1001),
  ];
  const parts = ids.flatMap((id) => [...hashId(id)]);
  expect(new Set(parts).size).toBe(2 * ids.length); // 40 of 2^32 values: two alike by chance once in five million
});

test('a uniform number lies strictly between 0 and 1', () => {
  expect([0, -1, 0x7fffffff, -0x80000000].map(uniformFromWord)).toEqual([
    0.5 / 2 ** 32,
    1 - 0.5 / 2 ** 32,
    0.5 - 0.5 / 2 ** 32,
    0.5 + 0.5 / 2 ** 32,
  ]);
  expect(uniformFromWord(4294967295)).toBe(uniformFromWord(-1));
});
