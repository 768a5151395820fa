import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { simulate } from '../../../src/simulation/simulate';
import { atLeast, atMost } from '../../../src/standards/bounds';
import { checkStandards } from '../../../src/standards/check-standards';
import { studentCdf } from '../../../src/standards/student-cdf';
import { studentQuantile } from '../../../src/statistics/student-t';

const seed = 20240611;
const result = simulate({
  journey: {
    name: 'Visit',
    interactions: [
      { id: 'queue', kind: 'wait', duration: '5 to 20 min', dropout: 0.03 },
      { id: 'desk', duration: 240, affect: { type: 'normal', mean: 1, sd: 3 } },
    ],
  },
  segments: [
    { id: 'a', share: 0.6 },
    { id: 'b', share: 0.4, expectation: 2 },
  ],
  customers: 400,
  seed: 'laws',
  keep: ['satisfaction', 'waitingDuration'],
});
const outcome = fc.constantFrom(
  { name: 'satisfaction' as const, low: 0, high: 100 },
  { name: 'completed' as const, low: 0.9, high: 1 },
  { name: 'waitingDuration' as const, low: 0, high: 3600 },
);
const segment = fc.constantFrom('overall', 'a', 'b', 'each');
const statistic = fc.constantFrom('mean' as const, 'p5' as const, 'p50' as const, 'p95' as const);
const position = fc.double({ min: 0, max: 1, noNaN: true });
const rank = { fails: 0, 'cannot tell': 1, holds: 2 };

describe(`standards (seed ${seed})`, () => {
  it('asking for more never makes it likelier, nor the verdict better', () => {
    fc.assert(
      fc.property(outcome, segment, statistic, position, position, ({ name, low, high }, place, what, one, two) => {
        fc.pre(what === 'mean' || name !== 'completed');
        const bound = (share: number) => low + (high - low) * share;
        const options = { segment: place, statistic: what };
        const [less, more] = [Math.min(one, two), Math.max(one, two)].map(
          (share) => checkStandards(result, atLeast(name, bound(share), options)).standards[0]!,
        );
        const [tight, loose] = [Math.min(one, two), Math.max(one, two)].map(
          (share) => checkStandards(result, atMost(name, bound(share), options)).standards[0]!,
        );
        expect(more!.probability!).toBeLessThanOrEqual(less!.probability! + 1e-12);
        expect(rank[more!.verdict]).toBeLessThanOrEqual(rank[less!.verdict]);
        expect(tight!.probability!).toBeLessThanOrEqual(loose!.probability! + 1e-12);
        expect(rank[tight!.verdict]).toBeLessThanOrEqual(rank[loose!.verdict]);
      }),
      { seed, numRuns: 150 },
    );
  });

  it('at least and at most are opposites: their chances sum to one, their margins to nothing, and never do both hold or both fail', () => {
    fc.assert(
      fc.property(outcome, fc.constantFrom('overall', 'a', 'b'), position, ({ name, low, high }, place, share) => {
        const bound = low + (high - low) * share;
        const over = checkStandards(result, atLeast(name, bound, { segment: place })).standards[0]!;
        const under = checkStandards(result, atMost(name, bound, { segment: place })).standards[0]!;
        expect(over.probability! + under.probability!).toBeCloseTo(1, 9);
        expect(over.margin + under.margin).toBeCloseTo(0, 9);
        expect(rank[over.verdict] + rank[under.verdict]).toBe(2);
      }),
      { seed, numRuns: 100 },
    );
  });

  it('what holds is likelier than half of what is left by the confidence, what fails is not, and what cannot be told lies between', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('satisfaction' as const, 'waitingDuration' as const, 'satisfied' as const),
        statistic,
        position,
        (name, what, share) => {
          const bound = share * { satisfaction: 100, waitingDuration: 3600, satisfied: 1 }[name];
          const { verdict, probability } = checkStandards(result, atMost(name, bound, { statistic: what })).standards[0]!;
          const [least, most] = { holds: [0.975, 1], fails: [0, 0.025], 'cannot tell': [0.025, 0.975] }[verdict];
          if (probability === undefined) return;
          expect(probability).toBeGreaterThanOrEqual(least! - 1e-9);
          expect(probability).toBeLessThanOrEqual(most! + 1e-9);
        },
      ),
      { seed, numRuns: 150 },
    );
  });

  it("Student's distribution function undoes its quantile", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 0.999, noNaN: true }), fc.integer({ min: 1, max: 5000 }), (p, degrees) => {
        expect(studentCdf(studentQuantile(p, degrees), degrees)).toBeCloseTo(p, 9);
      }),
      { seed, numRuns: 100 },
    );
  });
});
