import { describe, expect, it } from 'vitest';
import { compare } from '../../../src/comparison/compare';
import { mixture } from '../../../src/distributions/nested';
import { normal } from '../../../src/distributions/families/normal';
import { outcomeDescriptions, outcomeNames } from '../../../src/experience/outcomes';
import type { JourneyInput } from '../../../src/journey/types';
import { preventFailure } from '../../../src/redesign/edits/prevent-failure';
import { informWait } from '../../../src/redesign/edits/inform-wait';
import { redesign } from '../../../src/redesign/redesign';
import { estimateIn } from '../../../src/results/simulation-words';
import { simulate } from '../../../src/simulation/simulate';
import { atMost } from '../../../src/standards/bounds';
import { noSegmentWorse } from '../../../src/standards/change-standards';
import { checkStandards } from '../../../src/standards/check-standards';
import { waterfall } from '../../../src/waterfall/waterfall';

/*
 * Never seen is not impossible: where a sample shows no variation though customers can differ, nothing that is said may be certain.
 */

const pay = (probability: number): JourneyInput => ({
  name: 'Pay',
  interactions: [
    { id: 'find', duration: 60, affect: 2 },
    {
      id: 'pay',
      name: 'Pay by card',
      duration: 60,
      affect: 2,
      ...(probability > 0 ? { failure: { probability, affect: -8, duration: 3600 } } : {}),
    },
  ],
});
const few = { customers: 300, seed: 0 } as const;

describe('a failure of 1 in 1,000 that none of 300 customers met', () => {
  const result = simulate({ journey: pay(0.001), ...few });

  it('was not seen, and every outcome that it could move has an interval that holds the truth', () => {
    const never = simulate({ journey: pay(0), ...few }).overall;
    const always = simulate({ journey: pay(1), ...few }).overall;
    expect(result.overall.failures.mean).toBe(0);
    for (const name of [
      'failures',
      'effectiveness',
      'clockDuration',
      'perceivedDuration',
      'rememberedUtility',
      'satisfaction',
      'loyalty',
    ] as const) {
      const { interval } = result.overall[name];
      const truth = 0.999 * never[name].mean + 0.001 * always[name].mean;
      expect(interval.low < truth + 1e-9 && truth - 1e-9 < interval.high, name).toBe(true);
      expect(interval.low < interval.high, name).toBe(true);
    }
  });

  it('stays exact for what no draw can move', () => {
    for (const name of ['completed', 'waitingDuration', 'progress'] as const) {
      const { mean, interval } = result.overall[name];
      expect([interval.low, interval.high], name).toEqual([mean, mean]);
    }
  });

  it('has a caution that names the step, the chance and how many would see ten', () => {
    const [caution] = result.cautions.filter(({ code }) => code === 'none-seen');
    expect(caution!.path).toBe('interactions[1]');
    expect(caution!.message).toContain('"Pay by card"');
    expect(caution!.message).toContain('0.1 %');
    expect(caution!.message).toContain('10,000');
  });

  it('keeps no promise for sure', () => {
    const [standard] = checkStandards(result, atMost('failures', 0.0005)).standards;
    expect(standard!.verdict).toBe('cannot tell');
    expect(standard!.probability).toBeLessThan(0.9);
    expect(checkStandards(result, atMost('failures', 0.05)).standards[0]!.verdict).toBe('holds');
  });

  it('is no certainty where it is compared, in either direction, and nobody is said to be the same for sure', () => {
    for (const [from, to] of [
      [0.001, 0],
      [0, 0.001],
      [0.001, 0.0005],
    ] as const) {
      const { v } = compare({ baseline: pay(from), variants: { v: pay(to) }, ...few }).variants;
      for (const name of ['satisfaction', 'failures', 'clockDuration', 'loyalty'] as const) {
        const { difference, interval, conclusion, sentence } = v.overall[name];
        expect([difference, conclusion], name).toEqual([0, 'undecided']);
        expect(interval.low < 0 && interval.high > 0, name).toBe(true);
        expect(sentence).toContain('nobody simulated changed');
      }
      expect(v.sentence).not.toContain('the same for everybody');
      expect(v.cautions.map(({ code }) => code)).toContain('few-change');
      const [standard] = checkStandards(
        compare({ baseline: pay(from), variants: { v: pay(to) }, ...few }),
        noSegmentWorse('satisfaction'),
      ).standards;
      expect(standard!.verdict).toBe('cannot tell');
    }
  });

  it('is practically the same where the margin covers it', () => {
    const { v } = compare({ baseline: pay(0.001), variants: { v: pay(0) }, ...few, margin: 3 }).variants;
    expect(v.overall.satisfaction.conclusion).toBe('practically the same');
  });

  it('leaves a waterfall its interval', () => {
    const parts = waterfall({ baseline: pay(0.001), edits: [preventFailure('pay', { probability: 0 })], ...few });
    for (const { interval } of [parts.overall.total, ...parts.overall.sequential, ...parts.overall.shapley]) {
      expect(interval.low < 0 && interval.high > 0).toBe(true);
    }
  });
});

