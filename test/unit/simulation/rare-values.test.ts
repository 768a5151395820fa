import { describe, expect, it } from 'vitest';
import { compare } from '../../../src/comparison/compare';
import { discrete } from '../../../src/distributions/families/discrete';
import { empirical } from '../../../src/distributions/families/empirical';
import { mixture } from '../../../src/distributions/nested';
import { mean } from '../../../src/distributions/mathematics';
import { normal } from '../../../src/distributions/families/normal';
import { uniform } from '../../../src/distributions/families/uniform';
import type { Distribution } from '../../../src/distributions/families';
import type { InteractionInput, SegmentInput } from '../../../src/journey/types';
import { preventFailure } from '../../../src/redesign/edits/prevent-failure';
import { update } from '../../../src/redesign/edits/update';
import { redesign } from '../../../src/redesign/redesign';
import { estimateIn } from '../../../src/results/simulation-words';
import { rows } from '../../../src/results/rows';
import { classicPeakEnd } from '../../../src/model/memory';
import { toText } from '../../../src/results/to-text';
import { outcomeNames } from '../../../src/experience/outcomes';
import { robustness } from '../../../src/robustness/robustness';
import { simulate } from '../../../src/simulation/simulate';
import { atMost } from '../../../src/standards/bounds';
import { checkStandards } from '../../../src/standards/check-standards';
import { waterfall } from '../../../src/waterfall/waterfall';

/*
 * One customer in a hundred or a thousand who takes days: whoever is not in the sample leaves no trace in its spread, however the law is
 * written. The interval must leave room for them, no standard may hold on their absence, and a caution names the step.
 */

const long = 100_000;
const hundredth = { values: [100, long], probabilities: [0.99, 0.01] };
const laws: readonly (readonly [name: string, law: Distribution])[] = [
  ['discrete', discrete(hundredth)],
  ['empirical', empirical([...Array.from({ length: 99 }, () => 100), long])],
  ['empirical with weights', empirical([100, long], { weights: [99, 1] })],
  [
    'a mixture of a discrete',
    mixture([
      { weight: 0.5, distribution: discrete({ values: [100, long], probabilities: [0.98, 0.02] }) },
      { weight: 0.5, distribution: uniform({ min: 90, max: 110 }) },
    ]),
  ],
  ['many common values', empirical([...Array.from({ length: 99 }, (_, index) => 51 + index), long])],
  [
    'a mixture of many common parts',
    mixture([
      ...[0.33, 0.33, 0.33].map((weight, index) => ({ weight, distribution: uniform({ min: 100 + 10 * index, max: 130 + 10 * index }) })),
      { weight: 0.01, distribution: discrete({ values: [long], probabilities: [1] }) },
    ]),
  ],
  ['one as likely as six in a hundred', discrete({ values: [100, long], probabilities: [0.94, 0.06] })],
];

const visit = (step: InteractionInput) => ({ name: 'Visit', interactions: [step, { id: 'end', duration: 90 }] });
const seeds = Array.from({ length: 40 }, (_, seed) => seed);

describe.each(laws)('a rare long duration written as %s', (_, law) => {
  const customers = mean(law) > 2000 ? 20 : 60;

  it('lies inside the interval whether or not it was seen, and no standard holds on its absence', () => {
    for (const seed of seeds) {
      const result = simulate({ journey: visit({ id: 'wait', name: 'The wait', duration: law }), customers, seed });
      const { interval } = result.overall.clockDuration;
      const truth = mean(law) + 90;
      expect([seed, interval.low <= truth, truth <= interval.high]).toEqual([seed, true, true]);
      expect(checkStandards(result, atMost('clockDuration', truth * 0.8)).verdict).not.toBe('holds');
      const said = result.cautions.find(({ code }) => code === 'none-seen');
      expect(said?.path).toBe('interactions[0]');
      expect(said?.message).toMatch(/meet the rarest duration of "The wait" \([\d.]+ %\)/);
    }
  });

  it('is found in a failure and in its recovery', () => {
    const moment = { probability: 1, affect: -1, duration: law };
    const failing: InteractionInput = { id: 'pay', duration: 60, failure: moment };
    const mended: InteractionInput = { id: 'pay', duration: 60, failure: { ...moment, duration: 0, recovery: { ...moment, affect: 1 } } };
    for (const step of [failing, mended]) {
      for (const seed of seeds.slice(0, 10)) {
        const { interval } = simulate({ journey: visit(step), customers, seed }).overall.clockDuration;
        expect(interval.high).toBeGreaterThanOrEqual(mean(law) + 150);
      }
    }
  });

  it('is not called better where it is much worse', () => {
    const baseline = visit({ id: 'wait', duration: Math.round(mean(law) / 2) });
    const variants = { longer: redesign(baseline, [update('wait', { duration: law })]) };
    for (const seed of seeds) {
      const found = compare({ baseline, variants, customers, seed, outcomes: ['clockDuration'] });
      expect(found.variants.longer.overall.clockDuration.conclusion).not.toBe('better');
    }
  });
});

