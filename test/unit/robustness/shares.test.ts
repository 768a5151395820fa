import { describe, expect, it } from 'vitest';
import { insert } from '../../../src/redesign/edits/insert';
import { redesign } from '../../../src/redesign/redesign';
import { toText } from '../../../src/results/to-text';
import { robustness } from '../../../src/robustness/robustness';
import { sourceShare } from '../../../src/robustness/shares';
import type { SourceShare, Uncertainty, UncertaintyShares } from '../../../src/robustness/types';
import { normals } from './normal-draws';

/** Shares of each of three sources for an answer made from one number of each. */
function sharesOf(count: number, answer: (x: readonly number[]) => number): SourceShare[] {
  const [a, b] = [[0, 1, 2].map((k) => normals(count, k)), [3, 4, 5].map((k) => normals(count, k))];
  const series = (fromB: (source: number) => boolean) =>
    Array.from({ length: count }, (_, set) => answer([0, 1, 2].map((source) => (fromB(source) ? b : a)[source]![set]!)));
  return [0, 1, 2].map((own) =>
    sourceShare(
      series(() => false),
      series(() => true),
      series((source) => source === own),
    )!,
  );
}
const sum = (shares: readonly SourceShare[], of: 'first' | 'total') => shares.reduce((all, share) => all + share[of], 0);

describe('shares of what is uncertain', () => {
  it('are c² ÷ Σc² where effects add up; sums are exact, however few the sets', () => {
    for (const count of [16, 200]) {
      const shares = sharesOf(count, ([x, y, z]) => 3 * x! - 2 * y! + z! + 7);
      expect(sum(shares, 'first')).toBeCloseTo(1, 12);
      expect(sum(shares, 'total')).toBeCloseTo(1, 12);
      [9, 4, 1].forEach((square, source) => {
        const { first, firstError, total, totalError } = shares[source]!;
        expect(Math.abs(first - square / 14)).toBeLessThan(3 * firstError);
        expect(Math.abs(total - square / 14)).toBeLessThan(3 * totalError);
        expect(firstError).toBeLessThan(2 / Math.sqrt(count));
      });
    }
  });

  it('are exactly none of what changes nothing, and all of what alone does', () => {
    const [all, none] = sharesOf(30, ([x]) => Math.exp(x!));
    expect([none!.first, none!.total]).toEqual([expect.closeTo(0, 12), expect.closeTo(0, 12)]);
    expect([none!.firstError, none!.totalError]).toEqual([expect.closeTo(0, 12), expect.closeTo(0, 12)]);
    expect([all!.first, all!.total]).toEqual([expect.closeTo(1, 12), expect.closeTo(1, 12)]);
  });

  it('leave to the total what sources do together: of x + y + xy a third each alone, and two thirds in total', () => {
    const shares = sharesOf(4000, ([x, y]) => x! + y! + x! * y!);
    for (const { first, firstError, total, totalError } of shares.slice(0, 2)) {
      expect(Math.abs(first - 1 / 3)).toBeLessThan(3 * firstError);
      expect(Math.abs(total - 2 / 3)).toBeLessThan(3 * totalError);
      expect(firstError).toBeLessThan(0.05);
    }
  });

  it('have errors as large as they differ from run to run', () => {
    // Thirty disjoint runs of 100 sets: their spread against their own errors.
    const [a, b] = [[0, 1].map((k) => normals(3000, k)), [2, 3].map((k) => normals(3000, k))];
    const answer = (x: number, y: number) => x + y + 0.5 * x * y;
    const runs = Array.from({ length: 30 }, (_, run) => {
      const sets = Array.from({ length: 100 }, (_, set) => run + 30 * set);
      return sourceShare(
        sets.map((set) => answer(a[0]![set]!, a[1]![set]!)),
        sets.map((set) => answer(b[0]![set]!, b[1]![set]!)),
        sets.map((set) => answer(b[0]![set]!, a[1]![set]!)),
      );
    });
    for (const [share, error] of [
      ['first', 'firstError'],
      ['total', 'totalError'],
    ] as const) {
      const mean = runs.reduce((all, run) => all + run[share] / 30, 0);
      const spread = Math.sqrt(runs.reduce((all, run) => all + (run[share] - mean) ** 2, 0) / 29);
      const told = runs.reduce((all, run) => all + run[error] / 30, 0);
      expect(spread / told).toBeGreaterThan(0.4);
      expect(spread / told).toBeLessThan(1.6);
    }
  });
});

