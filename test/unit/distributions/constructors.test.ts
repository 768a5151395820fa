import { describe, expect, it } from 'vitest';
import { beta } from '../../../src/distributions/families/beta';
import { constant } from '../../../src/distributions/families/constant';
import { discrete } from '../../../src/distributions/families/discrete';
import { empirical } from '../../../src/distributions/families/empirical';
import { exponential } from '../../../src/distributions/families/exponential';
import { fromInterval } from '../../../src/distributions/from-interval';
import { fromScale } from '../../../src/distributions/from-scale';
import { gamma } from '../../../src/distributions/families/gamma';
import { lognormal } from '../../../src/distributions/families/lognormal';
import { mixture } from '../../../src/distributions/nested';
import { mean, variance } from '../../../src/distributions/mathematics';
import { normal } from '../../../src/distributions/families/normal';
import { pert } from '../../../src/distributions/families/pert';
import { quantile } from '../../../src/distributions/mathematics';
import { scaled } from '../../../src/distributions/nested';
import { triangular } from '../../../src/distributions/families/triangular';
import { truncatedNormal } from '../../../src/distributions/families/truncated-normal';
import { uniform } from '../../../src/distributions/families/uniform';
import { weibull } from '../../../src/distributions/families/weibull';
import type { Issue } from '../../../src/errors/issue';
import { isJourneyError } from '../../../src/errors/journey-error';

function issuesOf(make: () => unknown): readonly Issue[] {
  try {
    make();
  } catch (error) {
    if (isJourneyError(error)) return error.issues;
    throw error;
  }
  return [];
}

