import { describe, expect, it } from 'vitest';
import { cdf } from '../../../src/distributions/mathematics';
import { constant } from '../../../src/distributions/families/constant';
import { discrete } from '../../../src/distributions/families/discrete';
import { minutes } from '../../../src/distributions/durations';
import { empirical } from '../../../src/distributions/families/empirical';
import { fromInterval } from '../../../src/distributions/from-interval';
import { fromScale } from '../../../src/distributions/from-scale';
import { gamma } from '../../../src/distributions/families/gamma';
import { mixture } from '../../../src/distributions/nested';
import { mean, variance } from '../../../src/distributions/mathematics';
import { quantile } from '../../../src/distributions/mathematics';
import { scaled } from '../../../src/distributions/nested';
import { support } from '../../../src/distributions/mathematics';
import { uniform } from '../../../src/distributions/families/uniform';
import { isJourneyError } from '../../../src/errors/journey-error';

function faultOf(make: () => unknown): unknown {
  try {
    make();
  } catch (error) {
    if (isJourneyError(error)) return `${error.code} ${error.issues[0]!.path}`;
    throw error;
  }
  return 'none';
}

const wrong = (value: unknown): never => value as never;
const endless = new Array(4_294_967_295);
const parts = (count: number): Parameters<typeof mixture>[0] =>
  Array.from({ length: count }, (_, i) => ({ weight: 1 / count, distribution: gamma({ shape: 2, scale: 1 + i }) }));

describe('what is no options object or no distribution', () => {
  const cases: readonly (readonly [string, () => unknown, string])[] = [
    ['fromInterval null', () => fromInterval(1, 2, wrong(null)), 'invalid-type options'],
    ['fromInterval misspelt', () => fromInterval(1, 2, wrong({ knd: 'affect' })), 'unknown-key knd'],
    ['fromScale text', () => fromScale(1, wrong('x')), 'invalid-type options'],
    ['fromScale misspelt', () => fromScale(1, wrong({ scale: [1, 5], skale: 1 })), 'unknown-key skale'],
    ['fromScale with a hole', () => fromScale(wrong(new Array(2)), { scale: [1, 5] }), 'invalid-type [0]'],
    ['fromScale of an endless list', () => fromScale(wrong(endless), { scale: [1, 5] }), 'too-large '],
    ['scaled by a number', () => scaled(1, wrong(2)), 'invalid-type change'],
    ['scaled by null', () => scaled(1, wrong(null)), 'invalid-type change'],
    ['scaled by a long text', () => scaled(1, wrong('x'.repeat(1_000_000))), 'invalid-type change'],
    ['scaled with a second distribution', () => scaled(1, wrong({ distribution: 2 })), 'unknown-key distribution'],
    ['discrete of an endless list', () => discrete(wrong(endless)), 'too-large '],
    ['discrete with a hole', () => discrete(wrong(new Array(1))), 'invalid-type [0]'],
    ['mixture with a hole', () => mixture(wrong([, { weight: 1, distribution: 1 }])), 'invalid-type components[0]'], // eslint-disable-line no-sparse-arrays
    ['65 searched parts', () => mixture(parts(65)), 'too-large components[64].distribution'],
    ['quantile at null', () => quantile(constant(1), wrong(null)), 'out-of-range p'],
    ['quantile at NaN', () => quantile(constant(1), NaN), 'out-of-range p'],
  ];
  it.each(cases)('%s', (_, make, fault) => expect(faultOf(make)).toBe(fault));

  const readers = {
    mean,
    variance,
    support,
    quantile: (d: never) => quantile(d, 0.5),
    cdf: (d: never) => cdf(d, 1),
  };
  it.each(Object.entries(readers))('%s reads plain numbers and refuses the rest', (_, read) => {
    expect(read(wrong(3))).toEqual(read(wrong(constant(3))));
    for (const value of [undefined, null, 'x', [], () => 1]) expect(faultOf(() => read(wrong(value)))).toBe('invalid-type distribution');
    expect(faultOf(() => read(wrong(Object.freeze({ type: 'toString' }))))).toBe('invalid-type distribution.type');
    expect(faultOf(() => read(wrong({ type: 'mixture' })))).toBe('missing distribution.components');
    expect(faultOf(() => read(wrong(Infinity)))).toBe('out-of-range distribution');
  });

  it('64 searched parts are let through', () => expect(mixture(parts(64)).components).toHaveLength(64));
});

describe('negative zero', () => {
  it('is 0 wherever it was written', () => {
    const made = [
      constant(-0).value,
      uniform({ min: -0, max: 1 }).min,
      discrete({ values: [-0], probabilities: [1] }).values[0],
      discrete([{ value: -0, probability: 1 }]).values[0],
      empirical([-0]).values[0],
      scaled(1, { shift: -0 }).shift,
      minutes(-0),
      fromScale(3, { scale: [5, 1] }),
      fromScale([3], { scale: [5, 1] })[0],
      mean(-0),
    ];
    for (const value of made) expect(Object.is(value, 0)).toBe(true);
  });
});
