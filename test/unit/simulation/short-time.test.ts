import { expect, it } from 'vitest';
import { compare, minutes, redesign, simulate, update, type JourneyInput, type SegmentInput, type SimulateInput } from 'peakend';

type Step = JourneyInput['interactions'][number];
const wait = { id: 'wait', name: 'Wait for doctor', kind: 'wait', duration: '20 to 60 min', affect: -1 } as const;
const doctor: Step = { id: 'doctor', duration: '10 to 25 min', affect: 3 };
const everyone = { id: 'everyone', share: 1 } as const;

const study = (steps: readonly Step[], more: Omit<JourneyInput, 'name' | 'interactions'> = {}, segment: Partial<SegmentInput> = {}) =>
  ({
    journey: { name: 'Visit', tolerance: '15 min', ...more, interactions: [...steps] },
    segments: [{ ...everyone, ...segment }],
    customers: 200,
    seed: 1,
    outcomes: ['satisfaction'],
  }) satisfies SimulateInput;
const told = (...given: Parameters<typeof study>) => simulate(study(...given)).cautions.filter(({ code }) => code === 'short-time');
const pathsOf = (...given: Parameters<typeof study>): string[] => told(...given).map(({ path }) => path);

it('minutes typed as seconds are told wherever a time is held against another', () => {
  const failure = { probability: 0.1, affect: -3, duration: '40 min', wait: { tolerance: 15 } };
  const retry = { atMost: 1 as const, wait: { duration: '1 h', told: 20 } };
  expect(pathsOf([{ ...wait, wait: { tolerance: 15 } }, doctor])).toEqual(['interactions[0].wait.tolerance']);
  expect(pathsOf([wait, doctor], { tolerance: 15 })).toEqual(['tolerance']);
  expect(pathsOf([{ ...wait, wait: { told: 30 } }, doctor])).toEqual(['interactions[0].wait.told']);
  expect(pathsOf([wait, doctor], {}, { expectedDuration: 60 })).toEqual(['segments[0].expectedDuration']);
  expect(pathsOf([wait, doctor], {}, { responses: { doctor: { duration: 20 } } })).toEqual(['segments[0].responses.doctor.duration']);
  expect(pathsOf([wait, { ...doctor, failure }])).toEqual(['interactions[1].failure.wait.tolerance']);
  expect(pathsOf([wait, { ...doctor, failure: { probability: 0.1, affect: -3, retry } }])).toEqual([
    'interactions[1].failure.retry.wait.told',
  ]);
});

it('says what is short, beside what, and how to write it', () => {
  const [caution, ...others] = told([
    { ...wait, wait: { tolerance: 15 } },
    doctor,
    { id: 'results', kind: 'wait', duration: '30 min', wait: { tolerance: 20 } },
  ]);
  expect(others).toEqual([]);
  for (const part of ['wait.tolerance', '"Wait for doctor" (15 s of 37 min)', '"results" (20 s of 30 min)', "write '15 min'"]) {
    expect(caution!.message).toContain(part);
  }
});

it('is silent where seconds are sensible', () => {
  const hold = { ...wait, duration: '2 to 8 min' } as const;
  expect(pathsOf([{ ...wait, wait: { tolerance: '15 min' } }, doctor], {}, { expectedDuration: '1 h' })).toEqual([]);
  expect(pathsOf([{ ...wait, wait: { tolerance: minutes(15) } }, doctor], {}, { expectedDuration: minutes(60) })).toEqual([]);
  expect(pathsOf([{ ...hold, wait: { tolerance: 20 } }, doctor])).toEqual([]);
  expect(pathsOf([{ ...wait, duration: 90, wait: { tolerance: 2 } }, doctor])).toEqual([]);
  expect(pathsOf([{ ...wait, wait: { tolerance: 12.5 } }, doctor])).toEqual([]);
  // Others may be done in a minute.
  expect(pathsOf([wait, doctor], {}, { responses: { wait: { duration: 60 } } })).toEqual([]);
  // What waits have themselves takes the place of what the journey says.
  expect(pathsOf([{ ...wait, wait: { tolerance: '15 min' } }, doctor], { tolerance: 15 })).toEqual([]);
});

it('a tolerance for all waits may be short beside some', () => {
  const queue: Step = { id: 'queue', kind: 'wait', duration: '1 min' };
  expect(pathsOf([queue, wait, doctor], { tolerance: 15 })).toEqual([]);
  expect(pathsOf([{ ...queue, duration: '4 min' }, wait, doctor], { tolerance: 15 })).toEqual(['tolerance']);
});

it('begins at thirty times', () => {
  const at = (duration: number): number => pathsOf([{ ...wait, duration, wait: { tolerance: 15 } }]).length;
  expect([at(450), at(451)]).toEqual([0, 1]);
});

it('a variant has it under its own path, also where an edit brought it', () => {
  const baseline = study([wait, doctor]).journey;
  const variants = { told: redesign(baseline, [update('wait', { wait: { told: 30 } })]) };
  const paths = compare({ baseline, variants, customers: 100, seed: 1 }).cautions.filter(({ code }) => code === 'short-time');
  expect(paths.map(({ path }) => path)).toEqual(['variants.told.interactions[0].wait.told']);
});
