import { describe, expect, it } from 'vitest';
import { days, hours, minutes, parseDuration, seconds } from '../../../src/distributions/durations';
import { formatDistribution } from '../../../src/distributions/format-distribution';
import { formatNumber } from '../../../src/distributions/format-number';
import { formatSeconds } from '../../../src/distributions/format-seconds';
import { quantile } from '../../../src/distributions/mathematics';
import type { Distribution } from '../../../src/distributions/families';
import { JourneyError, isJourneyError } from '../../../src/errors/journey-error';

describe('units', () => {
  it('are seconds', () => expect([seconds(45), minutes(5), hours(1.5), days(2)]).toEqual([45, 300, 5400, 172_800]));

  it.each([-1, NaN, Infinity, 2e11])('refuse %s', (count) => {
    for (const unit of [seconds, minutes, hours, days])
      expect(() => unit(count)).toThrowError(expect.objectContaining({ code: 'out-of-range' }));
  });

  it('refuse text', () => expect(() => minutes('5' as never)).toThrowError(expect.objectContaining({ code: 'invalid-type' })));
});

describe('parseDuration', () => {
  it.each([
    ['12 min', 720],
    ['1.5 h', 5400],
    ['90 s', 90],
    ['90s', 90],
    ['1 h 30 min', 5400],
    ['2 days', 172_800],
    ['1 week', 604_800],
    ['250 ms', 0.25],
    ['.5 h', 1800],
    [' 5 Minutes ', 300],
    ['0 s', 0],
    ['1 d 2 h 3 min 4 s', 93_784],
    ['PT15M', 900],
    ['PT1H30M', 5400],
    ['P2D', 172_800],
    ['P1W', 604_800],
    ['P1DT12H', 129_600],
    ['PT0.5S', 0.5],
    ['PT0,5S', 0.5],
    ['PT0.250S', 0.25],
    [' pt90s ', 90],
    ['~5 min', 300],
    ['about 20 s', 20],
    ['ca. 5 min', 300],
    ['≈ 2 h', 7200],
    ['approximately 1 day', 86_400],
    ['½ h', 1800],
    ['1½ h', 5400],
    ['2 ¾ min', 165],
    ['5 h 30m', 19_800],
    ['1 h and 30 min', 5400],
    ['1 h, 30 min', 5400],
    ['10 min.', 600],
    ['1 200 s', 1200],
    ['1\u202f200 s', 1200],
    ['2 wks', 1_209_600],
  ])('reads %o', (text, expected) => expect(parseDuration(text)).toBe(expected));

  it.each([
    ['5 to 10 min', 300, 600],
    ['5-10 min', 300, 600],
    ['5 – 10 min', 300, 600],
    ['30 s to 2 min', 30, 120],
    ['45 min to 1 h 30 min', 2700, 5400],
    ['PT5M to PT10M', 300, 600],
    ['~5 to ~10 min', 300, 600],
    ['5 min. – 10 min.', 300, 600],
    ['5 − 10 min', 300, 600],
    ['½ to 1½ h', 1800, 5400],
    ['P2D to 5 days', 172_800, 432_000],
  ])('reads %o as the range of nine in ten', (text, low, high) => {
    const range = parseDuration(text) as Distribution;
    expect(range.type).toBe('lognormal');
    expect(quantile(range, 0.05) / low).toBeCloseTo(1, 12);
    expect(quantile(range, 0.95) / high).toBeCloseTo(1, 12);
  });

  it.each([
    ['', 'empty'],
    ['12', 'unit'],
    ['12 mni', 'min'],
    ['min', 'digits'],
    ['half an hour', 'digits'],
    ['1,5 h', 'point'],
    ['1:30', 'clock'],
    ['30 min 1 h', 'large to small'],
    ['5 min 5 min', 'large to small'],
    ['3 months', 'weeks'],
    ['-5 min', 'negative'],
    ['10 to 5 min', 'first'],
    ['0 to 5 min', 'above 0'],
    ['5 to', 'two amounts'],
    ['to 5 min', 'two amounts'],
    ['1 to 2 to 3 min', 'two amounts'],
    ['5 to 1 h 30 min', 'unit'],
    ['2000000 days', 'at most'],
    ['-', 'leave the cell empty'],
    ['—', 'leave the cell empty'],
    ['N/A', 'leave the cell empty'],
    ['−5 min', 'negative'],
    ['-PT5M', 'negative'],
    ['P1Y', 'differ in length'],
    ['P2M', 'differ in length'],
    ['P1Y6M', 'differ in length'],
    ['PT5', 'ISO'],
    ['P1DT', 'ISO'],
    ['PT1H and 5 min', 'digits'],
    ['1,8 min', 'write 1.8, with a point'],
    ['2,4 dagar', 'write 2.4, with a point'],
    ['1,200 s', '1200 or 1.2'],
    ['1.200,5 s', 'point'],
    ['up to 10 min', 'write both'],
    ['< 5 min', 'write both'],
    ['≥ 2 h', 'write both'],
    ['5+ min', 'write both'],
    ['no more than 5 min', 'write both'],
    ['1 day or less', 'write both'],
    ['5 ± 2 min', 'nine in ten'],
    ['5 +/- 2 min', 'nine in ten'],
    ['5 or 10 min', 'discrete'],
    ['1/2 h', '0.5 h'],
    ['3 working days', '24 hours'],
    ['2 business hours', '24 hours'],
    ['5 10 min', 'name the unit of 5'],
    ['5 min '.repeat(50), 'at most'],
  ])('quotes %o back', (text, hint) => {
    const error = caught(() => parseDuration(text));
    expect(error.issues).toEqual([expect.objectContaining({ code: 'invalid-text', path: '', hint: expect.stringContaining(hint) })]);
    expect(error.issues[0]!.received.length).toBeLessThanOrEqual(80);
    expect(error.issues[0]!.received).toContain(text.slice(0, 20));
  });

  it.each(['1 µs', '1 μs', '3 us', '5 jours', '5 mois', '2 mons', '5 or', '5 x', '5 nights', '5 分', '1 ns', '7 sa', '3 tage'])(
    'makes no wrong guess at the unit of %o',
    (text) => expect(caught(() => parseDuration(text)).issues[0]!.hint).not.toContain('did you mean'),
  );

  it.each([
    ['5 mni', 'min'],
    ['5 minuts', 'minutes'],
    ['5 Minuten', 'minutes'],
    ['2 huors', 'hours'],
    ['2 dyas', 'days'],
    ['2 weks', 'weeks'],
    ['9 secnds', 'seconds'],
  ])('sees the slip of the pen in %o', (text, unit) =>
    expect(caught(() => parseDuration(text)).issues[0]!.hint).toBe(`did you mean ${unit}?`),
  );

  it('refuses what is not text, and ranges no duration can have', () => {
    expect(caught(() => parseDuration(5 as never)).code).toBe('invalid-type');
    expect(caught(() => parseDuration('1 ms to 1000000 days')).code).toBe('out-of-range');
  });
});