describe('every kind of chance', () => {
  const base = { id: 'a', name: 'Desk', duration: 60, affect: 1 };
  it.each([
    ['skip', { ...base, skip: 0.001 }],
    ['live "Desk"', { ...base, skip: 0.999 }],
    ['drop out', { ...base, dropout: 0.001 }],
    ['meet the failure', { ...base, failure: { probability: 0.001, affect: -2 } }],
    ['made good', { ...base, failure: { probability: 0.5, affect: -2, recovery: { probability: 0.002, affect: 2 } } }],
    ['left with', { ...base, failure: { probability: 0.5, affect: -2, recovery: { probability: 0.998, affect: 2 } } }],
    ['skip "Desk"', { ...base, choice: { options: [{ id: 'b', duration: 60, available: false }], none: { appeal: -6 } } }],
    ['meet the failure', { ...base, failure: { probability: 0.04, affect: -2, retry: { atMost: 1 } } }],
    ['take "b"', { ...base, choice: { options: [{ id: 'b', duration: 60, affect: 1, appeal: -7 }] } }],
    [
      'rarest duration',
      {
        ...base,
        duration: mixture([
          { weight: 0.999, distribution: 60 },
          { weight: 0.001, distribution: 9000 },
        ]),
      },
    ],
  ] as const)('%s: is named', (words, step) => {
    const journey = { name: 'J', interactions: [step, { id: 'z', duration: 60, affect: 2 }] } as JourneyInput;
    const messages = simulate({ journey, customers: 500, seed: 3 }).cautions.filter(({ code }) => code === 'none-seen');
    expect(messages.some(({ message }) => message.includes(words))).toBe(true);
    expect(
      simulate({ journey, customers: 30_000, seed: 3, outcomes: ['satisfaction'] }).cautions.filter(({ code }) => code === 'none-seen'),
    ).toEqual([]);
  });

  it('a rare long duration is inside the interval of the mean that did not see it', () => {
    const journey = {
      name: 'J',
      interactions: [
        {
          ...base,
          duration: mixture([
            { weight: 0.9999, distribution: 60 },
            { weight: 0.0001, distribution: 9000 },
          ]),
        },
      ],
    };
    const { clockDuration } = simulate({ journey, customers: 500, seed: 1 }).overall;
    expect(clockDuration.mean).toBe(60);
    expect(clockDuration.interval.high).toBeGreaterThan(60 + 0.0001 * 8940);
  });

  it('patience that nobody was seen to lose is no certainty that nobody does', () => {
    const journey: JourneyInput = {
      name: 'J',
      interactions: [
        { id: 'w', kind: 'wait', duration: 300, affect: 0 },
        { id: 'b', duration: 60, affect: 3 },
      ],
    };
    const segments = [{ id: 's', share: 1, patience: { type: 'lognormal', median: 3000, sigma: 0.7 } }] as const;
    const { satisfaction, completed } = simulate({ journey, segments, customers: 100, seed: 1 }).overall;
    expect(completed.mean).toBe(1);
    expect(completed.interval.low).toBeLessThan(1);
    expect(satisfaction.interval.low).toBeLessThan(satisfaction.mean);
  });

  it('segments that can differ are in doubt, the others exact, and all together too', () => {
    const segments = [
      { id: 'safe', share: 0.5, responses: { pay: { failureScale: 0 } } },
      { id: 'not', share: 0.5 },
    ] as const;
    const { overall, segments: each } = simulate({ journey: pay(0.001), segments, ...few });
    const width = ({ interval }: { interval: { low: number; high: number } }) => interval.high - interval.low;
    expect(width(each.safe.satisfaction)).toBe(0);
    expect(width(each.not.satisfaction)).toBeGreaterThan(0);
    expect(width(overall.satisfaction)).toBeCloseTo(width(each.not.satisfaction) / 2, 9);
  });
});

describe('what is exact stays exact', () => {
  const visit: JourneyInput = {
    name: 'Visit',
    interactions: [
      { id: 'wait', kind: 'wait', duration: '5 to 20 min', affect: normal({ mean: 0, sd: 1 }), wait: { tolerance: 600 } },
      { id: 'talk', duration: '10 min', affect: normal({ mean: 2, sd: 2 }), failure: { probability: 0.0001, affect: -5 } },
    ],
  };
  it('a change that cannot reach an outcome is the same for everybody, however rare what else may happen', () => {
    // Where waits do not sour, how long they feel reaches no memory.
    const model = { waiting: { impatience: 0 } };
    const verdict = compare({
      baseline: visit,
      variants: { informed: redesign(visit, [informWait('wait')]) },
      model,
      customers: 500,
      seed: 1,
    });
    const { satisfaction, clockDuration, perceivedDuration } = verdict.variants.informed.overall;
    expect([satisfaction.conclusion, satisfaction.interval.low, satisfaction.interval.high]).toEqual(['practically the same', 0, 0]);
    expect([clockDuration.conclusion, clockDuration.sentence]).toEqual(['practically the same', 'clock time: the same for everybody']);
    expect(perceivedDuration.conclusion).toBe('better');
  });
});

