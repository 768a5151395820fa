import { describe, expect, test } from 'vitest';
import { isJourneyError } from '../../../src/errors/journey-error';
import { rootKey } from '../../../src/random/root-key';

describe('rootKey', () => {
  // Sameness, not correctness.
  test('golden keys', () => {
    expect([rootKey('airport'), rootKey(1), rootKey('')]).toEqual([
      [-1173366387, 1824137919, 2074328248],
      [2007500398, 367639714, 977328776],
      [2129712798, -1834910821, -1871778729],
    ]);
  });
  test('1 and "1" are the same study', () => {
    expect(rootKey('1')).toEqual(rootKey(1));
    expect(rootKey('-7')).toEqual(rootKey(-7));
    expect(rootKey(-0)).toEqual(rootKey(0));
  });
  test('seeds that the generator alone confuses differ', () => {
    const keys = ['1', '11', 'ab', 'abab', 'A', 'Ł', '', ' ', '%20', 'a', 'aa', '😀'].map((seed) => rootKey(seed).join());
    expect(new Set(keys).size).toBe(keys.length);
  });
  test('three frozen 32-bit integers', () => {
    const key = rootKey('x');
    expect(Object.isFrozen(key)).toBe(true);
    expect(key.map((part) => part | 0)).toEqual([...key]);
    expect(key.length).toBe(3);
  });
  test.each<[unknown, string]>([
    [1.5, 'out-of-range'],
    [2 ** 53, 'out-of-range'],
    [NaN, 'out-of-range'],
    [Infinity, 'out-of-range'],
    [null, 'invalid-type'],
    [undefined, 'invalid-type'],
    [{}, 'invalid-type'],
    [7n, 'invalid-type'],
    ['a\ud800', 'invalid-text'],
    ['\udc00b', 'invalid-text'],
  ])('refuses %s', (seed, code) => {
    let caught: unknown;
    try {
      rootKey(seed as string);
    } catch (error) {
      caught = error;
    }
    expect(isJourneyError(caught) && caught.issues.map((issue) => [issue.code, issue.path])).toEqual([[code, 'seed']]);
  });
  test.each<[unknown, string]>([
    [7n, "write it as a text: '7'"],
    [0.25, "write it as a text: '0.25'"],
    [new Date(0), 'such as'],
    [true, 'any text and any integer'],
    [NaN, 'any text and any integer'],
  ])('says what to write for %s', (seed, hint) => {
    let caught: unknown;
    try {
      rootKey(seed as string);
    } catch (error) {
      caught = error;
    }
    expect(isJourneyError(caught) && caught.issues[0]!.hint).toContain(hint);
  });
});
