import { describe, expect, it } from 'vitest';
import { compare } from '../../../src/comparison/compare';
import { simulate } from '../../../src/simulation/simulate';
import type { InteractionInput } from '../../../src/journey/types';
import { informWait } from '../../../src/redesign/edits/inform-wait';
import { redesign } from '../../../src/redesign/redesign';

const visit = (...interactions: InteractionInput[]) => ({ name: 'visit', interactions });
const wait = (duration: number): InteractionInput => ({ id: 'wait', kind: 'wait', duration, affect: 1 });
const talk = (affect: number): InteractionInput => ({ id: 'talk', duration: 300, affect });

describe('constants', () => {
  const verdict = compare({
    baseline: visit(wait(80), talk(2)),
    variants: { kinder: visit(wait(80), talk(4)), slower: visit(wait(160), talk(2)) },
    customers: 10,
    seed: 1,
  });

  it('differ by exactly as much as they differ', () => {
    // 80 s from 1 to −1 then 300 s at 2: over 38 s worst as before, best and end 2, mean 600/380. With 4: best 4, end 4, mean 1200/380.
    const { rememberedUtility, clockDuration } = verdict.variants.kinder.overall;
    expect(rememberedUtility.difference).toBeCloseTo(0.1 * 2 + 0.25 * 2 + (0.5 * 600) / 380, 12);
    expect([rememberedUtility.standardError, rememberedUtility.conclusion, rememberedUtility.better]).toEqual([0, 'better', 1]);
    expect([clockDuration.difference, clockDuration.conclusion]).toEqual([0, 'practically the same']);
  });

  it('of a duration less is better', () => {
    const { clockDuration, waitingDuration } = verdict.variants.slower.overall;
    expect([clockDuration.difference, clockDuration.conclusion, clockDuration.worse]).toEqual([80, 'worse', 1]);
    expect(waitingDuration.difference).toBe(80);
  });

  it('widens over variants and segments: 2 variants of one segment, 2 × (2 + 1) of two', () => {
    expect(verdict.simultaneous).toEqual({ method: 'bonferroni', differences: 2 });
    const segments = [
      { id: 'a', share: 0.5 },
      { id: 'b', share: 0.5 },
    ];
    const both = compare({ baseline: visit(talk(1)), variants: { x: visit(talk(2)), y: visit(talk(3)) }, segments, customers: 5, seed: 1 });
    expect(both.simultaneous.differences).toBe(6);
  });
});

describe('pairing', () => {
  const noisy = (affect: number): InteractionInput => ({
    id: 'talk',
    duration: { type: 'lognormal', median: 300, sigma: 0.8 },
    affect: { type: 'normal', mean: affect, sd: 3 },
  });

  it('takes the luck of the draw out: the error is far below that of two independent studies', () => {
    const baseline = visit(wait(60), noisy(0));
    const verdict = compare({ baseline, variants: { kinder: visit(wait(60), noisy(0.5)) }, customers: 2000, seed: 3 });
    const alone = simulate({ journey: baseline, customers: 2000, seed: 3 }).overall.satisfaction.standardError;
    expect(verdict.variants.kinder.overall.satisfaction.standardError).toBeLessThan(alone / 4);
    expect(verdict.variants.kinder.overall.satisfaction.better).toBeGreaterThan(0.99);
  });

  it('tells how many people gain and lose, of each segment and of all', () => {
    const segments = [
      { id: 'a', share: 0.25 },
      { id: 'b', share: 0.75, responses: { talk: { affect: 5 } } },
    ];
    const study = { segments, customers: 500, seed: 3, population: 5000 };
    const { kinder } = compare({ baseline: visit(noisy(0)), variants: { kinder: visit(noisy(0.2)) }, ...study }).variants;
    const { a, b } = kinder.segments;
    // Those of b feel what their segment says, whatever the variant.
    expect(a!.satisfaction.people).toEqual({ better: 1250 * a!.satisfaction.better, worse: 1250 * a!.satisfaction.worse });
    expect(a!.satisfaction.people!.better).toBeGreaterThan(1200);
    expect(b!.satisfaction.people).toEqual({ better: 0, worse: 0 });
    const { better, people } = kinder.overall.satisfaction;
    expect(better).toBeCloseTo(0.25 * a!.satisfaction.better, 12);
    expect(people!.better).toBe(5000 * better);
  });

  it('margins split who is better from who is about the same', () => {
    const make = (margin: number) =>
      compare({ baseline: visit(noisy(0)), variants: { kinder: visit(noisy(0.2)) }, customers: 500, seed: 3, margin }).variants.kinder
        .overall.satisfaction;
    const none = make(0);
    const wide = make(1.5);
    expect(none.better + none.same + none.worse).toBeCloseTo(1, 12);
    expect(wide.better).toBeLessThan(none.better);
    expect(wide.same).toBeGreaterThan(none.same);
    expect(wide.superiority).toBe(none.superiority);
  });
});

