import { describe, expect, it } from 'vitest';
import { insert } from '../../../src/redesign/edits/insert';
import { scaleDuration } from '../../../src/redesign/edits/scale-duration';
import { update } from '../../../src/redesign/edits/update';
import { redesign } from '../../../src/redesign/redesign';
import type { Edit } from '../../../src/redesign/types';
import type { Conclusion } from '../../../src/results/types';
import { amongSets, holds, tallyVerdicts, verdictOf } from '../../../src/robustness/hold';
import { robustness } from '../../../src/robustness/robustness';
import { toText } from '../../../src/results/to-text';
import type { RobustnessInput, VerdictUnder } from '../../../src/robustness/types';

const verdict = (difference: number, conclusion: Conclusion = difference > 0 ? 'better' : 'worse'): VerdictUnder => ({
  difference,
  standardError: 0,
  interval: { low: difference, high: difference, level: 0.95 },
  conclusion,
});
const same = verdict(0.2, 'practically the same');
const unsure = verdict(9, 'undecided');

describe('a set holds', () => {
  it('with the sign and at least half of the studied size, where no margin is given', () => {
    expect([6, 5.9, -12, 30].map((difference) => holds(verdict(difference), verdict(12), 0))).toEqual([true, false, false, true]);
    expect([-6, -5.9, 12].map((difference) => holds(verdict(difference), verdict(-12), 0))).toEqual([true, false, false]);
  });

  it('with the sign and beyond the margin, where one is given: the margin says what matters, not our half', () => {
    expect([1.1, 1, -20].map((difference) => holds(verdict(difference), verdict(12), 1))).toEqual([true, false, false]);
    expect([6.5, 8].map((difference) => holds(verdict(difference), verdict(9), 7))).toEqual([false, true]);
  });

  it('if it too is practically the same, whatever the sizes', () => {
    expect(holds(verdict(-0.1, 'practically the same'), same, 1)).toBe(true);
    expect(holds(verdict(5), same, 1)).toBe(false);
    expect(holds(same, verdict(5), 1)).toBe(false);
  });

  it('not if it, or the study, is undecided', () => {
    expect(holds(unsure, verdict(12), 0)).toBe(false);
    expect(holds(unsure, unsure, 0)).toBe(false);
    expect(tallyVerdicts([unsure], unsure, 0)).toEqual({ shares: { better: 0, same: 0, worse: 0, undecided: 1 } });
  });

  it('and shares are counts of sets: nothing is left over of 7 sets', () => {
    const sets = [...Array.from({ length: 5 }, () => verdict(12)), verdict(1), verdict(-1)];
    expect(tallyVerdicts(sets, verdict(12), 0)).toEqual({
      shares: { better: 6 / 7, same: 0, worse: 1 / 7, undecided: 0 },
      holds: 5 / 7,
    });
  });
});

describe('a verdict', () => {
  const flip = { by: 'memory' as const, name: 'averaging', conclusion: 'worse' as const };

  it('is robust from nine sets in ten, likely from eight, and never robust where something turns it round', () => {
    const of = (share: number, flips: readonly (typeof flip)[] = []) => verdictOf({ holds: share, flips }, 200);
    expect([1, 0.9, 0.895, 0.8, 0.795, 0].map((share) => of(share))).toEqual([
      'robust',
      'robust',
      'likely',
      'likely',
      'depends',
      'depends',
    ]);
    expect([1, 0.8].map((share) => of(share, [flip]))).toEqual(['likely', 'likely']);
    expect(verdictOf({ flips: [] }, 200)).toBe('depends');
    expect([9, 10].map((sets) => verdictOf({ holds: 1, flips: [] }, sets))).toEqual(['likely', 'robust']);
  });

  it('lies among its sets or outside them; what only the fourth digit tells is beside them', () => {
    const range = { mean: 2, p5: 1, p95: 3, min: 0, max: 4 };
    expect([-1, 0, 0.5, 1, 3, 3.5, 4.003, 4.1].map((studied) => amongSets(studied, range))).toEqual([
      'outside all',
      'outside nine in ten',
      'outside nine in ten',
      'within',
      'within',
      'outside nine in ten',
      'outside nine in ten',
      'outside all',
    ]);
  });
});