it('a rare short duration widens the interval downwards', () => {
  const law = discrete({ values: [0, long], probabilities: [0.01, 0.99] });
  for (const seed of seeds) {
    const { interval } = simulate({ journey: visit({ id: 'wait', duration: law }), customers: 60, seed }).overall.clockDuration;
    expect(interval.low).toBeLessThanOrEqual(mean(law) + 90);
  }
});

it('what is measured and lies together widens nothing: its spread says it', () => {
  const even = empirical(Array.from({ length: 200 }, (_, index) => 60 + index));
  const { doubt } = simulate({ journey: visit({ id: 'wait', duration: even }), customers: 100, seed: 1 }).overall.clockDuration;
  expect(doubt.rare).toBe(0);
});

it('far is three standard deviations of all the rest beyond the next: what is nearer shows in the spread', () => {
  // 0 … 99, evenly: a standard deviation of 28.9.
  const rest = Array.from({ length: 100 }, (_, index) => index);
  const rareAt = (value: number): number =>
    simulate({ journey: visit({ id: 'wait', duration: empirical([...rest, value]) }), customers: 100, seed: 1 }).overall.clockDuration.doubt
      .rare;
  expect(rareAt(99 + 80)).toBe(0);
  expect(rareAt(99 + 100)).toBeCloseTo((199 - 49.5) / 101, 9);
});

