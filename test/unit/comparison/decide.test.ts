import { describe, expect, it } from 'vitest';
import { decide, type Deciding, type WeightedDifferences } from '../../../src/comparison/decide';
import { doubtOf, noDoubt } from '../../../src/statistics/doubt';

const deciding: Deciding = { name: 'satisfaction', level: 0.95, family: 1, margin: 0, baselineSd: 10, customers: 100 };

/** A hundred paired differences with this mean and standard deviation 5: error 0.5. Nobody far from the mean adds caution. */
function hundred(mean: number, counts: Partial<WeightedDifferences['balance']> = {}, weight = 1): WeightedDifferences {
  return {
    count: 100,
    mean,
    spread: 99 * 25,
    weight,
    doubt: { error: 0.5, degrees: 99, rare: 0, unseen: 0 },
    balance: { better: 0, worse: 0, gained: 0, lost: 0, ...counts },
  };
}

// t of 99 degrees of freedom: 1.98421695 at 95 %, 2.62640546 at 99 %.
describe('one segment, 100 customers, sd 5', () => {
  it('error, interval, effect size', () => {
    const found = decide([hundred(2)], deciding);
    expect(found.standardError).toBeCloseTo(0.5, 12);
    expect([found.interval.low, found.interval.high]).toEqual([expect.closeTo(2 - 0.992108475, 6), expect.closeTo(2 + 0.992108475, 6)]);
    expect([found.difference, found.effectSize, found.conclusion]).toEqual([2, 0.2, 'better']);
  });

  it('over five differences at once the interval is that of 99 %, and the conclusion is drawn from it', () => {
    const found = decide([hundred(1.2)], { ...deciding, family: 5 });
    expect(found.interval.low).toBeGreaterThan(0);
    expect([found.simultaneous.low, found.simultaneous.high]).toEqual([
      expect.closeTo(1.2 - 1.31320273, 6),
      expect.closeTo(1.2 + 1.31320273, 6),
    ]);
    expect(found.simultaneous.level).toBe(0.95);
    expect(found.conclusion).toBe('undecided');
  });

  it.each([
    ['satisfaction', 2, 0, 'better'],
    ['satisfaction', -2, 0, 'worse'],
    ['clockDuration', -2, 0, 'better'],
    ['clockDuration', 2, 0, 'worse'],
    ['satisfaction', 0.5, 0, 'undecided'],
    ['satisfaction', 0.5, 1.5, 'practically the same'], // 0.5 ± 0.99 lies within ±1.5
    ['satisfaction', 0.5, 1.4, 'undecided'],
    ['satisfaction', 2, 1.5, 'better'], // excludes 0, though partly within the margin
    ['satisfaction', 2, 3, 'practically the same'], // both: within the margin comes first
  ] as const)('%s %s with margin %s: %s', (name, mean, margin, conclusion) => {
    expect(decide([hundred(mean)], { ...deciding, name, margin }).conclusion).toBe(conclusion);
  });

  it('undecided: (z·error/difference)² customers would do, less those there are', () => {
    // (1.959964·0.5/0.5)²·100 = 384.15
    expect(decide([hundred(0.5)], deciding).customersNeeded).toBe(285);
    expect(decide([hundred(2)], deciding).customersNeeded).toBeUndefined();
    // Where the hundred are one in ten of those simulated, ten times as many.
    expect(decide([hundred(0.5)], { ...deciding, customers: 1000 }).customersNeeded).toBe(2842);
  });
});

describe('who gains and who loses', () => {
  it('shares and superiority', () => {
    const counts = { better: 40, worse: 10, gained: 50, lost: 20 };
    const found = decide([hundred(2, counts)], deciding);
    expect([found.better, found.worse, found.same]).toEqual([0.4, 0.1, expect.closeTo(0.5, 12)]);
    expect(found.superiority).toBeCloseTo(0.5 + 0.3 / 2, 12);
  });

  it('of two segments by their weights', () => {
    const found = decide([hundred(4, { better: 100, gained: 100 }, 0.25), hundred(0, { worse: 50, lost: 50 }, 0.75)], deciding);
    expect(found.difference).toBe(1);
    expect([found.better, found.worse]).toEqual([0.25, 0.375]);
    // errors 0.5 each: √(0.0625 + 0.5625)·0.5
    expect(found.standardError).toBeCloseTo(0.5 * Math.sqrt(0.625), 12);
  });
});