const step = (id: string, seconds: number, affect: number) => ({ id, duration: seconds, affect });
/** The worst a hair further from neutral than the best: which of them is the peak hangs on a hair. */
const tie = { name: 'Tie', interactions: [step('good', 600, 4), step('bad', 600, -4.001), step('end', 600, 0)] };
const visit = {
  name: 'Visit',
  interactions: [
    step('arrive', 300, -1),
    { id: 'wait', kind: 'wait' as const, duration: 1800, affect: 0, wait: { tolerance: '10 min' } },
    step('talk', 900, 3),
    step('pay', 180, -1),
  ],
};
/** A study that takes the most extreme and the last moment, as 0.1 did. */
const ofMoments = { memory: { weights: { peak: 0.35, end: 0.35, mean: 0.3 }, peak: 'extreme', stretch: { seconds: 0 } } } as const;
/** Nobody differs here, so ten customers tell as much as any number. The journey's own numbers are taken as known. */
const overallOf = (journey: RobustnessInput['baseline'], edits: readonly Edit[], more: Partial<RobustnessInput> = {}) =>
  robustness({
    baseline: journey,
    variant: redesign(journey, edits),
    customers: 10,
    seed: 'hold',
    over: { inputs: {}, shares: 0 },
    ...more,
  }).variants['variant']!.overall;

describe('an effect that hangs on how people take peak and end', () => {
  it('is not robust where a hair decides which moment is the peak, and is said first to lie outside all sets', () => {
    for (const edits of [[update('good', { affect: 4.01 })], [update('bad', { affect: -3.99 })]]) {
      const found = overallOf(tie, edits, { model: ofMoments });
      expect(found.shares.better).toBe(1);
      expect(found.asStudied.difference).toBeGreaterThan(20);
      expect([found.amongSets, found.verdict, found.holds! < 0.1]).toEqual(['outside all', 'depends', true]);
      expect(found.sentence).toMatch(/^the studied \+21\.\d lies above all 200 parameter sets/);
      expect(found.peak['worst and best']!.difference).toBeLessThan(1);
    }
  });

  it('is not robust either with a margin, under which most sets call it practically the same', () => {
    const found = overallOf(tie, [update('good', { affect: 4.01 })], { margin: 1, model: ofMoments });
    expect([found.amongSets, found.verdict, found.asStudied.conclusion]).toEqual(['outside all', 'depends', 'better']);
    expect(found.shares.same).toBeGreaterThan(0.9);
    expect(found.sentence).toMatch(/^the studied/);
  });

  it('is not robust where it is a sticker of one second, or of none, or of ten at the end', () => {
    for (const duration of [0, 1, 10]) {
      const found = overallOf(visit, [insert({ id: 'sticker', duration, affect: 4 }, { to: 'end' })], { model: ofMoments });
      expect(found.asStudied.difference).toBeGreaterThan(10);
      expect(found.holds).toBeLessThan(0.5);
      expect(found.verdict).toBe('depends');
      for (const name of ['last minute', 'last tenth']) {
        expect(found.endWindow[name]!.difference).toBeLessThan(found.asStudied.difference / 2);
        expect(found.sentence).toContain(`with end ${name}`);
      }
      expect(found.endWindow['last moment']!.difference).toBe(found.asStudied.difference);
    }
  });

  it('is small by default: a hair is a hair, and a second a second', () => {
    for (const edits of [[update('good', { affect: 4.01 })], [update('bad', { affect: -3.99 })]]) {
      expect(overallOf(tie, edits).asStudied.difference).toBeLessThan(0.1);
    }
    const sticker = (duration: number) =>
      overallOf(visit, [insert({ id: 'sticker', duration, affect: 4 }, { to: 'end' })]).asStudied.difference;
    expect([sticker(0), sticker(1) < 1, sticker(10) < 5]).toEqual([0, true, true]);
  });

  it('is robust where it does not: all that happens is better', () => {
    const found = overallOf(visit, [update('arrive', { affect: 2 }), update('talk', { affect: 6 }), update('pay', { affect: 3 })]);
    expect([found.amongSets, found.verdict]).toEqual(['within', 'robust']);
    expect(found.holds).toBeGreaterThanOrEqual(0.9);
    expect(found.sentence).toMatch(/^satisfaction better in 100 %/);
  });

  it('robustly is nothing, where a margin says so: the verdict on "practically the same" asks no size of it', () => {
    const found = overallOf(visit, [update('arrive', { affect: -0.9 })], { margin: 3 });
    expect([found.asStudied.conclusion, found.shares.same, found.holds, found.verdict]).toEqual(['practically the same', 1, 1, 'robust']);
    expect(found.flips).toEqual([]);
    expect(found.sentence).not.toContain('half');
  });

  it('is no flip where the other sign stays within the margin', () => {
    const shorter = [scaleDuration('wait', 0.2)];
    const alone = { memory: {}, peak: { furthest: 'furthest' }, parameters: {}, inputs: {} } as const;
    const [plain, wide] = [0, 50].map((margin) => overallOf(visit, shorter, { margin, over: alone }));
    expect(plain!.flips).toEqual([{ by: 'peak', name: 'furthest', conclusion: 'worse' }]);
    expect(wide!.flips).toEqual([]);
  });
});

