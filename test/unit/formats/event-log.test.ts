import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { explain, simulate } from 'peakend';
import { arbitraries } from 'peakend/arbitraries';
import { fromLogCsv, fromXes, toEventLog } from 'peakend/formats';
import { isoOf, readMoment } from '../../../src/plain/moments';
import { issuesOf } from './issues-of';

const journey = {
  name: 'Call',
  interactions: [
    { id: 'hold', kind: 'wait', duration: '1 to 10 min', dropout: 0.1, wait: { tolerance: 120 } },
    { id: 'gap', kind: 'gap', duration: 3600 },
    {
      id: 'talk',
      name: '=Talk & "more"',
      duration: 300,
      affect: 2,
      skip: 0.2,
      failure: { probability: 0.3, affect: -4, duration: 60, recovery: { probability: 0.5, affect: 3 } },
    },
    { id: 'pay', duration: 60, choice: { options: [{ id: 'app', duration: 20 }] } },
  ],
} as const;
const study = { journey, seed: 'log', customers: 3000 };

describe('simulated customers as a log', () => {
  test('are those of the simulation', () => {
    const result = simulate({ ...study, keep: ['clockDuration'] });
    const { value } = toEventLog(result, { format: 'rows', customers: 2100 });
    expect(toEventLog(study, { format: 'rows', customers: 2100 }).value).toEqual(value);
    for (const customer of [0, 1, 17, 2047, 2048, 2099]) {
      const { steps, curve } = explain(result, { segment: 'everyone', customer });
      const rows = value.filter((row) => row.case === `everyone ${customer}`);
      const lived = steps.filter(({ reached, skipped }) => reached && !skipped);
      expect(rows.map(({ step }) => step)).toEqual(lived.map(({ id }) => id));
      for (const row of rows) {
        const step = steps.find(({ id }) => id === row.step)!;
        const moments = curve.slice(...step.moments);
        expect([row.affectStart, row.affectEnd]).toEqual([moments[0]?.start, moments.at(-1)?.end]);
        expect(readMoment(row.end)! - readMoment(row.start)!).toBeCloseTo(step.totalSeconds, 2);
        if (moments.length > 0) expect(readMoment(row.start)).toBeCloseTo(moments[0]!.at, 2);
        const { failure } = step;
        expect(row.what).toBe(
          step.left !== false ? 'left' : failure === undefined ? 'done' : failure.recovery === undefined ? 'failed' : 'recovered',
        );
        expect(row.option).toBe(step.took === step.id ? undefined : step.took);
      }
    }
  });

  test('random studies: whoever is explained has the same steps', () => {
    fc.assert(
      fc.property(arbitraries(fc).journeys(), (one) => {
        const result = simulate({ journey: one, customers: 20, seed: 1 });
        const { value } = toEventLog(result, { format: 'rows', customers: 5 });
        for (const customer of [0, 4]) {
          const { steps, curve } = explain(result, { segment: 'everyone', customer });
          for (const row of value.filter(({ case: name }) => name === `everyone ${customer}`)) {
            const moments = curve.slice(...steps.find(({ id }) => id === row.step)!.moments);
            expect([row.affectStart, row.affectEnd]).toEqual([moments[0]?.start, moments.at(-1)?.end]);
          }
        }
      }),
      { seed: 2, numRuns: 60 },
    );
  });

  test('as CSV and XES read back as the same events', () => {
    const how = { customers: 20, start: '2026-02-28T23:59:30+01:00' };
    const { value: rows, left } = toEventLog(study, { ...how, format: 'rows' });
    const csv = toEventLog(study, how);
    expect(csv.left).toEqual(left);
    expect(left).toEqual([{ path: '', what: 'steps that were skipped are no events', count: expect.any(Number) }]);
    const asTexts = rows.map((row) => Object.fromEntries(Object.entries(row).map(([key, cell]) => [key, String(cell)])));
    expect(fromLogCsv(csv.value).value).toEqual(asTexts);
    expect(csv.value).toContain(`"'=Talk & ""more"""`);
    const xes = fromXes(toEventLog(study, { ...how, format: 'xes' }).value);
    expect(xes.value).toHaveLength(2 * rows.length);
    expect(xes.value[0]).toMatchObject({
      case: 'everyone 0',
      activity: 'hold',
      time: '2026-02-28T22:59:30.000Z',
      lifecycle: 'start',
      step: 'hold',
      affect: rows[0]!.affectStart,
    });
    expect(xes.value[1]).toMatchObject({
      lifecycle: 'complete',
      what: rows[0]!.what,
      affect: rows[0]!.affectEnd,
      'case:segment': 'everyone',
    });
  });

  test.each([
    [{ start: 'yesterday' }, 'start'],
    [{ start: '2026-02-30T00:00:00Z' }, 'start'],
    [{ start: '2026-02-31' }, 'start'],
    [{ start: 5 }, 'start'],
    [{ customers: 0 }, 'customers'],
    [{ format: 'json' }, 'format'],
    [{ formt: 'csv' }, 'formt'],
  ])('options %j', (options, path) => expect(issuesOf(() => toEventLog(study, options as never))[0]!.path).toBe(path));

  test('faults of the study are those of simulate', () => {
    expect(issuesOf(() => toEventLog({ journey: { name: 'x', interactions: [] } }))[0]!.path).toBe('journey.interactions');
    expect(issuesOf(() => toEventLog({ ...study, customers: -1 }))[0]!.path).toBe('customers');
    expect(issuesOf(() => toEventLog(5 as never))).not.toEqual([]);
  });
});

test('times are those of the platform', () => {
  fc.assert(
    fc.property(fc.integer({ min: -62_000_000_000_000, max: 253_402_300_799_999 }), (milliseconds) => {
      const text = new Date(milliseconds).toISOString();
      expect(isoOf(milliseconds / 1000)).toBe(text);
      expect(readMoment(text)).toBeCloseTo(milliseconds / 1000, 3);
    }),
    { seed: 1, numRuns: 2000 },
  );
  expect(isoOf(1e12)).toBe(new Date(1e15).toISOString());
});