describe('formatSeconds', () => {
  it.each([
    [0, '0 s'],
    [0.25, '0.25 s'],
    [0.999, '1 s'],
    [4.52, '4.5 s'],
    [45, '45 s'],
    [59.4, '59 s'],
    [59.7, '1 min'],
    [90, '1.5 min'],
    [720, '12 min'],
    [3569, '59 min'],
    [3599, '1 h'],
    [5400, '1 h 30 min'],
    [7200, '2 h'],
    [86_369, '23 h 59 min'],
    [86_370, '1 day'],
    [86_400, '1 day'],
    [276_480, '3.2 days'],
    [8_640_000, '100 days'],
    [-90, '−1.5 min'],
    [-86_400, '−1 day'],
    [Infinity, '∞ s'],
  ])('writes %s as %s', (count, text) => expect(formatSeconds(count)).toBe(text));

  it.each(['60', '5 min', null, undefined, true, 5n, Symbol('s'), {}, [60]])('refuses %s', (value) => {
    const { issues } = caught(() => formatSeconds(value as never));
    expect(issues).toEqual([expect.objectContaining({ code: value === undefined ? 'missing' : 'invalid-type', path: 'seconds' })]);
  });
});

describe('formatNumber', () => {
  it('has a true minus and no negative zero', () => {
    expect([-1.5, -0.001, 2, 100, 0.125].map((value) => formatNumber(value, 2))).toEqual(['−1.5', '0', '2', '100', '0.13']);
  });
});

describe('formatDistribution', () => {
  it.each<readonly [Distribution | number, 'seconds' | 'plain', string]>([
    [720, 'seconds', '12 min'],
    [{ type: 'normal', mean: -2, sd: 1.5 }, 'plain', '−2 ± 1.5'],
    [{ type: 'constant', value: -2 }, 'plain', '−2'],
    [{ type: 'lognormal', median: 720, sigma: 0.55 }, 'seconds', 'about 12 min (4.9 to 30)'],
    [{ type: 'lognormal', median: 60, sigma: 0.5 }, 'seconds', 'about 1 min (26 s to 2.3 min)'],
    [{ type: 'uniform', min: -10, max: 10 }, 'plain', 'about 0 (−9 to 9)'],
    [{ type: 'discrete', values: [0, 600], probabilities: [0.3, 0.7] }, 'seconds', '0 s (30 %) or 10 min (70 %)'],
  ])('writes %o', (distribution, unit, text) => expect(formatDistribution(distribution, unit)).toBe(text));

  it.each([
    [{ type: 'norml', mean: 0, sd: 1 }, 'distribution.type'],
    [{ type: 'normal', mean: 1, sd: -1 }, 'distribution.sd'],
    [{ type: 'gamma', shape: 'large', scale: 1 }, 'distribution.shape'],
    [{ type: 'pert', min: 0, mode: {}, max: 9 }, 'distribution.mode'],
    [
      { type: 'mixture', components: [{ weight: 1, distribution: { type: 'beta', alpha: 1e9, beta: 1 } }] },
      'distribution.components[0].distribution.alpha',
    ],
    [{ type: 'empirical', values: 'many' }, 'distribution.values'],
    [NaN, 'distribution'],
    ['5 to 10 min', 'distribution'],
    [null, 'distribution'],
    [undefined, 'distribution'],
  ])('refuses %o at once, frozen or not', (distribution, path) => {
    for (const given of [distribution, Object.freeze(distribution)]) {
      expect(caught(() => formatDistribution(given as never, 'plain')).issues.map((issue) => issue.path)).toEqual([path]);
      expect(caught(() => quantile(given as never, 0.5)).issues.map((issue) => issue.path)).toEqual([path]);
    }
  });
});

function caught(run: () => unknown): JourneyError {
  try {
    run();
  } catch (error) {
    if (isJourneyError(error)) return error;
  }
  throw new Error('expected a JourneyError');
}