describe('shares of a comparison', () => {
  // The difference in clock time is 300·g + 200·m + 250·e seconds, each factor log-normal.
  const baseline = { name: 'Visit', interactions: [{ id: 'a', duration: 60, source: { kind: 'guess' as const } }] };
  const steps = [
    { id: 'g', duration: 300, source: { kind: 'guess' as const } },
    { id: 'm', duration: 200, source: { kind: 'measured' as const, duration: { within: 1.3 } } },
    { id: 'e', duration: 250, source: { kind: 'expert' as const } },
  ];
  const variant = redesign(
    baseline,
    steps.map((step) => insert(step, { to: 'end' })),
  );
  const found = (over: Uncertainty = {}) =>
    robustness({
      baseline,
      variant,
      outcome: 'clockDuration',
      customers: 4,
      seed: 'shares',
      over: { memory: {}, parameters: {}, draws: 50, shares: 300, ...over },
    });
  const variance = (seconds: number, width: number) => {
    const sigma2 = (Math.log(width) / 1.6448536269514722) ** 2;
    return seconds * seconds * Math.exp(sigma2) * (Math.exp(sigma2) - 1);
  };
  const guesses = variance(300, 1.5);
  const others = variance(200, 1.3) + variance(250, Math.sqrt(1.5));

  it('are those of closed forms, and sum to 1 with what sampling leaves', () => {
    const { shares } = found().variants['variant']!.overall.spread;
    for (const [share, closed] of [
      [shares!.guesses!, guesses],
      [shares!.inputs!, others],
    ] as const) {
      expect(Math.abs(share.first - closed / (guesses + others))).toBeLessThan(3 * share.firstError);
      expect(Math.abs(share.total - closed / (guesses + others))).toBeLessThan(3 * share.totalError);
      expect(share.firstError).toBeLessThan(0.05);
    }
    expect(shares!.guesses!.first + shares!.inputs!.first).toBeCloseTo(1, 10);
    expect([shares!.sampling, shares!.interactions, shares!.memory, shares!.model]).toEqual([
      0,
      expect.closeTo(0, 10),
      undefined,
      undefined,
    ]);
    expect(toText(found())).toMatch(/Of what is uncertain, as variance: \d+ % \(± \d+\) from guesses/);
  });

  it('are all of the only source there is, and none where nothing varies or nobody asked', () => {
    const only = found({ inputs: { 'g.duration': 2 } }).variants['variant']!.overall.spread.shares;
    expect(only).toEqual({ guesses: { first: 1, firstError: 0, total: 1, totalError: 0 }, sampling: 0, interactions: 0 });
    expect(found({ inputs: { 'a.duration': 2 } }).variants['variant']!.overall.spread.shares).toBeUndefined();
    expect(found({ shares: 0 }).variants['variant']!.overall.spread.shares).toBeUndefined();
  });

  it('sum to 1 in every place, all sources together, whatever the sets', () => {
    const mixed = {
      name: 'Mixed',
      interactions: [
        { id: 'q', kind: 'wait' as const, duration: '5 to 25 min', affect: -1 },
        { id: 'd', duration: '10 min', affect: { type: 'normal' as const, mean: 2, sd: 3 }, source: { kind: 'expert' as const } },
      ],
    };
    const { variants } = robustness({
      baseline: mixed,
      variant: redesign(mixed, [insert({ id: 'end', duration: 60, affect: 2 }, { to: 'end' })]),
      segments: [
        { id: 'a', share: 0.5 },
        { id: 'b', share: 0.5, expectation: 3 },
      ],
      customers: 60,
      seed: 'shares',
      over: { draws: 20, shares: 24 },
    });
    const { overall, segments } = variants['variant']!;
    for (const { spread } of [overall, ...Object.values(segments)]) {
      const { sampling, interactions, ...sources } = spread.shares as UncertaintyShares;
      expect(Object.keys(sources)).toEqual(['guesses', 'inputs', 'model', 'memory']);
      const firsts = Object.values(sources).reduce((all, { first }) => all + first, 0);
      expect(firsts + sampling + interactions).toBeCloseTo(1, 10);
      expect(interactions).toBeGreaterThanOrEqual(0);
      expect(sampling).toBeGreaterThan(0);
    }
  });
});
