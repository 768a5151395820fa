import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  acclimationDecay,
  averaging,
  classicPeakEnd,
  isJourneyError,
  meanEnd,
  peakEnd,
  recency,
  simulate,
  total,
  toText,
  type MemoryModelInput,
} from '../../../src';
import { recordings, remember, type SampleColumns } from '../../../src/data';

const faultsOf = (run: () => unknown): string[] => {
  try {
    run();
  } catch (error) {
    if (isJourneyError(error)) return error.issues.map(({ code, path }) => `${code} ${path}`);
    throw error;
  }
  return [];
};

describe('recordings from samples', () => {
  const columns: SampleColumns = { recording: 'film', time: 'at', rating: 'felt', scale: [0, 10] };

  it('are lines between samples, whatever the order of rows', () => {
    const rows = [
      { film: 'b', at: 5, felt: 10 },
      { film: 'a', at: 2, felt: 5 },
      { film: 'a', at: 0, felt: 0 },
      { film: 'a', at: 3, felt: 10 },
    ];
    const read = recordings.fromSamples(rows, columns);
    expect(read.ids).toEqual(['b', 'a']);
    expect([...read.offsets]).toEqual([0, 1, 3]);
    expect([...read.seconds]).toEqual([0, 2, 1]);
    expect([...read.affectStart]).toEqual([10, -10, 0]);
    expect([...read.affectEnd]).toEqual([10, 0, 10]);
    expect(read.facts[1]).toBe(rows[1]);
  });

  const gap = [0, 1, 2, 3].map((at) => ({ film: 'a', at, felt: at === 1 ? null : at + 2 }));
  it('a gap is bridged, or filled with the rating before it, or refused', () => {
    expect([...recordings.fromSamples(gap, columns).seconds]).toEqual([2, 1]);
    const carried = recordings.fromSamples(gap, { ...columns, gaps: 'carry' });
    expect([...carried.affectEnd]).toEqual([-6, -2, 0]);
    expect(carried.answers).toEqual({ asked: 4, missing: 1, share: 0.25, gaps: 'carry', recordingsLeftOut: 0 });
    expect(faultsOf(() => recordings.fromSamples(gap, { ...columns, gaps: 'refuse' }))).toEqual(['missing rows[1].felt']);
  });

  it('two samples at a time, a time that is none and a name that is missing are told with their rows', () => {
    const rows = [
      { film: 'a', at: 0, felt: 1 },
      { film: 'a', at: 0, felt: 2 },
    ];
    expect(faultsOf(() => recordings.fromSamples(rows, columns))).toEqual(['conflict rows[1].at']);
    expect(faultsOf(() => recordings.fromSamples([{ film: 'a', at: 'noon', felt: 1 }], columns))).toContain('invalid-type rows[0].at');
    expect(faultsOf(() => recordings.fromSamples([{ film: '', at: 0, felt: 1 }], columns))).toEqual(['missing rows[0].film']);
  });

  it('columns that are not there, a scale that is missing and keys nobody knows are told at once', () => {
    const wrong = { recording: 'flim', time: 'at', rating: 'felt', scales: [0, 10] } as never;
    expect(faultsOf(() => recordings.fromSamples(gap, wrong))).toEqual(['unknown-key scales', 'missing scale']);
    expect(faultsOf(() => recordings.fromSamples(gap, { ...columns, recording: 'flim' }))).toEqual(['unknown-id recording']);
  });
});

describe('recordings from forms', () => {
  const rows = [
    { who: 'x', a: 5, b: 0, c: 1 },
    { who: 'y', a: '', b: 6, c: 3 },
    { who: 'z', a: 2, b: 4, c: 3 },
  ];
  const columns = { steps: ['a', 'b', 'c'], scale: [1, 5] as const, missing: [0, 6] };

  it('are level moments of equal length, without what was not answered', () => {
    const read = recordings.fromColumns(rows, { ...columns, id: 'who' });
    expect(read.ids).toEqual(['x', 'y', 'z']);
    expect([...read.affectStart]).toEqual([10, -10, 0, -5, 5, 0]);
    expect([...read.step]).toEqual([0, 2, 2, 0, 1, 2]);
    expect(new Set(read.seconds)).toEqual(new Set([300]));
    expect(read.answers).toMatchObject({ asked: 9, missing: 3 });
    expect(toText(read)).toBe('3 forms, 6 moments of 3 steps.\n3 of 9 moments had no rating (33 %), and were left out.');
  });

  it('too little rated is left out and counted; lengths can be given', () => {
    const read = recordings.fromColumns(rows, { ...columns, atLeast: 3, seconds: { a: 60, b: 120, c: 30 } });
    expect(read.ids).toEqual(['3']);
    expect([...read.seconds]).toEqual([60, 120, 30]);
    expect(read.answers.recordingsLeftOut).toBe(2);
  });

  it('carry repeats the touchpoint before', () => {
    expect([...recordings.fromColumns(rows, { ...columns, gaps: 'carry' }).affectStart]).toEqual([10, 10, -10, 0, -5, 5, 0]);
  });

  it('a scale that goes down, a rating off it, a column twice', () => {
    expect([...recordings.fromColumns([{ a: 1 }], { steps: ['a'], scale: [5, 1] }).affectStart]).toEqual([10]);
    expect(faultsOf(() => recordings.fromColumns([{ a: 7 }], { steps: ['a'], scale: [1, 5] }))).toEqual(['out-of-range rows[0].a']);
    expect(faultsOf(() => recordings.fromColumns(rows, { ...columns, steps: ['a', 'a'] }))).toEqual(['duplicate-id steps[1]']);
    expect(faultsOf(() => recordings.fromColumns(rows, { ...columns, seconds: { a: 1, b: 0, d: 3 } }))).toEqual([
      'unknown-id seconds.d',
      'out-of-range seconds.b',
      'missing seconds.c',
    ]);
  });
});

