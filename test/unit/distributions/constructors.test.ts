import { describe, expect, it } from 'vitest';
import { beta } from '../../../src/distributions/beta';
import { constant } from '../../../src/distributions/constant';
import { discrete } from '../../../src/distributions/discrete';
import { empirical } from '../../../src/distributions/empirical';
import { exponential } from '../../../src/distributions/exponential';
import { fromInterval } from '../../../src/distributions/from-interval';
import { fromScale } from '../../../src/distributions/from-scale';
import { gamma } from '../../../src/distributions/gamma';
import { lognormal } from '../../../src/distributions/lognormal';
import { mixture } from '../../../src/distributions/mixture';
import { mean, variance } from '../../../src/distributions/moments';
import { normal } from '../../../src/distributions/normal';
import { pert } from '../../../src/distributions/pert';
import { quantile } from '../../../src/distributions/quantile';
import { scaled } from '../../../src/distributions/scaled';
import { triangular } from '../../../src/distributions/triangular';
import { truncatedNormal } from '../../../src/distributions/truncated-normal';
import { uniform } from '../../../src/distributions/uniform';
import { weibull } from '../../../src/distributions/weibull';
import { isJourneyError } from '../../../src/errors/journey-error';

/** `code path` of every fault, sorted. */
function faultsOf(make: () => unknown): string[] {
  try {
    make();
  } catch (error) {
    if (isJourneyError(error)) return error.issues.map((issue) => `${issue.code} ${issue.path}`).sort();
    throw error;
  }
  return [];
}

/** Hands over what TypeScript would refuse. */
function anything(value: unknown): never {
  return value as never;
}

describe('canonical forms', () => {
  it('are plain data', () => {
    expect(uniform({ min: 1, max: 2 })).toEqual({ type: 'uniform', min: 1, max: 2 });
    expect(beta({ alpha: 1, beta: 2 })).toEqual({ type: 'beta', alpha: 1, beta: 2, min: 0, max: 1 });
    expect(truncatedNormal({ mean: 0, sd: 1, max: 3 })).toEqual({ type: 'truncatedNormal', mean: 0, sd: 1, max: 3 });
    expect(scaled(3, { shift: 1 })).toEqual({ type: 'scaled', distribution: { type: 'constant', value: 3 }, scale: 1, shift: 1 });
    expect(JSON.parse(JSON.stringify(gamma({ shape: 2, scale: 3 })))).toEqual({ type: 'gamma', shape: 2, scale: 3 });
  });

  it('are frozen to the bottom and keep nothing of the caller', () => {
    const inner = { type: 'empirical' as const, values: [2, 1] };
    const made = mixture([{ weight: 1, distribution: inner }]);
    inner.values.push(3);
    expect(made.components[0]!.distribution).toEqual({ type: 'empirical', values: [1, 2] });
    for (const part of [made, made.components, made.components[0], made.components[0]!.distribution])
      expect(Object.isFrozen(part)).toBe(true);
    expect(Object.isFrozen((made.components[0]!.distribution as { values: unknown }).values)).toBe(true);
    expect(Object.isFrozen(inner)).toBe(false);
  });
});

describe('lognormal', () => {
  it('hits what was named', () => {
    expect(quantile(lognormal({ median: 300, p95: 900 }), 0.95)).toBeCloseTo(900, 9);
    const made = lognormal({ mean: 10, sd: 5 });
    expect(mean(made)).toBeCloseTo(10, 12);
    expect(variance(made)).toBeCloseTo(25, 11);
  });

  it.each([
    [{ median: 300, p95: 300 }, ['conflict p95']],
    [{ median: -1, p95: NaN }, ['out-of-range median', 'out-of-range p95']],
    [{ median: 300, p95: 900, sigma: 1 }, ['conflict ']],
    [{ median: 300 }, ['missing ']],
    [{ mean: 0, sd: -1 }, ['out-of-range mean', 'out-of-range sd']],
    [{ median: 1, sigma: 11 }, ['out-of-range sigma']],
    [{ medain: 1, sigma: 1 }, ['unknown-key medain']],
    [undefined, ['invalid-type ']],
  ])('refuses %o', (options, faults) => expect(faultsOf(() => lognormal(anything(options)))).toEqual(faults));
});

