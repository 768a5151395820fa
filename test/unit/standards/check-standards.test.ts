import { describe, expect, it } from 'vitest';
import { compare } from '../../../src/comparison/compare';
import { move } from '../../../src/redesign/edits/move';
import { redesign } from '../../../src/redesign/redesign';
import { toText } from '../../../src/results/to-text';
import type { Issue } from '../../../src/errors/issue';
import { isJourneyError } from '../../../src/errors/journey-error';
import { simulate } from '../../../src/simulation/simulate';
import { atLeast, atMost } from '../../../src/standards/bounds';
import { fewWorse, improves, noSegmentWorse } from '../../../src/standards/change-standards';
import { reachOf } from '../../../src/statistics/doubt';
import { doubtFinding } from '../../../src/standards/find-mean';
import { checkStandards } from '../../../src/standards/check-standards';
import type { StandardInput } from '../../../src/standards/types';

const visit = (affect: number, extra: object = {}) => ({
  name: 'Visit',
  interactions: [
    { id: 'queue', kind: 'wait' as const, duration: { type: 'lognormal' as const, median: 300, sigma: 0.5 } },
    { id: 'desk', duration: '5 min', affect: { type: 'normal' as const, mean: affect, sd: 2 }, ...extra },
  ],
});
const segments = [
  { id: 'regular', share: 0.7 },
  { id: 'new', share: 0.3, expectation: 2 },
] as const;
const study = { segments, customers: 800, seed: 'standards' } as const;
const today = simulate({ ...study, journey: visit(2) });
const kept = simulate({ ...study, journey: visit(2), keep: ['waitingDuration'] });
const changed = compare({ ...study, baseline: visit(2), variants: { kinder: visit(3), harsher: visit(1), same: visit(2) } });

/** The code and path of everything wrong. */
function faults(run: () => unknown): string[] {
  return issuesOf(run).map(({ code, path }) => `${code} ${path}`);
}

function issuesOf(run: () => unknown): readonly Issue[] {
  try {
    run();
  } catch (error) {
    if (isJourneyError(error)) return error.issues;
    throw error;
  }
  return [];
}