describe('every chance too rare for the sample is named', () => {
  const rare = (low: number, high: number) => discrete({ values: [low, high], probabilities: [0.999, 0.001] });
  const steps: readonly (readonly [words: string, step: InteractionInput, segment: Partial<SegmentInput>])[] = [
    ['meet the rarest effort of "a"', { id: 'a', duration: 60, effort: rare(2, 9) }, {}],
    ['meet the rarest affect of "a"', { id: 'a', duration: 60, affect: rare(1, -9) }, {}],
    ['meet the rarest affect of "a"', { id: 'a', duration: 60, failure: { probability: 1, affect: rare(-1, -9) } }, {}],
    ['stay at "a"', { id: 'a', duration: 60, dropout: 0.999 }, {}],
    ['lose patience', { id: 'a', kind: 'wait', duration: 300 }, { patience: rare(1e6, 100) }],
    ['have the rarest expectation', { id: 'a', duration: 60 }, { expectation: rare(1, 9) }],
    ['have the rarest prior belief', { id: 'a', duration: 60 }, { priorBelief: rare(1, 9) }],
    ['have the rarest value of a parameter', { id: 'a', duration: 60 }, { model: { satisfaction: { scale: rare(4, 19) } } }],
  ];

  it.each(steps)('%s', (words, step, segment) => {
    const segments = [{ id: 'all', share: 1, ...segment }];
    const { cautions } = simulate({ journey: visit(step), segments, customers: 50, seed: 1 });
    expect(
      cautions
        .filter(({ code }) => code === 'none-seen')
        .map(({ message }) => message)
        .join('\n'),
    ).toContain(words);
  });

  it('five of them by name, the others by their number', () => {
    const interactions = Array.from({ length: 8 }, (_, index) => ({ id: `s${index}`, duration: 60, skip: 0.001 + index / 1e5 }));
    const { cautions } = simulate({ journey: { name: 'Long', interactions }, customers: 50, seed: 1 });
    const said = cautions.filter(({ code }) => code === 'none-seen').map(({ message }) => message);
    expect(said).toHaveLength(5);
    expect(said.at(-1)).toMatch(/; 3 more such chances$/);
  });

  it('no share has a heavy tail: nobody can lie further out', () => {
    const journey = { name: 'Plain', interactions: [{ id: 'a', duration: 60, affect: 1.14 }] };
    for (const seed of seeds) {
      const result = simulate({ journey, customers: 100, seed });
      expect(result.cautions.map(({ code }) => code)).not.toContain('heavy-tail');
    }
    // Among those seeds are some in which a single customer is satisfied, or delighted.
    const few = seeds.filter((seed) => {
      const { satisfied, delighted } = simulate({ journey, customers: 100, seed }).overall;
      return [satisfied, delighted].some(({ mean: share }) => [0.01, 0.99].some((one) => Math.abs(share - one) < 1e-9));
    });
    expect(few.length).toBeGreaterThan(0);
  });

  it('effort moves ease and the index, and nothing else', () => {
    const { overall } = simulate({ journey: visit({ id: 'a', duration: 60, effort: rare(2, 9) }), customers: 50, seed: 1 });
    const moved = outcomeNames.filter((name) => (estimateIn(overall, name)?.doubt.rare ?? 0) > 0);
    expect(moved).toEqual(['ease', 'index']);
  });

  it('a chance behind a step where nearly all drop out is as rare as they who come so far', () => {
    const journey = {
      name: 'Far',
      interactions: [
        { id: 'gate', duration: 60, dropout: 0.99 },
        { id: 'desk', name: 'The desk', duration: 60, failure: { probability: 0.1, affect: -3 } },
      ],
    };
    const { cautions } = simulate({ journey, customers: 200, seed: 1 });
    expect(cautions.map(({ message }) => message).join('\n')).toContain('meet the failure at "The desk" (0.1 %)');
  });

  it('in a waterfall and in robustness too', () => {
    const baseline = visit({ id: 'pay', duration: 60, failure: { probability: 0.001, affect: -5 } });
    const edits = [preventFailure('pay', { probability: 0 })];
    const study = { baseline, customers: 200, seed: 1 };
    const codes = (found: { readonly cautions: readonly { readonly code: string }[] }) => found.cautions.map(({ code }) => code);
    expect(codes(waterfall({ ...study, edits }))).toContain('none-seen');
    expect(codes(robustness({ ...study, variant: redesign(baseline, edits), over: { draws: 3 } }))).toContain('none-seen');
  });

  it('with digits that fit the number of customers it names', () => {
    const segments = [{ id: 'all', share: 1, responses: { pay: { dropoutScale: 0.01 } } }];
    const { cautions } = simulate({ journey: visit({ id: 'pay', duration: 60, dropout: 0.05 }), segments, customers: 50, seed: 1 });
    expect(cautions.map(({ message }) => message).join('\n')).toContain('(0.05 %): too few to know what it does; about 20,000 customers');
  });
});

describe('a step', () => {
  it('that patience may cut short has no certain affect', () => {
    const segments = [{ id: 'all', share: 1, patience: discrete({ values: [1e6, 100], probabilities: [0.999, 0.001] }) }];
    const journey = visit({ id: 'wait', kind: 'wait', duration: 300 });
    const { affect } = simulate({ journey, segments, customers: 50, seed: 1 }).overall.interactions!['wait']!;
    expect(affect.interval.low).toBeLessThan(affect.interval.high);
  });

  it('that nobody lived is blank in words and rows, and its affect is open', () => {
    const result = simulate({ journey: visit({ id: 'rare', duration: 60, affect: 1, skip: 0.999 }), customers: 20, seed: 1 });
    const step = result.overall.interactions!['rare']!;
    expect(step.reached).toBe(0);
    expect(step.affect.interval).toMatchObject({ low: -10, high: 10 });
    expect(toText(result)).toMatch(/^rare +0 % +– +– +–/m);
    const own = rows(result).filter((row) => row.step === 'rare' && row.segment === 'overall');
    expect(own.map(({ outcome, mean: value }) => [outcome, value])).toEqual([
      ['reached', 0],
      ['clockDuration', null],
      ['perceivedDuration', null],
      ['affect', null],
      ['affectStart', null],
      ['affectEnd', null],
      ['peakShare', 0],
      ['left', 0],
    ]);
  });
});

