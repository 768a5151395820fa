import { describe, expect, it } from 'vitest';
import { backTest, segmentsFromSurvey, type BackTest } from '../../../src/data';
import { columns, simulate, toText, uniform } from '../../../src/index';
import { issuesOf } from './issues-of';
import { airportLike, formsOf } from './known-survey';

const journey = {
  name: 'Visit',
  interactions: [
    { id: 'desk', duration: '5 to 12 min', affect: uniform({ min: -4, max: 8 }) },
    { id: 'talk', duration: 600, affect: uniform({ min: 0, max: 9 }) },
  ],
} as const;
const segments = [
  { id: 'new', share: 0.5, responses: { desk: { affectShift: -4 } } },
  { id: 'old', share: 0.5 },
] as const;
const study = { journey, segments, customers: 4000, seed: 'model' } as const;

/** People of the same kind, or of a world where something is otherwise. */
function peopleOf(count: number, seed: number, world: object = {}): Record<string, string | number>[] {
  const there = simulate({ ...study, ...world, customers: count, seed, keep: 'all' });
  return segments.flatMap(({ id }) => {
    const { csat, recommendation, clockDuration, loyalty } = columns(there, id);
    return Array.from({ length: count }, (_, i) => ({
      id,
      year: i % 2 === 0 ? 2025 : 2026,
      csat: Math.floor(csat![i]! + 0.5),
      recommend: Math.floor(recommendation![i]! + 0.5),
      minutes: clockDuration![i]! / 60,
      back: (i * 0.618034) % 1 < loyalty![i]! ? 'yes' : 'no',
    }));
  });
}

const observedOf = (rows: Record<string, string | number>[]) => ({
  rows,
  segment: 'id',
  overall: { csat: 'csat', recommendation: 'recommend', returned: 'back' },
  durations: { minutes: { of: 'clockDuration', unit: 'minutes' as const } },
});
const totalOf = (test: BackTest, foretold: string) => test.totals.find((total) => total.foretold === foretold)!;
const folds = [
  {
    name: 'later',
    train: (row: object) => (row as { year: number }).year === 2025,
    test: (row: object) => (row as { year: number }).year === 2026,
  },
];

describe('a study that is right', () => {
  const test = backTest({ study, observed: observedOf(peopleOf(2000, 1)), folds });

  it('is as good as the answers of the segment learnt from, and better than all segments alike', () => {
    for (const foretold of ['csat', 'recommendation', 'satisfied', 'duration', 'returned']) {
      const { againstSegment, againstEverybody, within, cells } = totalOf(test, foretold);
      expect([foretold, cells]).toEqual([foretold, 2]);
      expect(within).toBeGreaterThanOrEqual(1);
      expect(Math.abs(againstSegment.skill)).toBeLessThan(0.02);
      expect(Math.abs(againstSegment.difference)).toBeLessThan(4 * againstSegment.standardError + 0.02);
      if (foretold === 'csat' || foretold === 'satisfied') expect(againstEverybody.skill).toBeGreaterThan(0.02);
    }
  });

  it('covers what it claims to cover', () => {
    for (const { coverage } of test.totals) {
      for (const { expected, observed, standardError, level } of coverage) {
        expect(expected).toBeGreaterThanOrEqual(level - 1e-9);
        expect(Math.abs(expected - observed)).toBeLessThan(4 * standardError + 0.01);
      }
    }
    expect(test.cautions).toEqual([]);
  });

  it('gives chances that come so as often', () => {
    for (const { predicted, observed, standardError, from, to } of test.reliability) {
      expect(Math.abs(predicted - observed)).toBeLessThan(4 * standardError + 0.01);
      expect(predicted).toBeGreaterThanOrEqual(from);
      expect(predicted).toBeLessThanOrEqual(to);
    }
  });

  it('is told in words, as frozen data', () => {
    expect(toText(test)).toContain('later (2,000 rows, from 2,000)');
    expect(JSON.parse(JSON.stringify(test))).toEqual(test);
    expect(Object.isFrozen(test.cells[0]!.coverage)).toBe(true);
  });
});

describe('a study that is wrong', () => {
  const rows = peopleOf(2000, 2);

  it('in its level loses, and is told', () => {
    const high = backTest({ study: { ...study, model: { satisfaction: { base: 0.8 } } }, observed: observedOf(rows), folds });
    const csat = totalOf(high, 'csat');
    expect(csat.bias).toBeGreaterThan(0.3);
    expect(csat.againstSegment.skill).toBeLessThan(-0.05);
    expect(csat.distance).toBeGreaterThan(0.3);
    expect(high.cautions.map(({ code }) => code)).toContain('off');
  });

  it('in being too sure pays for it, though its mean is right', () => {
    const unsure = peopleOf(2000, 3, { model: { response: { sd: 25 } } });
    const sure = backTest({ study: { ...study, model: { response: { sd: 2 } } }, observed: observedOf(unsure), folds });
    const honest = backTest({ study: { ...study, model: { response: { sd: 25 } } }, observed: observedOf(unsure), folds });
    expect(totalOf(sure, 'recommendation').crps).toBeGreaterThan(totalOf(honest, 'recommendation').crps * 1.03);
    const logOf = (test: BackTest): number => test.cells.find(({ foretold }) => foretold === 'recommendation')!.logScore!;
    expect(logOf(sure)).toBeLessThan(logOf(honest) - 0.1);
    expect(sure.cautions.map(({ code }) => code)).toContain('over-confident');
  });

  it('in its durations is as far off as earth has to be moved', () => {
    const slow = backTest({
      study: { ...study, journey: { ...journey, interactions: [...journey.interactions, { id: 'extra', duration: 120 }] } },
      observed: observedOf(rows),
      folds,
    });
    expect(totalOf(slow, 'duration').bias).toBeCloseTo(120, -1);
    expect(totalOf(slow, 'duration').distance).toBeCloseTo(120, -1);
  });
});

