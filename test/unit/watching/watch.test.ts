import { describe, expect, it } from 'vitest';
import { watch, type Observation } from '../../../src/data';
import { simulate, toText, uniform } from '../../../src/index';
import { issuesOf } from '../surveys/issues-of';
import { normals, uniforms } from '../surveys/known-survey';

const expected = { new: { mean: 4, sd: 0.8 }, old: { mean: 3.5, sd: 1 } };

/** Months of two segments, of very uneven size; from `since` on a segment lies `by` standard deviations lower. */
function months(count: number, seed: number, drop?: { segment: keyof typeof expected; since: number; by: number }): Observation[] {
  return (['new', 'old'] as const).flatMap((segment) => {
    const noise = normals(seed, segment, count);
    const sizes = uniforms(seed, `n ${segment}`, count);
    return Array.from({ length: count }, (_, month) => {
      const n = 20 + Math.floor(400 * sizes[month]!);
      const { mean, sd } = expected[segment];
      const lower = drop !== undefined && drop.segment === segment && month >= drop.since ? drop.by * sd : 0;
      return { period: month, segment, mean: mean - lower + (sd / Math.sqrt(n)) * noise[month]!, n };
    });
  });
}

/** Periods to the first alarm of any chart; undefined: none. */
function firstAlarm(observations: readonly Observation[], options: object): number | undefined {
  const { segments } = watch({ expected, observations, ...options });
  const alarms = Object.values(segments).flatMap(({ alarms }) => alarms.map(({ at }) => Number(at)));
  return alarms.length === 0 ? undefined : 1 + Math.min(...alarms);
}

describe('false alarms', () => {
  it.each([
    ['cusum', 'down'],
    ['cusum', 'both'],
    ['ewma', 'down'],
    ['ewma', 'both'],
  ])('of %s, %s, come as often as is stated, all segments together, whatever the months’ sizes', (method, direction) => {
    // Lengths of runs are nearly geometric, so the chance of none within 50 periods of a rate of one in 50 is about e⁻¹, a little more at the start.
    const runs = 250;
    const period = 50;
    const lengths = Array.from({ length: runs }, (_, seed) =>
      firstAlarm(months(6 * period, seed), { method, direction, falseAlarms: period }),
    );
    const mean = lengths.reduce<number>((sum, length) => sum + (length ?? 6 * period), 0) / runs;
    // Of a geometric length cut at six times its mean the mean is 0.25 % less; its standard error is period/√runs.
    expect(Math.abs(mean - period)).toBeLessThan((3.5 * period) / Math.sqrt(runs) + 1.5);
  });
});

describe('a decline that nobody notices', () => {
  const drop = { segment: 'old', since: 12, by: 0.1 } as const;

  it('is found in the segment where it is, soon, and since about when it began', () => {
    const found = Array.from({ length: 60 }, (_, seed) => watch({ expected, observations: months(60, 1000 + seed, drop) }));
    const alarms = found.flatMap(({ segments }) => segments['old']!.alarms.filter(({ at }) => Number(at) >= drop.since).slice(0, 1));
    expect(alarms.length).toBeGreaterThan(56);
    const delays = alarms.map(({ at }) => Number(at) - drop.since + 1).sort((a, b) => a - b);
    // A month of about 220 people has a standard error of 0.07 of the deviation, so this is about 1.4 of them.
    expect(delays[30]!).toBeLessThan(10);
    const since = alarms.map(({ since: first }) => Number(first)).sort((a, b) => a - b);
    expect(Math.abs(since[30]! - drop.since)).toBeLessThanOrEqual(1);
    const held = alarms.filter(({ sinceBetween: [from, to] }) => Number(from) <= drop.since && Number(to) >= drop.since).length;
    expect(held / alarms.length).toBeGreaterThan(0.8);
    const change = alarms.reduce((sum, one) => sum + one.change, 0) / alarms.length;
    expect(change).toBeLessThan(-0.07);
    expect(change).toBeGreaterThan(-0.15);
    const others = found.filter(({ segments }) => segments['new']!.alarms.length > 0).length;
    expect(others).toBeLessThan(12);
  });

  it('is in no single month', () => {
    const observations = months(40, 7, { segment: 'old', since: 10, by: 0.12 });
    const watched = watch({ expected, observations });
    const { points, alarms, sentence } = watched.segments['old']!;
    expect(alarms).toHaveLength(1);
    expect(alarms[0]).toMatchObject({ direction: 'down', isOpen: true });
    expect(points.filter(({ z }) => z < -3).length).toBeLessThan(12);
    expect(watched.alarmed).toEqual(['old']);
    expect(sentence).toMatch(/^old: lower since about \d+/);
    expect(watched.sentence).toContain('one false alarm in 370 periods');
    expect(toText(watched)).toContain('since about');
    expect(JSON.parse(JSON.stringify(watched))).toEqual(watched);
  });

  it('ends where it ends', () => {
    const level = (month: number): number => (month >= 10 && month < 20 ? 3.7 : 4);
    const observations = Array.from({ length: 60 }, (_, month) => ({
      period: month,
      mean: level(month) + (month % 2 === 0 ? 0.02 : -0.02),
      n: 100,
    }));
    const { alarms } = watch({ expected: { all: { mean: 4, sd: 0.8 } }, observations }).segments['all']!;
    expect(alarms).toHaveLength(1);
    expect(alarms[0]).toMatchObject({ since: 10, isOpen: false });
  });

  it('upwards is looked for where that is asked, or where less is better', () => {
    const observations = [4, 4.2, 4.3, 4.2, 4.25].map((mean, period) => ({ period, mean, n: 200 }));
    const all = { all: { mean: 4, sd: 0.8 } };
    expect(watch({ expected: all, observations }).alarmed).toEqual([]);
    expect(watch({ expected: all, observations, direction: 'both' }).segments['all']!.alarms[0]).toMatchObject({
      direction: 'up',
      since: 1,
    });
    const journey = { name: 'Call', interactions: [{ id: 'talk', duration: '4 to 9 min', affect: uniform({ min: -3, max: 6 }) }] };
    const promised = simulate({ journey, customers: 1000, seed: 1 });
    const seconds = promised.overall.clockDuration.mean;
    const slow = watch({
      expected: promised,
      outcome: 'clockDuration',
      observations: [1, 2, 3, 4].map((period) => ({ period, segment: 'everyone', mean: seconds * 1.2, n: 100 })),
    });
    expect(slow.direction).toBe('up');
    expect(slow.alarmed).toEqual(['everyone']);
    expect(slow.segments['everyone']!.expected.mean).toBe(promised.segments.everyone.clockDuration.mean);
  });
});