describe('a bound on a mean', () => {
  it('holds, fails or cannot be told, by which side of the bound the interval lies on', () => {
    const { mean, interval } = today.overall.satisfaction;
    const verdictAt = (bound: number) => checkStandards(today, atLeast('satisfaction', bound)).verdict;
    expect(verdictAt(interval.low - 0.01)).toBe('holds');
    expect(verdictAt(mean)).toBe('cannot tell');
    expect(verdictAt(interval.high + 0.01)).toBe('fails');
    expect(checkStandards(today, atMost('satisfaction', interval.high + 0.01)).verdict).toBe('holds');
    expect(checkStandards(today, atMost('satisfaction', interval.low - 0.01)).verdict).toBe('fails');
  });

  it('alone has the very interval of the result, overall and in a segment', () => {
    for (const outcome of ['satisfaction', 'satisfied', 'perceivedDuration'] as const) {
      const [overall] = checkStandards(today, atLeast(outcome, 0.5)).standards;
      expect(overall!.interval.low).toBeCloseTo(today.overall[outcome].interval.low, 9);
      expect(overall!.interval.high).toBeCloseTo(today.overall[outcome].interval.high, 9);
      const [own] = checkStandards(today, atLeast(outcome, 0.5, { segment: 'new' })).standards;
      expect(own!.interval.low).toBeCloseTo(today.segments.new[outcome].interval.low, 9);
      expect(own!.segment).toBe('new');
    }
  });

  it('has the probability that belongs to the interval: 97.5 % at its lower end, 50 % at the mean', () => {
    const { mean, interval } = today.overall.satisfaction;
    const chance = (bound: number) => checkStandards(today, atLeast('satisfaction', bound)).standards[0]!.probability;
    expect(chance(interval.low)).toBeCloseTo(0.975, 9);
    expect(chance(mean)).toBeCloseTo(0.5, 9);
    expect(chance(interval.high)).toBeCloseTo(0.025, 9);
  });

  it('has a margin that is positive where it holds', () => {
    const { mean } = today.overall.clockDuration;
    const [short, long] = checkStandards(today, [atMost('clockDuration', '20 min'), atLeast('clockDuration', '20 min')]).standards;
    expect(short!.margin).toBeCloseTo(1200 - mean, 9);
    expect(long!.margin).toBeCloseTo(mean - 1200, 9);
    expect(short!.verdict).toBe('holds');
    expect(long!.verdict).toBe('fails');
  });

  it('checks each segment, and the least sure stands for it', () => {
    const [result] = checkStandards(today, atLeast('satisfaction', 40, { segment: 'each' })).standards;
    expect(result!.checks.map(({ segment }) => segment)).toEqual(['regular', 'new']);
    expect(result!.segment).toBe('new');
    expect(result!.value).toBe(today.segments.new.satisfaction.mean);
    expect(result!.probability).toBeCloseTo(result!.checks[0]!.probability! * result!.checks[1]!.probability!, 12);
  });

  it('widens intervals by the number of checks: two standards in two segments are four', () => {
    const alone = checkStandards(today, atLeast('satisfaction', 40));
    const four = checkStandards(today, [atLeast('satisfaction', 40, { segment: 'each' }), atMost('csat', 5, { segment: 'each' })]);
    expect(alone.simultaneous.checks).toBe(1);
    expect(four.simultaneous.checks).toBe(4);
    expect(four.standards[0]!.interval.level).toBeCloseTo(1 - 0.05 / 4, 12);
  });

  it('is certain where nothing is random, and the bound itself holds', () => {
    const exact = simulate({ journey: { name: 'Call', interactions: [{ id: 'talk', duration: 300 }] }, customers: 10, seed: 1 });
    const [at, above, all] = checkStandards(exact, [
      atMost('clockDuration', 300),
      atMost('clockDuration', 299),
      atLeast('completed', 1),
    ]).standards;
    expect([at!.verdict, at!.probability, at!.margin]).toEqual(['holds', 1, 0]);
    expect([above!.verdict, above!.probability, above!.margin]).toEqual(['fails', 0, -1]);
    expect([all!.verdict, all!.probability]).toEqual(['holds', 1]);
  });

  it('cannot promise that nobody ever leaves because nobody did so far', () => {
    const seldom = simulate({ journey: visit(2, { dropout: 1e-7 }), customers: 500, seed: 1 });
    expect(seldom.overall.completed.mean).toBe(1);
    expect(checkStandards(seldom, atLeast('completed', 1)).verdict).toBe('cannot tell');
    expect(checkStandards(seldom, atLeast('completed', 0.98)).verdict).toBe('holds');
  });

  it('cannot tell from one customer', () => {
    const one = simulate({ journey: visit(2), customers: 1, seed: 1 });
    const report = checkStandards(one, [
      atLeast('satisfaction', 1),
      atMost('waitingDuration', '1 day', { statistic: 'p50' }),
      atMost('completed', 1),
    ]);
    expect(report.standards.map(({ verdict }) => verdict)).toEqual(['cannot tell', 'cannot tell', 'holds']);
    expect(report.standards[0]!.probability).toBeUndefined();
    expect(report.standards[0]!.hint).toBeDefined();
  });
});

describe('a bound on a percentile', () => {
  const p95 = today.overall.waitingDuration.quantiles.p95;

  it('from kept columns is between the order statistics that hold it, by the binomial law', () => {
    const column = [...kept.kept!.regular.waitingDuration!].sort((a, b) => a - b);
    const [result] = checkStandards(kept, atMost('waitingDuration', '10 min', { statistic: 'p95', segment: 'regular' })).standards;
    // P(Bin(800, 0.95) < 748) and P(Bin(800, 0.95) ≥ 773) are the largest below 2.5 %: the 748th and the 773rd of 800.
    expect(result!.value).toBe(column[759]);
    expect(result!.interval.low).toBe(column[747]);
    expect(result!.interval.high).toBe(column[772]);
  });

  it('without columns is judged by a wider interval that is certain, and says how to know more', () => {
    const bound = { statistic: 'p95' } as const;
    const rough = checkStandards(today, atMost('waitingDuration', p95 * 1.01, bound)).standards[0]!;
    const fine = checkStandards(kept, atMost('waitingDuration', p95 * 1.01, bound)).standards[0]!;
    expect(rough.value).toBe(fine.value);
    expect(rough.interval.low).toBeLessThanOrEqual(fine.interval.low);
    expect(rough.interval.high).toBeGreaterThanOrEqual(fine.interval.high);
    expect(rough.verdict).toBe('cannot tell');
    expect(rough.hint).toContain('keep');
    expect(rough.probability).toBeUndefined();
    expect(fine.probability).toBeGreaterThan(0.5);
    expect(checkStandards(today, atMost('waitingDuration', p95 * 10, bound)).verdict).toBe('holds');
    expect(checkStandards(today, atMost('waitingDuration', today.overall.waitingDuration.quantiles.p50, bound)).verdict).toBe('fails');
  });

  it('of a comparison asks for what the comparison can keep', () => {
    const p90 = atMost('waitingDuration', '1 h', { statistic: 'p90' });
    expect(issuesOf(() => checkStandards(changed, p90))[0]!.hint).toBe("add keep: ['waitingDuration'] to the study");
    const pair = compare({ ...study, baseline: visit(2), variants: { kinder: visit(3) }, keep: ['waitingDuration'] });
    expect(checkStandards(pair, p90).verdict).toBe('holds');
  });

  it('can be any percentile of kept columns, but none that is not there', () => {
    const p90 = atMost('waitingDuration', '1 h', { statistic: 'p90' });
    expect(checkStandards(kept, p90).verdict).toBe('holds');
    expect(faults(() => checkStandards(today, p90))).toEqual(['missing standards.statistic']);
  });

  it('cannot be told further out than the customers reach', () => {
    const far = checkStandards(kept, atMost('waitingDuration', '100 days', { statistic: 'p99.99' })).standards[0]!;
    expect(far.verdict).toBe('cannot tell');
    expect(far.hint).toBeDefined();
  });
});

