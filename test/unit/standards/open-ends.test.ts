import { expect, it } from 'vitest';
import { exponential } from '../../../src/distributions/families/exponential';
import { simulate } from '../../../src/simulation/simulate';
import { atMost } from '../../../src/standards/bounds';
import { checkStandards } from '../../../src/standards/check-standards';
import type { StandardResult } from '../../../src/standards/types';

/*
 * Percentiles so far out that no value seen lies surely beyond them.
 */

const journey = { name: 'Queue', interactions: [{ id: 'queue', duration: exponential({ mean: 100 }), affect: -1 }] };

function checked(percentile: number, customers: number, seed: number): StandardResult {
  const result = simulate({ journey, customers, seed, outcomes: ['clockDuration'], keep: ['clockDuration'] });
  return checkStandards(result, atMost('clockDuration', 300, { statistic: `p${percentile}` as 'p95' })).standards[0]!;
}

it('hold the true percentile as often as they say, an open end reaching as far as can be', () => {
  for (const [percentile, customers] of [
    [99, 30],
    [95, 30],
    [5, 30],
    [90, 100],
  ] as const) {
    const truth = -100 * Math.log(1 - percentile / 100);
    let held = 0;
    for (let seed = 0; seed < 200; seed++) {
      const { interval, open } = checked(percentile, customers, seed);
      if ((open?.low === true || interval.low <= truth) && (open?.high === true || truth <= interval.high)) held++;
    }
    expect(held).toBeGreaterThanOrEqual(182);
  }
});

it('are said in the sentence, and left out where there are none', () => {
  const { open, sentence, checks } = checked(99, 30, 1);
  expect(open).toEqual({ low: false, high: true });
  expect(checks[0]!.open).toEqual(open);
  expect(sentence).toMatch(/\(.* to .*, open above\), holds with probability/);
  expect(checked(5, 30, 1).sentence).toMatch(/, open below\)/);
  expect(checked(90, 100, 1)).not.toHaveProperty('open');
  // One customer has no interval to speak of.
  expect(checked(90, 1, 1)).toMatchObject({ open: { low: true, high: true } });
  expect(checked(90, 1, 1).sentence).not.toContain('open');
});