describe('observations', () => {
  const all = { all: { mean: 4, sd: 0.8 } };

  it('may come in any order where their periods have one, and miss months', () => {
    const rows = [
      { period: '2026-03', mean: 3.9, n: 50 },
      { period: '2025-12', mean: 4.1, n: 50 },
      { period: '2026-01', mean: 4, n: 50 },
    ];
    const { order, segments } = watch({ expected: all, observations: rows });
    expect(order.periods).toEqual(['2025-12', '2026-01', '2026-03']);
    expect(segments['all']!.points.map(({ period }) => period)).toEqual(order.periods);
    const named = watch({ expected: all, observations: rows.map((row, index) => ({ ...row, period: ['May', 'June', 'July'][index]! })) });
    expect(named.order.periods).toEqual(['May', 'June', 'July']);
  });

  it('with a spread of their own are as rare as few people make them', () => {
    const [own] = watch({ expected: all, observations: [{ period: 1, mean: 3.6, n: 5, sd: 0.3 }] }).segments['all']!.points;
    expect(own!.z).toBeGreaterThan(-2.98);
    expect(own!.z).toBeLessThan(-1.8);
    const [few] = watch({ expected: all, observations: [{ period: 1, mean: 3.6, n: 4, sd: 0.3 }] }).segments['all']!.points;
    expect(few!.z).toBeCloseTo(-1, 10);
  });

  it('refuses means that the outcome cannot have, such as 63 of 1 to 5', () => {
    const expected = simulate({
      journey: { name: 'Call', interactions: [{ id: 'talk', duration: 60, affect: 3 }] },
      customers: 50,
      seed: 1,
    });
    const faults = (outcome: 'csat' | 'satisfied', mean: number) =>
      issuesOf(() => watch({ expected, outcome, observations: [{ period: 1, mean, n: 9 }] })).map(({ path, code, expected: e }) => [
        path,
        code,
        e,
      ]);
    expect(faults('csat', 63)).toEqual([['observations[0].mean', 'out-of-range', 'a mean CSAT from 1 to 5']]);
    expect(faults('satisfied', 63)).toEqual([['observations[0].mean', 'out-of-range', 'a mean satisfied from 0 to 1']]);
    expect(faults('csat', 5)).toEqual([]);
  });

  it.each([
    ['none', { expected: all, observations: [] }, 'observations', 'missing'],
    [
      'of a segment nobody expects',
      { expected: all, observations: [{ period: 1, segment: 'al', mean: 4, n: 9 }] },
      'observations[0].segment',
      'unknown-id',
    ],
    ['told twice', { expected: all, observations: [1, 1].map((period) => ({ period, mean: 4, n: 9 })) }, 'observations[1]', 'duplicate-id'],
    ['without people', { expected: all, observations: [{ period: 1, mean: 4 }] }, 'observations[0].n', 'missing'],
    ['without a period', { expected: all, observations: [{ mean: 4, n: 5 }] }, 'observations[0].period', 'missing'],
    ['with nothing expected', { observations: [{ period: 1, mean: 4, n: 5 }] }, 'expected', 'invalid-type'],
    [
      'without spread',
      { expected: { all: { mean: 4, sd: 0 } }, observations: [{ period: 1, mean: 4, n: 9 }] },
      'expected.all.sd',
      'out-of-range',
    ],
    [
      'with alarms all the time',
      { expected: all, observations: [{ period: 1, mean: 4, n: 9 }], falseAlarms: 1 },
      'falseAlarms',
      'out-of-range',
    ],
    ['with an outcome of numbers', { expected: all, outcome: 'csat', observations: [{ period: 1, mean: 4, n: 9 }] }, 'outcome', 'conflict'],
  ])('%s', (_, input, path, code) => {
    expect(issuesOf(() => watch(input as never)).map((issue) => [issue.path, issue.code])).toContainEqual([path, code]);
  });
});