describe('intervals', () => {
  it('stay inside what the outcome can be, and touch its ends where nothing else is known', () => {
    const journey: JourneyInput = {
      name: 'Rough',
      interactions: [
        { id: 'w', kind: 'wait', skip: 0.97, duration: '5 to 60 min' },
        { id: 'pay', duration: 60, affect: 2, failure: { probability: 0.02, affect: -8 } },
      ],
    };
    for (let seed = 0; seed < 40; seed++) {
      for (const customers of [1, 2, 20, 50]) {
        const { overall } = simulate({ journey, customers, seed });
        for (const name of outcomeNames) {
          const estimate = estimateIn(overall, name);
          if (estimate === undefined) continue;
          const [lowest, highest] = outcomeDescriptions[name].scale;
          expect(estimate.interval.low, name).toBeGreaterThanOrEqual(lowest);
          expect(estimate.interval.high, name).toBeLessThanOrEqual(highest);
        }
      }
    }
  });

  it('say so where a few customers carry the spread', () => {
    const tail = (sigma: number): JourneyInput => ({
      name: 'T',
      interactions: [{ id: 'a', duration: { type: 'lognormal', median: 60, sigma } }],
    });
    const codes = (sigma: number) =>
      simulate({ journey: tail(sigma), customers: 1000, seed: 1, outcomes: ['clockDuration'] }).cautions.map(({ code }) => code);
    expect(codes(0.5)).not.toContain('heavy-tail');
    expect(codes(2.5)).toContain('heavy-tail');
  });

  it('of those who complete are those of completers: leavers widen nothing', () => {
    const leaving = (dropout: number, affect: number): JourneyInput => ({
      name: 'L',
      interactions: [
        { id: 'a', duration: 60, affect: 1, dropout },
        { id: 'b', duration: 60, affect: normal({ mean: affect, sd: 0.3 }) },
      ],
    });
    const { v } = compare({ baseline: leaving(0.05, 4), variants: { v: leaving(0.02, 4.1) }, customers: 2000, seed: 4 }).variants;
    const { interval, standardError, conclusion } = v.overall.ifCompletedBoth!.satisfaction!;
    expect((interval.high - interval.low) / 2 / standardError).toBeLessThan(3);
    expect(conclusion).toBe('better');
  });
});

describe('until', () => {
  it('distrusts a pilot that saw too few of a rare event', () => {
    for (const seed of [1, 2, 3]) {
      const { study, overall } = simulate({
        journey: pay(0.0002),
        seed,
        outcomes: ['failures'],
        until: { outcome: 'failures', halfWidth: 0.0002 },
      });
      expect(study.customers).toBeGreaterThanOrEqual(50_000);
      expect(overall.failures.interval.high).toBeGreaterThan(0.0002);
    }
  });
});

describe('a share of each kind of answer', () => {
  it('promoters, passives and detractors sum to 1 and make the NPS', () => {
    const { overall, kept } = simulate({ journey: pay(0.1), segments: [{ id: 'a', share: 1 }], customers: 1000, seed: 2, keep: ['nps'] });
    const counted = (value: number): number => kept!.a.nps!.filter((one) => one === value).length / 1000;
    const { promoters, passives, detractors, mean } = overall.nps;
    expect([promoters, passives, detractors]).toEqual([counted(100), expect.closeTo(counted(0), 12), counted(-100)]);
    expect(100 * (promoters - detractors)).toBeCloseTo(mean, 9);
  });
});

it('of failing time after time the least rare is told, and one in a million is known to no figure', () => {
  const told = (probability: number) => {
    const failure = { probability, affect: -3, retry: { atMost: 5 } } as const;
    const journey = { name: 'Visit', interactions: [{ id: 'visit', duration: 600, affect: 2, failure }] };
    const { cautions } = simulate({ journey, customers: 1000, seed: 1 });
    return cautions.filter(({ code }) => code === 'none-seen').map(({ message }) => message);
  };
  // 0.05 and 0.05² are met by fifty and by two or three, 0.05⁶ by one in 64 million.
  expect(told(0.05)).toEqual([expect.stringMatching(/^about 3 of 1,000 customers .* on trying again \(0\.25 %\)/)]);
  expect(told(0.0009)).toEqual([expect.stringMatching(/^fewer than one of 1,000 customers meet the failure at "visit" \(0\.09 %\)/)]);
});