describe('where people leave', () => {
  const segments = [{ id: 'all', share: 1, patience: { type: 'exponential', mean: 300 } as const }];
  const verdict = compare({
    baseline: visit(wait(100), talk(2)),
    variants: { slower: visit(wait(400), talk(2)) },
    segments,
    customers: 2000,
    seed: 4,
  });

  it('those who complete both are looked at by themselves', () => {
    const { ifCompletedBoth, clockDuration } = verdict.variants.slower.overall;
    expect(ifCompletedBoth!.clockDuration!.difference).toBe(300);
    expect(clockDuration.difference).toBeLessThan(300);
    const { completed } = verdict.variants.slower.simulation.overall;
    expect(ifCompletedBoth!.share).toBe(completed.mean); // a longer wait loses all whom the shorter loses
  });

  it('times of those who complete hang on no patience: what nothing else moves is known', () => {
    const { completers } = verdict.baseline.overall;
    expect(completers!.clockDuration).toMatchObject({ mean: 400, interval: { low: 400, high: 400 } });
    const drawn = { ...wait(100), duration: { type: 'lognormal' as const, median: 100, sigma: 0.5 } };
    const informed = compare({
      baseline: visit(drawn, talk(2)),
      variants: { informed: redesign(visit(drawn, talk(2)), [informWait('wait')]) },
      segments,
      customers: 500,
      seed: 4,
    }).variants.informed.overall;
    expect(informed.completed.difference).toBeGreaterThan(0);
    expect(informed.ifCompletedBoth!.waitingDuration!.sentence).toBe('waiting: the same for everybody');
    expect(informed.ifCompletedBoth!.perceivedDuration!.difference).toBeLessThan(0);
  });

  it('a journey shorter because people left carries a caution', () => {
    const impatient = [{ id: 'all', share: 1, patience: 50 }];
    const found = compare({
      baseline: visit(wait(40), { ...talk(2), duration: 3000 }),
      variants: { slower: visit(wait(400), { ...talk(2), duration: 3000 }) },
      segments: impatient,
      customers: 20,
      seed: 4,
    });
    expect(found.variants.slower.cautions.map(({ code }) => code)).toEqual(['shorter-because-they-left']);
    expect(verdict.variants.slower.cautions.filter(({ code }) => code !== 'shorter-because-they-left')).toEqual([]);
  });
});

describe('the customers who gain and lose most', () => {
  it('are named, most first', () => {
    const noisy = (mean: number): InteractionInput => ({
      id: 'talk',
      duration: 10,
      affect: { type: 'uniform', min: mean - 4, max: mean + 4 },
    });
    const other: InteractionInput = { id: 'other', duration: 10, affect: { type: 'uniform', min: -4, max: 4 } };
    const input = {
      baseline: visit(noisy(0)),
      variants: { other: visit(other) },
      customers: 300,
      seed: 5,
      keep: ['satisfaction'],
    } as const;
    const verdict = compare(input);
    const was = verdict.baseline.kept!.everyone.satisfaction!;
    const is = verdict.variants.other.simulation.kept!.everyone.satisfaction!;
    const changes = is
      .map((value, customer) => ({ segment: 'everyone', customer, difference: value - was[customer]! }))
      .sort((a, b) => b.difference - a.difference);
    const { mostGained, mostLost } = verdict.variants.other.overall;
    expect(mostGained).toEqual(changes.slice(0, 3));
    expect(mostLost).toEqual(changes.slice(-3).reverse());
  });
});
