import { expect, it } from 'vitest';
import { compare, exponential, simulate, type JourneyInput, type SimulateInput } from 'peakend';

type Step = JourneyInput['interactions'][number];
const desk: Step = { id: 'desk', duration: '10 min', affect: 2 };
const talk: Step = { id: 'talk', duration: '30 min' };
const cautionsOf = (promise: number | string, steps: readonly Step[], more: Omit<SimulateInput, 'journey'> = {}) =>
  simulate({
    journey: { name: 'Visit', promise, interactions: [...steps] },
    customers: 200,
    seed: 1,
    outcomes: ['clockDuration'],
    ...more,
  }).cautions.filter(({ code }) => code === 'short-promise');
const isTold = (...given: Parameters<typeof cautionsOf>): boolean => cautionsOf(...given).length > 0;

it('a promise in seconds where minutes were meant is told once', () => {
  const [caution, ...others] = cautionsOf(45, [desk, talk], {
    segments: [
      { id: 'new', name: 'New ones', share: 0.5 },
      { id: 'old', share: 0.5 },
    ],
  });
  expect(others).toEqual([]);
  expect(caution!.path).toBe('promise');
  for (const part of ['45 s', '"New ones"', '40 min', "write promise: '45 min'"]) expect(caution!.message).toContain(part);
  expect(cautionsOf('10 min', [desk, talk])[0]!.message).toContain('expectedDuration');
});

it('begins at three scales over the promise', () => {
  expect(isTold('25 min', [desk, talk])).toBe(true);
  expect(isTold('25.1 min', [desk, talk])).toBe(false);
  expect(isTold('25 min', [desk, talk], { model: { satisfaction: { lateScale: 0.3 } } })).toBe(false);
  expect(isTold('25 min', [desk, talk], { model: { satisfaction: { late: 0 } } })).toBe(false);
  expect(isTold('25 min', [desk, talk], { segments: [{ id: 'a', share: 1, responses: { talk: { durationScale: 0.9 } } }] })).toBe(false);
});

it('asks for what nearly everybody goes through, the shortest way', () => {
  expect(isTold('10 min', [desk, { ...talk, skip: 0.1 }])).toBe(false);
  expect(isTold('10 min', [desk, { ...talk, skip: 0.04 }])).toBe(true);
  expect(isTold('10 min', [desk, { ...talk, duration: exponential({ mean: 1800 }) }])).toBe(false);
  expect(isTold('10 min', [desk, { ...talk, choice: { options: [{ id: 'app', duration: 60 }] } }])).toBe(false);
  expect(isTold('10 min', [{ id: 'both', parts: [desk, talk] }])).toBe(true);
});

it('a variant that alone promises too little has it under its own path', () => {
  const baseline = { name: 'Visit', promise: '1 h', interactions: [desk, talk] };
  const told = compare({ baseline, variants: { bold: { ...baseline, promise: 30 } }, customers: 100, seed: 1 }).cautions;
  expect(told.filter(({ code }) => code === 'short-promise').map(({ path }) => path)).toEqual(['variants.bold.promise']);
});