/** `code path` of every fault, sorted. */
function faultsOf(make: () => unknown): string[] {
  return issuesOf(make)
    .map((issue) => `${issue.code} ${issue.path}`)
    .sort();
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
    [[0, 5, null, 3], [0, null], 2],
    [[NaN, 5, 3, NaN], [NaN], 2],
    [['', 5, ' ', 3, '\t'], [''], 2],
    [[undefined, 5], [undefined], 1],
    [[5, 'n/a', ' n/a ', 99, null], ['n/a', 99, null], 1],
    [[5, , 3], [undefined], 2], // eslint-disable-line no-sparse-arrays
  ])('of %o leaves out the codes %o', (values, missing, left) => {
    const weights = Array.from(values, (_, i) => i + 1);
    const answered = Array.from(values as readonly unknown[], (value, i) => ({ value, weight: weights[i]! })).filter(
      (one): one is { value: number; weight: number } =>
        typeof one.value === 'number' && !(missing as readonly unknown[]).includes(one.value),
    );
    expect(answered).toHaveLength(left);
    const sum = answered.reduce((total, { weight }) => total + weight, 0);
    const weighed = answered.reduce((total, { value, weight }) => total + value * weight, 0);
    expect(mean(empirical(values, { missing, weights }))).toBeCloseTo(weighed / sum, 12);
  });

  it.each([null, NaN, '', 'n/a', undefined, '4'])('says where %o belongs', (value) => {
    expect(issuesOf(() => empirical([5, value as never]))).toEqual([
      expect.objectContaining({ path: 'values[1]', hint: expect.stringMatching(value === '4' ? /without quotes/ : /missing/) }),
    ]);
  });

  it('takes no other codes', () => {
    expect(faultsOf(() => empirical([1], { missing: anything([null, {}, true, 3]) }))).toEqual([
      'invalid-type missing[1]',
      'invalid-type missing[2]',
    ]);
    expect(faultsOf(() => empirical([1], { missing: anything(0) }))).toEqual(['invalid-type missing']);
    expect(faultsOf(() => empirical([1], { missing: anything(null) }))).toEqual(['invalid-type missing']);
    expect(faultsOf(() => empirical([null, ''], { missing: [null, ''] }))).toEqual(['missing values']);
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

describe('counts', () => {
  const slow = uniform({ min: 60, max: 120 });

  it.each([
    [3, 7],
    [30, 70],
    [0.003, 0.007],
    [3e300, 7e300],
  ])('%s : %s are three tenths and seven', (three, seven) => {
    const made = mixture([
      { count: three, distribution: 0 },
      { count: seven, distribution: slow },
    ]);
    expect(made.components.map(({ weight }) => weight)).toEqual([expect.closeTo(0.3, 12), expect.closeTo(0.7, 12)]);
    expect(made).toEqual(mixture(made.components));
    const separate = { type: 'discrete', values: [0, 60], probabilities: [expect.closeTo(0.3, 12), expect.closeTo(0.7, 12)] };
    expect(discrete({ values: [60, 0], counts: [seven, three] })).toEqual(separate);
    expect(
      discrete([
        { value: 60, count: seven },
        { value: 0, count: three },
      ]),
    ).toEqual(separate);
  });

  it('of any number of parts make shares that are accepted', () => {
    const counts = Array.from({ length: 50_000 }, (_, i) => ((i * 7919) % 101) + 0.1);
    expect(discrete({ values: counts.map((_, i) => i), counts }).values).toHaveLength(50_000);
    expect(mixture(counts.slice(0, 900).map((count, i) => ({ count, distribution: i }))).components).toHaveLength(900);
  });

  it.each<readonly [unknown, readonly string[]]>([
    [
      [
        { count: 1, distribution: 0 },
        { weight: 0.5, distribution: 1 },
      ],
      ['conflict components[1]'],
    ],
    [[{ count: 1, distribution: 0 }, { distribution: 1 }], ['missing components[1].count']],
    [[{ count: 1, weight: 1, distribution: 0 }], ['conflict components[0]']],
    [
      [
        { count: 0, distribution: 0 },
        { count: 0, distribution: 1 },
      ],
      ['shares components'],
    ],
    [
      [
        { count: -1, distribution: 0 },
        { count: null, distribution: 1 },
      ],
      ['invalid-type components[1].count', 'out-of-range components[0].count'],
    ],
    [
      [
        { count: 1.7e308, distribution: 0 },
        { count: 1.7e308, distribution: 1 },
      ],
      ['shares components'],
    ],
  ])('mixture(%o) is refused', (components, faults) => expect(faultsOf(() => mixture(anything(components)))).toEqual(faults));

  it.each<readonly [unknown, readonly string[]]>([
    [{ values: [1, 2], counts: [3, 7], probabilities: [0.3, 0.7] }, ['conflict ']],
    [{ values: [1, 2], counts: [3] }, ['conflict counts']],
    [{ values: [1, 2], counts: [0, 0] }, ['shares counts']],
    [{ values: [1, 2], counts: [3, -7] }, ['out-of-range counts[1]']],
    [{ values: [1, 2], counts: null }, ['invalid-type counts']],
    [
      [
        { value: 1, count: 3 },
        { value: 2, probability: 0.5 },
      ],
      ['conflict [1]'],
    ],
  ])('discrete(%o) is refused', (options, faults) => expect(faultsOf(() => discrete(anything(options)))).toEqual(faults));

  it('are never guessed at: weights that do not sum to 1 are refused, and told of counts', () => {
    const third = { weight: 0.333, distribution: 0 };
    const refused = [
      ...issuesOf(() => mixture([third, third, third])),
      ...issuesOf(() =>
        mixture([
          { weight: 3, distribution: 0 },
          { weight: 7, distribution: 1 },
        ]),
      ),
      ...issuesOf(() => discrete({ values: [1, 2], probabilities: [3, 7] })),
      ...issuesOf(() => discrete(anything({ values: [1, 2], weights: [3, 7], probabilities: [0.3, 0.7] }))),
      ...issuesOf(() =>
        discrete([
          { value: 1, probability: 0.333 },
          { value: 2, probability: 0.333 },
        ]),
      ),
      ...issuesOf(() => mean(anything({ type: 'mixture', components: [{ count: 1, distribution: 0 }] }))),
    ];
    expect(refused.filter(({ code }) => code !== 'missing').map(({ hint }) => hint)).toEqual(
      Array.from({ length: 8 }, () => expect.stringContaining('count')),
    );
  });
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