describe('a standard about a change', () => {
  it('is held against every variant', () => {
    const report = checkStandards(changed, noSegmentWorse('satisfaction'));
    expect(report.standards.map(({ variant, verdict }) => `${variant} ${verdict}`)).toEqual([
      'kinder holds',
      'harsher fails',
      'same holds',
    ]);
    expect(report.verdict).toBe('fails');
    expect(report.simultaneous.checks).toBe(6);
  });

  it('follows the direction of the outcome', () => {
    const slower = compare({ ...study, baseline: visit(2), variants: { slower: visit(2, { duration: '8 min' }) } });
    const report = checkStandards(slower, [
      noSegmentWorse('clockDuration'),
      noSegmentWorse('clockDuration', { margin: '3 min' }),
      improves('clockDuration'),
      atMost('clockDuration', '1 h'),
    ]);
    expect(report.standards.map(({ verdict }) => verdict)).toEqual(['fails', 'holds', 'fails', 'holds']);
    expect(report.standards.map(({ value }) => value).slice(0, 3)).toEqual([180, 180, 180]);
    expect(report.standards.map(({ margin }) => margin).slice(0, 3)).toEqual([-180, 0, -180]);
  });

  it('may ask for an improvement of some size', () => {
    const gain = changed.variants.kinder.overall.satisfaction;
    const kinder = (by: number) => checkStandards(changed, improves('satisfaction', { by })).standards[0]!;
    expect(kinder(gain.difference / 2).verdict).toBe('holds');
    expect(kinder(gain.difference * 2).verdict).toBe('fails');
    expect(kinder(gain.difference).probability).toBeCloseTo(0.5, 9);
  });

  it('is no improvement where nothing changes', () => {
    const same = compare({ ...study, baseline: visit(2), variants: { same: { ...visit(2), name: 'Another name' } } });
    const [felt, satisfied, atAll] = checkStandards(same, [
      improves('perceivedDuration'),
      improves('satisfaction'),
      noSegmentWorse('satisfaction'),
    ]).standards;
    expect([felt!.verdict, satisfied!.verdict, atAll!.verdict]).toEqual(['fails', 'fails', 'holds']);
    expect([satisfied!.margin, satisfied!.probability]).toEqual([0, 0]);
    expect(satisfied!.sentence).toBe('same: satisfaction better: fails, 0.0, no better');
  });

  it('may allow a few to be worse off', () => {
    const [kinder, harsher, same] = checkStandards(changed, fewWorse('satisfaction', { atMost: 0.05 })).standards;
    expect([kinder!.verdict, harsher!.verdict, same!.verdict]).toEqual(['holds', 'fails', 'holds']);
    expect(harsher!.value).toBe(changed.variants.harsher.overall.satisfaction.worse);
    expect([same!.value, same!.probability]).toEqual([0, 1]);
  });
});