describe('fromInterval', () => {
  it('holds nine in ten', () => {
    const duration = fromInterval(300, 600);
    expect(duration.type).toBe('lognormal');
    expect([0.05, 0.95].map((p) => quantile(duration, p))).toEqual([expect.closeTo(300, 9), expect.closeTo(600, 9)]);
    const affect = fromInterval(1, 5, { kind: 'affect' });
    expect(affect).toEqual({ type: 'normal', mean: 3, sd: expect.closeTo(2 / 1.6448536269514722, 14) });
    expect(fromInterval(-2, 4).type).toBe('normal');
  });

  it('refuses what is no interval', () => {
    expect(faultsOf(() => fromInterval(5, 5))).toEqual(['conflict high']);
    expect(faultsOf(() => fromInterval(0, 5, { kind: 'duration' }))).toEqual(['out-of-range low']);
    expect(faultsOf(() => fromInterval(NaN, anything('6'), { kind: anything('time') }))).toEqual([
      'invalid-type high',
      'invalid-type kind',
      'out-of-range low',
    ]);
  });
});

describe('fromScale', () => {
  it('maps low to −10 and high to +10, in lists and distributions alike', () => {
    expect([1, 2, 3, 4, 5].map((rating) => fromScale(rating, { scale: [1, 5] }))).toEqual([-10, -5, 0, 5, 10]);
    expect(fromScale(1, { scale: [5, 1] })).toBe(10);
    expect(fromScale([0, 10], { scale: [0, 10] })).toEqual([-10, 10]);
    expect(mean(fromScale(normal({ mean: 4, sd: 0.5 }), { scale: [1, 5] }))).toBe(5);
  });

  it('refuses what is off the scale', () => {
    expect(faultsOf(() => fromScale(6, { scale: [1, 5] }))).toEqual(['out-of-range ']);
    expect(faultsOf(() => fromScale([1, 0], { scale: [1, 5] }))).toEqual(['out-of-range [1]']);
    expect(faultsOf(() => fromScale(3, { scale: [5, 5] }))).toEqual(['conflict scale']);
    expect(faultsOf(() => fromScale(3, anything({})))).toEqual(['missing scale']);
    expect(faultsOf(() => fromScale(0, { scale: [-1e308, 1.7e308] }))).toEqual(['out-of-range scale[0]', 'out-of-range scale[1]']);
    expect(faultsOf(() => fromScale(normal({ mean: 4, sd: 1 }), { scale: [0, 1e308] }))).toEqual(['out-of-range scale[1]']);
    expect(faultsOf(() => empirical([3], { scale: [-1e200, 5] }))).toEqual(['out-of-range scale[0]']);
  });
});

describe('empirical', () => {
  it('keeps distinct values with their counts', () => {
    expect(empirical([3, 1, 3])).toEqual({ type: 'empirical', values: [1, 3], weights: [1, 2] });
    expect(empirical([3, 1])).toEqual({ type: 'empirical', values: [1, 3] });
    expect(empirical([1, 2, 3], { weights: [2, 0, 6] })).toEqual({ type: 'empirical', values: [1, 3], weights: [2, 6] });
  });

  it('leaves missing codes out and maps ratings to affect', () => {
    expect(empirical([0, 5, 6, 3, 3], { scale: [1, 5], missing: [0, 6] })).toEqual({ type: 'empirical', values: [0, 10], weights: [2, 1] });
  });

  it.each([
    [[0, 6], { missing: [0, 6] }, ['missing values']],
    [[], {}, ['missing values']],
    [[1, 9], { scale: [1, 5] }, ['out-of-range values[1]']],
    [[1, NaN, '3'], {}, ['invalid-type values[2]', 'out-of-range values[1]']],
    [[1, 2], { weights: [1] }, ['conflict weights']],
    [[1, 2], { weights: [0, 0] }, ['shares weights']],
    [[1, 2], { weights: [1, -1] }, ['out-of-range weights[1]']],
    [[1, 2], { misssing: [0] }, ['unknown-key misssing']],
    [3, {}, ['invalid-type values']],
  ])('refuses %o with %o', (values, options, faults) =>
    expect(faultsOf(() => empirical(anything(values), anything(options)))).toEqual(faults),
  );
});