describe('recordings from a log', () => {
  const rows = [
    { visit: 1, step: 'triage', from: '2026-03-01T09:00', to: '2026-03-01T09:10', felt: 3 },
    { visit: 2, step: 'doctor', from: 100, to: 160, felt: 5 },
    { visit: 1, step: 'doctor', from: '2026-03-01T10:00', to: '2026-03-01T10:05', felt: 1 },
  ];
  const columns = { case: 'visit', activity: 'step', rating: 'felt', scale: [1, 5] as const };

  it('last from begin to end; time between is not lived', () => {
    const read = recordings.fromLog(rows, { ...columns, start: 'from', end: 'to' });
    expect([...read.seconds]).toEqual([600, 300, 60]);
    expect(read.steps).toEqual(['triage', 'doctor']);
    expect([...read.step]).toEqual([0, 1, 1]);
  });

  it('of one time a step lasts until the next; without any all are alike', () => {
    expect([...recordings.fromLog(rows, { ...columns, start: 'from' }).seconds]).toEqual([3600, 0, 0]);
    expect([...recordings.fromLog(rows, columns).seconds]).toEqual([300, 300, 300]);
  });

  it('a step that ends before it begins is told', () => {
    expect(faultsOf(() => recordings.fromLog(rows, { ...columns, start: 'to', end: 'from' }))).toEqual(['conflict rows[0].from']);
  });
});

describe('remember', () => {
  const presets: Record<string, MemoryModelInput> = {
    peakEnd,
    classicPeakEnd,
    averaging,
    meanEnd,
    recency: recency(),
    acclimationDecay: acclimationDecay(),
    total,
    window: { endWindow: { share: 0.3 }, peak: 'furthest' },
  };
  const forms = fc.array(fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 4 });

  it.each(Object.keys(presets))('%s is what a simulation of the same moments says', (name) => {
    fc.assert(
      fc.property(forms, (ratings) => {
        const rows = ratings.flatMap((of, i) => of.map((felt, k) => ({ i: `r${i}`, at: k * 40, to: k * 40 + 40, felt, step: `s${k}` })));
        const read = recordings.fromLog(rows, {
          case: 'i',
          activity: 'step',
          start: 'at',
          end: 'to',
          rating: 'felt',
          scale: [0, 10],
        });
        const made = remember(read, presets[name]);
        for (const [i, of] of ratings.entries()) {
          const interactions = of.map((felt, k) => ({ id: `s${k}`, duration: 40, affect: 2 * felt - 10 }));
          const { overall } = simulate({
            journey: { name: 'r', interactions },
            model: { memory: presets[name]! },
            customers: 1,
            seed: 1,
            outcomes: ['rememberedUtility', 'peakAffect', 'endAffect', 'meanAffect', 'clockDuration'],
          });
          expect(made.remembered[i]).toBeCloseTo(overall.rememberedUtility.mean, 10);
          expect(made.peak[i]).toBeCloseTo(overall.peakAffect.mean, 10);
          expect(made.end[i]).toBeCloseTo(overall.endAffect.mean, 10);
          expect(made.mean[i]).toBeCloseTo(overall.meanAffect.mean, 10);
          expect(made.seconds[i]).toBe(overall.clockDuration.mean);
          expect(made.beginning[i]).toBe(2 * of[0]! - 10);
        }
      }),
      { numRuns: 30 },
    );
  });

  const read = recordings.fromColumns([{ a: 1, b: 5 }], { steps: ['a', 'b'], scale: [1, 5] });

  it('takes a function of the curve, and an expectation where the memory begins with one', () => {
    expect([...remember(read, ({ count }) => count).remembered]).toEqual([2]);
    const memory = { ...averaging, recallDelay: 1e9 };
    expect(remember(read, memory, { expectation: 8 }).remembered[0]).toBeGreaterThan(6);
  });

  it('wants recordings that were read, a memory, and numbers in it', () => {
    expect(faultsOf(() => remember({ ...read }))).toEqual(['invalid-type recordings']);
    expect(faultsOf(() => remember(read, { kind: 'recenci' } as never))).toEqual(['out-of-range memory.kind']);
    const drawn = { kind: 'recency', halfLife: { type: 'uniform', min: 0.1, max: 0.3 } } as const;
    expect(faultsOf(() => remember(read, drawn))).toEqual(['invalid-type memory.halfLife']);
  });
});
