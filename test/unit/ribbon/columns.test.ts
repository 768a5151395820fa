import { describe, expect, it } from 'vitest';
import { stepColumns } from '../../../src/ribbon/columns';

const widths = (seconds: number[], minimum: number, width: number): number[] =>
  stepColumns(
    seconds,
    seconds.map(() => minimum),
    width,
  ).map((column) => column.width);

describe('step columns', () => {
  it('shares the width by the square root of time', () => {
    expect(widths([100, 400, 900], 10, 600)).toEqual([100, 200, 300]);
  });

  it('holds short steps at the minimum and shares the rest again', () => {
    expect(widths([0, 400, 400], 50, 450)).toEqual([50, 200, 200]);
    expect(widths([1, 10_000, 10_000], 50, 450)).toEqual([50, 200, 200]);
  });

  it('shares alike where nothing takes time', () => {
    expect(widths([0, 0, 0, 0], 10, 400)).toEqual([100, 100, 100, 100]);
  });

  it('stands side by side and fills the width', () => {
    const columns = stepColumns([5, 50, 500, 0, 5_000], [30, 60, 20, 26, 26], 777);
    columns.reduce((left, column) => {
      expect(column.left).toBeCloseTo(left, 9);
      return left + column.width;
    }, 0);
    // Five additions of numbers below 1,000: an error of at most a few units in the last place.
    expect(columns[4]!.left + columns[4]!.width).toBeCloseTo(777, 9);
    [30, 60, 20, 26, 26].forEach((minimum, index) => expect(columns[index]!.width).toBeGreaterThanOrEqual(minimum));
  });
});
