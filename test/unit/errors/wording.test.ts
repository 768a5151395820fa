import { describe, expect, it } from 'vitest';
import { JourneyError, isJourneyError } from '../../../src/errors/journey-error';
import { at, describeIssue, nearest, quote } from '../../../src/errors/wording';

describe('quote', () => {
  it('never exceeds 80 characters and never throws', () => {
    const hostile = {
      toString: () => {
        throw new Error('no');
      },
    };
    for (const value of [
      'x'.repeat(10 ** 6),
      12n ** 200n,
      hostile,
      Symbol('s'),
      () => 1,
      [1, 2],
      {},
      null,
      undefined,
      NaN,
      -0,
      new Map(),
    ]) {
      expect(quote(value).length).toBeLessThanOrEqual(80);
    }
  });
  it('hears a promise out, which nobody else will', async () => {
    const settled = new Promise((resolve) => setTimeout(resolve, 5));
    expect(quote(Promise.reject(new Error('no')))).toBe('a promise');
    // Without it the host ends over the rejection.
    await settled;
  });
  it('tells -0 from 0', () => {
    expect(quote(-0)).toBe('-0');
    expect(quote(0)).toBe('0');
  });
});

describe('at', () => {
  it('writes paths like code', () => {
    expect(at(at(at('', 'interactions'), 2), 'duration')).toBe('interactions[2].duration');
    expect(at('responses', 'stage:check in')).toBe('responses["stage:check in"]');
  });
});

describe('nearest', () => {
  it('finds a slip of the pen and not a stranger', () => {
    expect(nearest('durration', ['duration', 'affect'])).toBe('duration');
    expect(nearest('xylophone', ['duration', 'affect'])).toBeUndefined();
    expect(nearest('y'.repeat(10_000), ['duration'])).toBeUndefined();
  });
});

describe('JourneyError', () => {
  const issue = { code: 'missing', path: 'a.b', expected: 'a number', received: 'nothing', hint: 'write one' } as const;
  it('holds data first and says all of it', () => {
    const error = new JourneyError([issue, issue], { more: 3 });
    expect(error.code).toBe('missing');
    expect(error.issues).toMatchObject([issue, issue]);
    expect(Object.isFrozen(error.issues)).toBe(true);
    expect(error.message.split('\n')).toEqual([describeIssue(issue), describeIssue(issue), 'and 3 more']);
  });
  it('is known by its brand, not by its class', () => {
    expect(isJourneyError(new JourneyError([issue]))).toBe(true);
    expect(isJourneyError(new Error('no'))).toBe(false);
    expect(isJourneyError(null)).toBe(false);
    expect(isJourneyError({ [Symbol.for('peakend.JourneyError')]: true })).toBe(true);
  });
});