describe('what no draw can move is exact', () => {
  const fixed = {
    name: 'Visit',
    interactions: [
      { id: 'a', duration: 100, affect: 2 },
      { id: 'b', duration: 60, affect: 3 },
    ],
  };

  it('the end, where the last step is the same for everybody', () => {
    const variants = { warmer: redesign(fixed, [update('a', { affect: normal({ mean: 3, sd: 1 }) })]) };
    const found = compare({ baseline: fixed, variants, customers: 50, seed: 1 });
    expect(found.variants.warmer.overall.endAffect.conclusion).toBe('practically the same');
    // A second less, and the last minute may reach into the step before.
    const shorter = { name: 'Visit', interactions: [fixed.interactions[0]!, { ...fixed.interactions[1]!, duration: 59 }] };
    const warmer = redesign(shorter, [update('a', { affect: normal({ mean: 3, sd: 1 }) })]);
    const reaching = compare({ baseline: shorter, variants: { warmer }, customers: 50, seed: 1 });
    expect(reaching.variants.warmer.overall.endAffect.conclusion).toBe('undecided');
    expect(found.variants.warmer.overall.meanAffect.interval.low).toBeLessThan(found.variants.warmer.overall.meanAffect.interval.high);
  });

  it('failures, whether or not they are made good', () => {
    const failure = { probability: 1, affect: -3, recovery: { probability: 0.001, affect: 2 } };
    const { failures, effectiveness } = simulate({ journey: visit({ id: 'a', duration: 60, failure }), customers: 50, seed: 1 }).overall;
    expect(failures.interval).toMatchObject({ low: 1, high: 1 });
    expect(effectiveness.interval.low).toBeLessThan(effectiveness.interval.high);
  });

  it('and shares of one whole sum to 100 in a sentence', () => {
    const variants = { v: redesign(fixed, [update('a', { affect: normal({ mean: 3, sd: 1 }) })]) };
    for (const seed of seeds) {
      const { sentence } = compare({ baseline: fixed, variants, customers: 200, seed }).variants.v.overall.satisfaction;
      const [, better, worse] = /better for (\d+) %, worse for (\d+) %/.exec(sentence) ?? [];
      if (better !== undefined) expect(Number(better) + Number(worse)).toBeLessThanOrEqual(100);
    }
  });
});

it('no verdict is robust on a handful of parameter sets', () => {
  const baseline = { name: 'Visit', interactions: [{ id: 'a', duration: 100, affect: -2 }] };
  const variant = redesign(baseline, [update('a', { affect: 6 })]);
  const verdict = (draws: number) =>
    robustness({ baseline, variant, customers: 100, seed: 1, over: { draws, memory: {} } }).variants['variant']!.overall;
  expect([verdict(3).holds, verdict(3).verdict]).toEqual([1, 'likely']);
  expect(verdict(12).verdict).toBe('robust');
});

it('a difference that few of those who complete both carry is said to have a heavy tail', () => {
  const visitOf = (dropout: number, affect: number) => ({
    name: 'Visit',
    interactions: [
      { id: 'come', duration: 60, affect: normal({ mean: 1, sd: 1 }), dropout },
      { id: 'stay', duration: 300, affect: normal({ mean: affect, sd: 1 }) },
    ],
  });
  // Of the most extreme moments: where a hair turns the sign, few carry the difference.
  const study = { customers: 2000, seed: 1, outcomes: ['satisfaction', 'completed'] as const, model: { memory: classicPeakEnd } };
  const found = (one: number, other: number) =>
    compare({ ...study, baseline: visitOf(one, 2), variants: { after: visitOf(other, 2.1) } }).variants.after.cautions.map(
      ({ code }) => code,
    );
  expect(found(0.05, 0.02)).toContain('heavy-tail');
});