describe('steps', () => {
  const forms = formsOf(airportLike, 0.4, 3000, 'steps').map((form, index) => ({ ...form, half: index % 2, seconds: 300 + (index % 60) }));
  const options = { touchpoints: Object.keys(airportLike), scale: [1, 5], notUsed: [6] } as const;
  const fit = (training: readonly object[]) => {
    const { segments: fitted, everyone } = segmentsFromSurvey(training as never, options);
    const interactions = options.touchpoints.map((id) => ({ id, duration: 330, ...everyone[id]! }));
    return { journey: { name: 'fitted', interactions }, segments: fitted, customers: 3000, seed: 1 };
  };
  const test = backTest({ study: fit, observed: { rows: forms, ...options, durations: { seconds: 'desk' } }, folds: 'half' });

  it('are fitted on one half and foretold of the other', () => {
    expect(test.folds).toEqual([
      { name: '0', trained: 1500, tested: 1500 },
      { name: '1', trained: 1500, tested: 1500 },
    ]);
    const ratings = test.totals.filter(({ foretold }) => foretold === 'rating');
    expect(ratings.map(({ of }) => of)).toEqual([...options.touchpoints]);
    for (const { bias, againstSegment, of } of ratings) {
      expect([of, Math.abs(bias) < 0.35]).toEqual([of, true]);
      expect(Math.abs(againstSegment.skill)).toBeLessThan(0.01);
    }
    const part = test.totals.filter(({ foretold }) => foretold === 'takes part');
    // Everybody takes part in the hall.
    expect(part.map(({ of }) => of)).toEqual(['desk', 'lift', 'shop', 'gate']);
    for (const { bias } of part) expect(Math.abs(bias)).toBeLessThan(0.03);
  });

  it('are timed too', () => {
    const [desk] = test.totals.filter(({ foretold }) => foretold === 'duration');
    expect(desk!.of).toBe('desk');
    expect(desk!.bias).toBeCloseTo(330 - 329.5, 0);
    expect(desk!.distance).toBeCloseTo(15, 0);
    expect(test.reliability.map(({ event }) => event)).toContain('rated top two');
  });
});

describe('without folds', () => {
  it('the references know the answers, which is told', () => {
    const test = backTest({ study, observed: observedOf(peopleOf(300, 4)) });
    expect(test.cautions[0]!.code).toBe('not-held-out');
    expect(test.folds).toEqual([{ name: 'all', trained: 600, tested: 600 }]);
    for (const { againstSegment } of test.totals) expect(againstSegment.skill).toBeLessThan(1e-9);
  });

  it('segments nobody foretells are left out, which is told', () => {
    const rows = [...peopleOf(100, 5), { id: 'odd', year: 2025, csat: 1, recommend: 1, minutes: 1, back: 'no' }];
    const test = backTest({ study, observed: observedOf(rows) });
    expect(test.cautions.find(({ code }) => code === 'unknown-segment')!.message).toContain('odd');
    expect(test.cells.some(({ segment }) => segment === 'odd')).toBe(false);
  });
});

describe('faults', () => {
  const rows = peopleOf(20, 6);
  const observed = observedOf(rows);
  it.each([
    ['nothing measured', { study, observed: { rows } }, 'observed', 'missing'],
    ['no rows', { study, observed: { ...observed, rows: [] } }, 'observed.rows', 'missing'],
    ['no study', { observed }, 'study', 'missing'],
    ['a fault of the study', { study: { ...study, customers: -1 }, observed }, 'study.customers', 'out-of-range'],
    ['a fault of what study() made', { study: () => ({ journey: 5 }), observed }, 'study().journey', 'invalid-type'],
    ['a step there is not', { study, observed: { rows, durations: { minutes: 'dask' } } }, 'observed.durations.minutes', 'unknown-id'],
    ['rows learnt from and foretold', { study, observed, folds: [{ train: () => true, test: () => true }] }, 'folds[0]', 'conflict'],
    ['a fold without rows', { study, observed, folds: [{ train: () => true, test: () => false }] }, 'folds[0].test', 'missing'],
    ['folds by a column there is not', { study, observed, folds: 'yaer' }, 'folds', 'unknown-id'],
    ['a column off its scale', { study, observed: { ...observed, overall: { csat: 'recommend' } } }, undefined, 'out-of-range'],
  ])('%s', (_, input, path, code) => {
    const issues = issuesOf(() => backTest(input as never));
    if (path === undefined) expect(issues.map((issue) => issue.code)).toContain(code);
    else expect(issues.map((issue) => [issue.path, issue.code])).toContainEqual([path, code]);
  });

  it('functions that are asynchronous are told as such, and end nobody’s process', async () => {
    const later = (): Promise<boolean> => Promise.reject(new Error('no'));
    const told = (input: object): string[] =>
      issuesOf(() => backTest({ study, observed, ...input } as never)).map(({ path, received }) => `${path}: ${received}`);
    expect(told({ folds: [{ train: later, test: later }] })).toEqual([
      'folds[0].train: a promise for rows[0]',
      'folds[0].test: a promise for rows[0]',
    ]);
    expect(told({ study: later })).toEqual(['study(): a promise']);
    expect(told({ folds: [{ train: () => 'no', test: () => true }] })).toEqual(['folds[0].train: "no" for rows[0]']);
    // Whether one of them fails unseen is known when all else is through.
    await new Promise((resolve) => setTimeout(resolve, 5));
  });
});