describe('where nothing differs', () => {
  const nothing = (): WeightedDifferences => {
    return {
      count: 10,
      mean: 0,
      spread: 0,
      weight: 1,
      doubt: noDoubt,
      balance: { better: 0, worse: 0, gained: 0, lost: 0 },
    };
  };
  it('all is exactly zero and practically the same', () => {
    const found = decide([nothing()], { ...deciding, baselineSd: 0 });
    const { difference, standardError, effectSize, superiority, same, conclusion } = found;
    expect([difference, standardError, effectSize, superiority, same, conclusion]).toEqual([
      0,
      0,
      undefined,
      0.5,
      1,
      'practically the same',
    ]);
  });
  it('a share nobody changes in has no error', () => {
    expect(decide([nothing()], { ...deciding, name: 'satisfied' }).standardError).toBe(0);
  });
});

describe('where few customers change', () => {
  it('the interval is as wide as if two more had been seen as far out as the furthest; the standard error is plain', () => {
    // 3 up, 1 down of 100: mean 0.02, squares 4 − 100·0.0004 = 3.96; furthest −1, 1.02 away
    const doubt = doubtOf({ count: 100, mean: 0.02, spread: 3.96, low: -1, high: 1 }, 0, 0);
    const part = { ...hundred(0.02, { gained: 3, lost: 1 }), spread: 3.96, doubt };
    const found = decide([part], { ...deciding, name: 'completed' });
    expect(found.standardError).toBeCloseTo(Math.sqrt(3.96 / 9900), 12);
    expect(found.interval.high - 0.02).toBeCloseTo(1.98421695 * Math.sqrt((3.96 + 2 * 1.0404) / 9900), 8);
  });
});

describe('one customer', () => {
  it('has no error to show', () => {
    const found = decide(
      [
        {
          count: 1,
          mean: 3,
          spread: 0,
          weight: 1,
          doubt: noDoubt,
          balance: { better: 1, worse: 0, gained: 1, lost: 0 },
        },
      ],
      deciding,
    );
    expect([found.standardError, found.interval.low, found.interval.high]).toEqual([0, 3, 3]);
  });

  it('undecided by a hair: a tenth more at least, for so close a number would be luck again', () => {
    // (1.959964·0.5/0.985)²·100 = 98.98: fewer than there are
    const found = decide([hundred(0.985)], deciding);
    expect([found.conclusion, found.customersNeeded]).toEqual(['undecided', 10]);
  });

  it('undecided by a rare chance: as many as it takes to show it, whatever luck would need', () => {
    // The 0.5 that 100 customers seem to show, known to 0.5 × 1.96 at 100, beside two chances seen from 1,000 and from 50,000 customers on.
    const rare = (first: number, last: number): number | undefined => {
      const hidden = [
        { seenFrom: 1000, moves: first },
        { seenFrom: 50_000, moves: last },
      ];
      const part = hundred(0.5);
      return decide([{ ...part, doubt: { ...part.doubt, rare: first + last }, hidden: () => hidden }], deciding).customersNeeded;
    };
    // Either alone would do: the rest leaves luck 0.49 of room, (1.959964·0.5/0.49)²·100 = 400.
    expect(rare(0.005, 0.005)).toBe(300);
    expect(rare(0.6, 0.005)).toBe(900);
    expect(rare(0.005, 0.6)).toBe(49_900);
    // The last one leaves 0.1 of room: (1.959964·0.5/0.1)²·100 = 9,603.6.
    expect(rare(0.6, 0.4)).toBe(9504);
  });
});
