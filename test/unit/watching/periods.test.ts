import { describe, expect, it } from 'vitest';
import { watch } from '../../../src/data';
import { issuesOf } from '../surveys/issues-of';

const expected = { overall: { mean: 4, sd: 0.8 } };
const orderOf = (periods: readonly (string | number)[]): readonly (string | number)[] =>
  watch({ expected, observations: periods.map((period) => ({ period, mean: 4, n: 100 })) }).order.periods;

describe('periods of watch', () => {
  it('come in the order of the calendar, their numbers as numbers', () => {
    for (const periods of [
      ['2025-12', '2026-1', '2026-2', '2026-10', '2026-11'],
      ['2026-02', '2026-9', '2026-10'],
      ['2026-W9', '2026-W10', '2026-W53', '2027-W1'],
      ['2026W9', '2026W10'],
      ['2026 Q1', '2026 Q2', '2027 Q1'],
      ['2026-Q1', '2026-Q4'],
      ['2026/3', '2026/12'],
      ['2026.3', '2026.12'],
      ['2026-03-9', '2026-03-10', '2026-11-2'],
      ['2026', '2027', '2028'],
      ['2026-03-09T08:00', '2026-03-09T20:00'],
      ['2026', '2026-3', '2026-03-1'],
    ]) {
      expect(orderOf([...periods].reverse())).toEqual(periods);
      expect(orderOf(periods)).toEqual(periods);
    }
  });

  it('give one verdict however their months are written', () => {
    const months = Array.from({ length: 12 }, (_, month) => month + 1);
    const seen = (write: (month: number) => string): number[] => {
      const observations = months.map((month) => ({ period: write(month), mean: month > 6 ? 3.8 : 4, n: 100 }));
      const { points, alarms } = watch({ expected, observations }).segments['overall']!;
      expect(alarms[0]!.since).toBe(write(7));
      return points.map(({ statistic }) => statistic);
    };
    expect(seen((month) => `2026-${month}`)).toEqual(seen((month) => `2026-${String(month).padStart(2, '0')}`));
  });

  it('stay as they come where words would have to tell which is earlier', () => {
    for (const periods of [
      ['2026 Jan', '2026 Feb', '2026 Apr'],
      ['2025 Dec', '2026 Feb', '2026 Jan'],
      ['2026-Q2', '2026-3'],
      ['Q2 2026', 'Q1 2026'],
      ['2026-2', 1],
    ])
      expect(orderOf(periods)).toEqual(periods);
  });

  it('are one where only zeros, signs or capitals tell them apart', () => {
    const rows = [
      { period: '2026-2', segment: 'b', mean: 4, n: 50 },
      { period: '2026-01', segment: 'a', mean: 4, n: 50 },
      { period: '2026/1', segment: 'b', mean: 4, n: 50 },
    ];
    const both = { a: expected.overall, b: expected.overall };
    const { order, segments } = watch({ expected: both, observations: rows });
    expect(order.periods).toEqual(['2026-01', '2026-2']);
    expect(segments['b']!.points.map(({ period }) => period)).toEqual(['2026-01', '2026-2']);
    const again = [...rows, { period: '2026-1', segment: 'a', mean: 4, n: 50 }];
    expect(issuesOf(() => watch({ expected: both, observations: again }))).toEqual([
      expect.objectContaining({ code: 'duplicate-id', path: 'observations[3]', received: '"2026-1" again, the same as "2026-01"' }),
    ]);
  });
});
