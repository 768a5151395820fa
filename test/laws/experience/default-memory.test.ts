import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { InteractionInput } from '../../../src/journey/types';
import { defaultModel } from '../../../src/model/defaults';
import { peakEnd } from '../../../src/model/memory';
import { simulate } from '../../../src/simulation/simulate';

/*
 * What the default memory promises: it moves no more than what was lived, everywhere. D is how far apart the best and the worst moment lie, T
 * how long the journey takes, ℓ how long a stretch is.
 */

const seed = 60_010;
const options = { seed, numRuns: 600 };
const rounding = 1e-9;

interface Lived {
  readonly seconds: number;
  readonly start: number;
  readonly end: number;
  readonly failure?: { readonly affect: number; readonly seconds: number; readonly recovery?: number };
}

const level = fc.double({ min: -10, max: 10, noNaN: true });
const moment: fc.Arbitrary<Lived> = fc
  .record({
    seconds: fc.constantFrom(0, 0.01, 1, 7, 30, 59, 60, 61, 200, 600, 5000, 1e6),
    start: level,
    end: fc.option(level, { nil: undefined }),
    failure: fc.option(
      fc.record({
        affect: fc.double({ min: -12, max: 0, noNaN: true }),
        seconds: fc.constantFrom(0, 0, 5, 100),
        recovery: fc.option(fc.double({ min: 0, max: 12, noNaN: true }), { nil: undefined }),
      }),
      { nil: undefined, freq: 3 },
    ),
  })
  .map(({ seconds, start, end = start, failure }) => ({ seconds, start, end, ...(failure === undefined ? {} : { failure }) }) as Lived);
/** At least one moment takes time: where none does, moments have no length and no stretch has. */
const lives = fc.array(moment, { minLength: 1, maxLength: 7 }).filter((life) => life.some(({ seconds }) => seconds > 0));

function stepOf({ seconds, start, end, failure }: Lived, index: number): InteractionInput {
  const { recovery } = failure ?? {};
  return {
    id: `s${index}`,
    duration: seconds,
    affect: { start, end },
    ...(failure === undefined
      ? {}
      : {
          failure: {
            probability: 1,
            affect: failure.affect,
            duration: failure.seconds,
            ...(recovery === undefined ? {} : { recovery: { probability: 1, affect: recovery } }),
          },
        }),
  };
}

function outcomesOf(life: readonly Lived[]) {
  const { overall } = simulate({ journey: { name: 'life', interactions: life.map(stepOf) }, customers: 1, seed: 1 });
  return { utility: overall.rememberedUtility.mean, satisfaction: overall.satisfaction.mean, seconds: overall.clockDuration.mean };
}

/** Every level that is felt. */
function levelsOf(life: readonly Lived[]): number[] {
  const clamp = (value: number): number => Math.max(-10, Math.min(10, value));
  return life.flatMap(({ start, end, failure }) => {
    if (failure === undefined) return [start, end];
    const low = clamp(end + failure.affect);
    return failure.recovery === undefined ? [start, end, low] : [start, end, low, clamp(low + failure.recovery)];
  });
}

function spread(life: readonly Lived[]): number {
  const levels = levelsOf(life);
  return Math.max(...levels) - Math.min(...levels);
}

const { seconds, share } = peakEnd.stretch as { seconds: number; share: number };
const stretchOf = (total: number): number => Math.min(seconds, share * total);

function law<Values extends unknown[]>(title: string, property: fc.IPropertyWithHooks<Values>): void {
  it(`${title} (seed ${seed})`, () => fc.assert(property, options));
}