describe('discrete', () => {
  it('takes two lists or pairs', () => {
    const made = { type: 'discrete', values: [0, 60], probabilities: [0.75, 0.25] };
    expect(discrete({ values: [60, 0], probabilities: [0.25, 0.75] })).toEqual(made);
    expect(
      discrete([
        { value: 60, probability: 0.25 },
        { value: 0, probability: 0.75 },
      ]),
    ).toEqual(made);
  });

  it.each([
    [{ values: [1, 2], probabilities: [0.5, 0.6] }, ['shares probabilities']],
    [{ values: [1, 1], probabilities: [0.5, 0.5] }, ['conflict values[1]']],
    [{ values: [1], probabilities: [1.5] }, ['out-of-range probabilities[0]']],
    [{ values: [1] }, ['missing probabilities']],
    [
      [{ value: 1 }, 3],
      ['invalid-type [1]', 'missing [0].probability'],
    ],
    [[], ['missing probabilities', 'missing values']],
  ])('refuses %o', (options, faults) => expect(faultsOf(() => discrete(anything(options)))).toEqual(faults));
});

describe('nonsense', () => {
  it.each<readonly [string, () => unknown, readonly string[]]>([
    ['constant', () => constant(NaN), ['out-of-range value']],
    ['constant of text', () => constant(anything('3')), ['invalid-type value']],
    ['uniform turned', () => uniform({ min: 2, max: 1 }), ['conflict max']],
    ['uniform without width', () => uniform({ min: 2, max: 2 }), ['conflict max']],
    ['uniform with nothing', () => uniform(anything({})), ['missing max', 'missing min']],
    ['triangular, mode outside', () => triangular({ min: 1, mode: 5, max: 4 }), ['conflict mode']],
    ['pert, mode outside', () => pert({ min: 1, mode: 0, max: 4 }), ['conflict mode']],
    ['normal, sd 0', () => normal({ mean: Infinity, sd: 0 }), ['out-of-range mean', 'out-of-range sd']],
    ['truncatedNormal without ends', () => truncatedNormal({ mean: 0, sd: 1 }), ['missing ']],
    ['truncatedNormal turned', () => truncatedNormal({ mean: 0, sd: 1, min: 1, max: 0 }), ['conflict max']],
    ['truncatedNormal of nothing', () => truncatedNormal({ mean: 0, sd: 1, min: 50 }), ['conflict min']],
    ['gamma', () => gamma({ shape: 0, scale: -1 }), ['out-of-range scale', 'out-of-range shape']],
    ['weibull', () => weibull({ shape: 0, scale: 0 }), ['out-of-range scale', 'out-of-range shape']],
    ['exponential', () => exponential({ mean: 0 }), ['out-of-range mean']],
    ['beta', () => beta({ alpha: 0, beta: 1, min: 3, max: 2 }), ['conflict max', 'out-of-range alpha']],
    ['mixture of nothing', () => mixture([]), ['missing components']],
    [
      'mixture, weights',
      () =>
        mixture([
          { weight: 0.5, distribution: 1 },
          { weight: 0.4, distribution: 2 },
        ]),
      ['shares components'],
    ],
    ['mixture, negative weight', () => mixture([{ weight: -1, distribution: 1 }]), ['out-of-range components[0].weight']],
    [
      'mixture, bad part',
      () => mixture([{ weight: 1, distribution: anything({ type: 'normal' }) }]),
      ['missing components[0].distribution.mean', 'missing components[0].distribution.sd'],
    ],
    ['scaled by 0', () => scaled(normal({ mean: 0, sd: 1 }), { scale: 0 }), ['out-of-range scale']],
    ['endless spread', () => uniform({ min: -1e308, max: 1e308 }), ['out-of-range ']],
  ])('%s is refused', (_, make, faults) => expect(faultsOf(make)).toEqual(faults));
});