describe('the probability', () => {
  it('counts all that widens the interval: at its end it is what the level leaves', () => {
    for (const doubt of [
      { error: 0.1, degrees: 400, rare: 0, unseen: 0 },
      { error: 0.1, degrees: 400, rare: 0.05, unseen: 0 },
      { error: 0.1, degrees: 400, rare: 0.05, unseen: 0.03 },
      { error: 0.01, degrees: 400, rare: 0, unseen: 0.1 },
      { error: 0, degrees: 0, rare: 0.05, unseen: 0.03 },
    ]) {
      const reach = reachOf(doubt, 0.95);
      for (const side of ['at least', 'at most'] as const) {
        const at = (share: number) => {
          const limit = { bound: side === 'at least' ? 0.3 - share * reach : 0.3 + share * reach, side };
          return doubtFinding('overall', 0.3, doubt, limit, 0.95, [-20, 20]).probability;
        };
        expect(at(1)).toBeCloseTo(0.975, 9);
        expect(at(0)).toBe(0.5);
        expect(at(-1)).toBeCloseTo(0.025, 9);
      }
    }
  });

  it('never speaks against the verdict, and says where only the other checks keep it from one', () => {
    const { mean, doubt } = today.overall.satisfaction;
    const bound = (level: number) => atLeast('satisfaction', mean - reachOf(doubt, level));
    const alone = checkStandards(today, bound(0.94)).standards[0]!;
    expect(alone.sentence).toContain('holds with probability 97 %; more');
    const among = checkStandards(
      today,
      Array.from({ length: 20 }, () => bound(0.99)),
    ).standards[0]!;
    expect(among.verdict).toBe('cannot tell');
    expect(among.sentence).toContain('holds with probability 99.5 %, too little for 20 checks; more');
  });
});

describe('a result with few outcomes', () => {
  it('is checked as any other', () => {
    const few = { ...study, outcomes: ['satisfaction'] } as const;
    expect(checkStandards(simulate({ ...few, journey: visit(2) }), atLeast('satisfaction', 1)).verdict).toBe('holds');
    const some = compare({ ...few, baseline: visit(2), variants: { kinder: visit(3) } });
    expect(checkStandards(some, improves('satisfaction')).verdict).toBe('holds');
    expect(checkStandards(some, improves('satisfaction')).standards[0]!.value).toBe(
      changed.variants.kinder.overall.satisfaction.difference,
    );
  });
});

describe('the report', () => {
  it('is frozen plain data, the same when the result was read back from JSON', () => {
    const standards = [atLeast('satisfaction', 50), noSegmentWorse('csat')];
    const report = checkStandards(changed, standards);
    expect(Object.isFrozen(report.standards[0]!.checks)).toBe(true);
    expect(JSON.parse(JSON.stringify(report))).toEqual(report);
    expect(checkStandards(JSON.parse(JSON.stringify(changed)), JSON.parse(JSON.stringify(standards)))).toEqual(report);
    expect(report.standards.every(({ sentence }) => sentence.length > 20)).toBe(true);
  });
});