describe('what is remembered', () => {
  const shifts = fc.array(fc.tuple(fc.double({ min: -3, max: 3, noNaN: true }), fc.double({ min: -3, max: 3, noNaN: true })), {
    minLength: 7,
    maxLength: 7,
  });
  const shifted = (life: readonly Lived[], by: readonly (readonly [number, number])[]): Lived[] =>
    life.map((one, index) => ({
      ...one,
      start: Math.max(-10, Math.min(10, one.start + by[index]![0])),
      end: Math.max(-10, Math.min(10, one.end + by[index]![1])),
    }));

  // Q moves by at most ω + (1 − ω)·λ for each unit of R, and the logistic by a quarter for each unit of Q/s.
  const { balance, lossAversion, scale } = defaultModel.satisfaction as { balance: number; lossAversion: number; scale: number };
  const pointsAUnit = (25 * (balance + (1 - balance) * lossAversion)) / scale;

  law(
    'never moves by more than the largest change of affect, nor satisfaction by more than 9.3 times that',
    fc.property(lives, shifts, (life, by) => {
      const other = shifted(life, by);
      const most = Math.max(...life.flatMap((one, k) => [Math.abs(one.start - other[k]!.start), Math.abs(one.end - other[k]!.end)]));
      const [before, after] = [outcomesOf(life), outcomesOf(other)];
      expect(pointsAUnit).toBeLessThan(9.3);
      expect(Math.abs(after.utility - before.utility)).toBeLessThanOrEqual(most + rounding);
      expect(Math.abs(after.satisfaction - before.satisfaction)).toBeLessThanOrEqual(pointsAUnit * most + rounding);
    }),
  );

  law(
    'is never lower where affect is higher',
    fc.property(lives, shifts, (life, by) => {
      const other = shifted(
        life,
        by.map(([start, end]) => [Math.abs(start), Math.abs(end)] as const),
      );
      expect(outcomesOf(other).utility).toBeGreaterThanOrEqual(outcomesOf(life).utility - rounding);
    }),
  );

  law(
    'is the same however a step is cut',
    fc.property(lives, fc.nat(), fc.double({ min: 0.001, max: 0.999, noNaN: true }), (life, pick, at) => {
      const index = pick % life.length;
      const one = life[index]!;
      const middle = one.start + (one.end - one.start) * at;
      const { failure: _, ...before } = { ...one, seconds: one.seconds * at, end: middle };
      const after = { ...one, seconds: one.seconds - before.seconds, start: middle };
      const cut = [...life.slice(0, index), before, after, ...life.slice(index + 1)];
      expect(Math.abs(outcomesOf(cut).utility - outcomesOf(life).utility)).toBeLessThan(1e-8);
    }),
  );

  law(
    'never moves by more than ½·D·Δt·(1/T + 1.1/ℓ) when a moment takes Δt seconds more',
    fc.property(lives, fc.nat(), fc.constantFrom(1e-6, 0.01, 0.5, 3, 20, 90, 1000), (life, pick, more) => {
      const index = pick % life.length;
      const longer = life.map((one, k) => (k === index ? { ...one, seconds: one.seconds + more } : one));
      const [before, after] = [outcomesOf(life), outcomesOf(longer)];
      const bound = 0.5 * spread(life) * more * (1 / after.seconds + (1 + share) / stretchOf(before.seconds));
      expect(Math.abs(after.utility - before.utility)).toBeLessThanOrEqual(bound + rounding);
    }),
  );

  law(
    'moves by at most 6 % of D for a moment shorter than a hundredth of ten minutes or less, and 1 % for each second of a longer journey',
    fc.property(lives, fc.nat(), level, fc.double({ min: 0, max: 1, noNaN: true }), (life, place, affect, size) => {
      const before = outcomesOf(life);
      const short = before.seconds <= 600;
      const brief: Lived = { seconds: size * (short ? before.seconds / 100 : 1), start: affect, end: affect };
      const at = place % (life.length + 1);
      const with_ = [...life.slice(0, at), brief, ...life.slice(at)];
      const moved = Math.abs(outcomesOf(with_).utility - before.utility);
      expect(moved).toBeLessThanOrEqual((short ? 0.06 : 0.01) * spread(with_) + rounding);
    }),
  );

  law(
    'lies between the worst and the best moment',
    fc.property(lives, (life) => {
      const { utility } = outcomesOf(life);
      expect(utility).toBeGreaterThanOrEqual(Math.min(...levelsOf(life)) - rounding);
      expect(utility).toBeLessThanOrEqual(Math.max(...levelsOf(life)) + rounding);
    }),
  );

  law(
    'of a failure without recovery is never better than without',
    fc.property(lives, (life) => {
      const smooth = life.map(({ failure: _, ...one }) => one);
      const failing = life.map(({ failure, ...one }) =>
        failure === undefined ? one : { ...one, failure: { affect: failure.affect, seconds: failure.seconds } },
      );
      expect(outcomesOf(failing).utility).toBeLessThanOrEqual(outcomesOf(smooth).utility + rounding);
    }),
  );
});