describe('what is varied of peak and end', () => {
  const found = robustness({ baseline: visit, variant: redesign(visit, [update('pay', { affect: 2 })]), customers: 10, seed: 'hold' });
  const counts = (names: readonly string[]) => [...new Set(names)].map((name) => names.filter((one) => one === name).length);

  it('is dealt out about equally often, in all combinations with the memory models', () => {
    const { memory, peak, endWindow } = found.sets;
    for (const column of [peak, endWindow]) {
      expect(column).toHaveLength(200);
      expect(Math.max(...counts(column)) - Math.min(...counts(column))).toBeLessThanOrEqual(5);
      expect(counts(column)).toHaveLength(3);
    }
    const combinations = memory.map((name, set) => `${name}, ${peak[set]!}, ${endWindow[set]!}`);
    expect(new Set(combinations.slice(0, 45)).size).toBe(45);
    expect(new Set(combinations).size).toBe(45);
  });

  it('are the rules themselves, told in the result and in its text', () => {
    expect(Object.keys(found.over.peak)).toEqual(['extreme', 'furthest', 'worst and best']);
    expect(found.over.endWindow).toMatchObject({ 'last minute': { seconds: 60 }, 'last tenth': { share: 0.1 } });
    const text = toText(found);
    for (const name of ['peak furthest', 'peak worst and best', 'end last minute', 'end last tenth']) expect(text).toContain(name);
  });

  it('holds the study’s own rule too, and of named memory models nothing: they are meant whole', () => {
    const study = { baseline: visit, variant: visit, customers: 10, seed: 1 };
    const over = (input: Partial<RobustnessInput>) => robustness({ ...study, ...input }).over;
    const own = over({ model: { memory: { peak: 'worst', endWindow: { seconds: 30 } } } });
    expect([own.peak['as studied'], own.endWindow['as studied']]).toEqual(['worst', { seconds: 30 }]);
    const whole = robustness({ ...study, over: { memory: {} } });
    expect([whole.over.peak, whole.over.endWindow, whole.sets.peak, whole.sets.endWindow]).toEqual([{}, {}, [], []]);
    expect(over({ over: { memory: {}, peak: { best: 'best' } } }).peak).toEqual({ best: 'best' });
  });

  it('alone is what the study finds with that rule, and with nothing else to draw the sets are all combinations', () => {
    const rules = { peak: { worst: 'worst', best: 'best' }, endWindow: { long: { share: 0.5 } } } as const;
    const edits = [update('pay', { affect: 2 })];
    const { overall } = robustness({
      baseline: visit,
      variant: redesign(visit, edits),
      customers: 10,
      seed: 'hold',
      over: { memory: {}, ...rules, parameters: {}, inputs: {} },
    }).variants['variant']!;
    const studied = (memory: object) =>
      overallOf(visit, edits, { model: { memory }, over: { memory: {}, parameters: {}, inputs: {} } }).asStudied;
    expect(overall.peak['worst']!.difference).toBe(studied({ peak: 'worst' }).difference);
    expect(overall.endWindow['long']!.difference).toBe(studied({ endWindow: { share: 0.5 } }).difference);
    expect(overall.differences).toEqual(['worst', 'best'].map((peak) => studied({ peak, endWindow: { share: 0.5 } }).difference));
  });

  it('leaves memory alone that takes no peak', () => {
    const flat = overallOf(visit, [update('pay', { affect: 2 })], { model: { memory: { kind: 'recency' } } });
    for (const { difference } of [...Object.values(flat.peak), ...Object.values(flat.endWindow)])
      expect(difference).toBe(flat.asStudied.difference);
  });
});

describe('the sentence', () => {
  it('has shares that sum to 100, whatever the change', () => {
    for (const factor of [0.2, 0.6, 1.3]) {
      const { sentence } = overallOf(visit, [scaleDuration('wait', factor)], { margin: 0.5 });
      const shares = sentence.slice(0, sentence.indexOf(' of 200')).match(/\d+(?= %)/g)!;
      expect(
        shares.reduce((sum, share) => sum + Number(share), 0),
        sentence,
      ).toBe(100);
    }
  });
});