describe('bad standards', () => {
  const check = (standards: unknown) => faults(() => checkStandards(today, standards as StandardInput[]));

  it('are told all at once, each with its path', () => {
    expect(
      check([
        { outcome: 'satisfaktion', atLeast: 60 },
        { outcome: 'satisfaction' },
        { outcome: 'satisfaction', atLeast: 60, atMost: 70 },
        { outcome: 'satisfaction', atLeast: '60' },
        { outcome: 'waitingDuration', atMost: '5 to 10 min' },
        { outcome: 'satisfaction', atLeast: 60, statistic: 'p100' },
        { outcome: 'completed', atLeast: 90 },
        { outcome: 'satisfaction', atLeast: 60, segement: 'each' },
        { noSegmentWorse: 'satisfaction', margin: -1 },
        'satisfaction',
        {},
      ]),
    ).toEqual([
      'unknown-id standards[0].outcome',
      'missing standards[1]',
      'conflict standards[2]',
      'invalid-type standards[3].atLeast',
      'invalid-text standards[4].atMost',
      'out-of-range standards[5].statistic',
      'out-of-range standards[6].atLeast',
      'unknown-key standards[7].segement',
      'out-of-range standards[8].margin',
      'invalid-type standards[9]',
      'missing standards[10]',
    ]);
    expect(check([])).toEqual(['missing standards']);
  });

  it('are those the result cannot answer', () => {
    expect(check([atLeast('satisfaction', 1, { segment: 'neww' }), atLeast('ease', 1), noSegmentWorse('satisfaction')])).toEqual([
      'unknown-id standards[0].segment',
      'missing standards[1].outcome',
      'conflict standards[2]',
    ]);
    expect(faults(() => checkStandards({} as never, atLeast('csat', 4)))).toEqual(['invalid-type result']);
    expect(faults(() => checkStandards(today, atLeast('csat', 4), { confidence: 2 }))).toEqual(['out-of-range confidence']);
  });

  it.each([
    ['completed', -0.5, 'a share from 0 to 1', undefined],
    ['completed', 95, 'a share from 0 to 1', 'if 95 % is meant, write 0.95'],
    ['satisfied', 0.5, undefined, undefined],
    ['nps', 150, 'points from -100 to 100', undefined],
    ['nps', -100, undefined, undefined],
    ['csat', 0.9, 'a rating from 1 to 5', undefined],
    ['csat', 5, undefined, undefined],
    ['recommendation', 10.5, 'a rating from 0 to 10', undefined],
    ['satisfaction', 100.1, 'points from 0 to 100', undefined],
    ['disconfirmation', -15, undefined, undefined],
    ['endAffect', -10.5, 'affect from -10 to 10', undefined],
    ['rememberedUtility', 12, undefined, undefined],
    ['failures', -1, 'a number of at least 0', undefined],
    ['clockDuration', -5, 'seconds of at least 0', undefined],
    ['value', -5, undefined, undefined],
  ] as const)('lie outside the scale of their outcome: %s %s', (outcome, bound, scale, hint) => {
    for (const make of [atLeast, atMost]) {
      const [issue] = issuesOf(() => make(outcome, bound));
      if (scale === undefined) expect(issue).toBeUndefined();
      else expect(issue!.expected).toContain(scale);
      expect(issue?.hint).toBe(hint);
    }
  });

  it('ask for a change no outcome can make', () => {
    expect(faults(() => improves('completed', { by: 5 }))).toEqual(['out-of-range by']);
    expect(faults(() => improves('nps', { by: 150 }))).toEqual([]);
    expect(faults(() => noSegmentWorse('satisfaction', { margin: 101 }))).toEqual(['out-of-range margin']);
    expect(faults(() => noSegmentWorse('clockDuration', { margin: 1e6 }))).toEqual([]);
  });

  it.each([
    [95, 'p95'],
    [0.9, 'p90'],
    ['5 %', 'p5'],
    ['P50', 'p50'],
    ['0.999', 'p99.9'],
    ['best', undefined],
  ])('say how a percentile is written: %s', (statistic, written) => {
    const [issue] = issuesOf(() => atLeast('csat', 3, { statistic: statistic as never }));
    expect(issue!.hint).toBe(written === undefined ? undefined : `write '${written}'`);
  });

  it('do not leave their constructors', () => {
    expect(faults(() => atLeast('csat', Number.NaN))).toEqual(['out-of-range atLeast']);
    expect(faults(() => fewWorse('csat', { atMost: 10 }))).toEqual(['out-of-range atMost']);
    expect(faults(() => noSegmentWorse('nothing' as never))).toEqual(['unknown-id noSegmentWorse']);
  });
});

describe('a time that is short because people leave', () => {
  const park = {
    name: 'Park',
    interactions: [
      { id: 'show', duration: '30 min', affect: 3 },
      { id: 'jam', kind: 'wait', duration: '20 to 60 min', affect: -2, wait: { tolerance: '30 min' } },
      { id: 'end', duration: '10 min', affect: 2 },
    ],
  } as const;
  const segments = [{ id: 'all', share: 1, patience: { type: 'exponential', mean: 7200 } }] as const;
  const last = redesign(park, [move('show', { to: 'end' })]);
  // Who leaves misses the show; who completes sees it as before.
  const moved = compare({ baseline: park, variants: { last }, segments, customers: 1000, seed: 3 });

  it('is told with what those who complete say', () => {
    const [improved, bounded, loose] = checkStandards(moved, [
      improves('perceivedDuration'),
      atMost('clockDuration', '65 min'),
      atMost('clockDuration', '3 h'),
    ]).standards;
    expect([improved!.verdict, bounded!.verdict, loose!.verdict]).toEqual(['holds', 'holds', 'holds']);
    expect(improved!.hint).toBe('for those who complete both 0 s, practically the same');
    expect(bounded!.hint).toMatch(/^of those who complete \(7\d(\.\d)? %\) it is 1 h 1\d min$/);
    expect(bounded!.sentence).toContain(`to spare; ${bounded!.hint!}`);
    expect(loose!.hint).toBeUndefined();
  });

  it('and in the words of the comparison, though as many complete as before', () => {
    expect(moved.variants.last.overall.completed.difference).toBe(0);
    expect(toText(moved)).toMatch(/Of those who complete both \(7\d(\.\d)? %\): clock time: the same for everybody; felt time: the same/);
  });
});
