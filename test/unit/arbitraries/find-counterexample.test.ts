import { describe, expect, it } from 'vitest';
import { findCounterexample, findCounterexampleAsync, type CounterexampleInput } from '../../../src/arbitraries';
import { compare } from '../../../src/comparison/compare';
import type { Issue } from '../../../src/errors/issue';
import { isJourneyError } from '../../../src/errors/journey-error';
import type { Journey } from '../../../src/journey/types';
import { atLeast, atMost } from '../../../src/standards/bounds';
import { fewWorse, improves, noSegmentWorse } from '../../../src/standards/change-standards';
import { clinic, form, museum } from './planted-faults';

const seed = 5;
const warmerGoodbye = [{ edit: 'update', id: 'thanks', changes: { affect: 4.5 } }] as const;
const planetariumLast = [{ edit: 'move', id: 'planetarium', place: { to: 'end' } }] as const;
const waitLast = [{ edit: 'move', id: 'waiting-room', place: { to: 'end' } }] as const;

describe(`a search (seed ${seed})`, () => {
  it('gives the same result for the same input, another for another seed', () => {
    const search = { baseline: clinic, variant: waitLast, standard: noSegmentWorse('satisfaction', { margin: 1 }), seed };
    const found = findCounterexample(search);
    expect(JSON.stringify(findCounterexample(search))).toBe(JSON.stringify(found));
    expect(findCounterexample({ ...search, seed: 6 })).not.toEqual(found);
    expect(Object.isFrozen(found)).toBe(true);
  });

  it('tells how much was searched where nothing was found', () => {
    const result = findCounterexample({
      baseline: clinic,
      variant: warmerGoodbye,
      standard: noSegmentWorse('satisfaction', { margin: 0.5 }),
      runs: 80,
      seed,
    });
    expect(result.kind).toBe('none found');
    const { searched } = result;
    expect(searched.cases).toBe(80);
    expect(searched.ends.tried).toBe(searched.ends.of);
    expect(searched.ends.of).toBeGreaterThanOrEqual(searched.settings);
    expect(searched.pairs.tried).toBeLessThanOrEqual(searched.pairs.of);
    expect(searched.customers).toBeGreaterThanOrEqual(80 * 512);
    if (result.kind === 'counterexample') return;
    expect(result.words).toContain(searched.words);
    // The closest case is there to be looked at.
    expect(compare(result.closest!.case).variants.redesign.overall.satisfaction.difference).toBeCloseTo(result.closest!.evidence.value!, 9);
  });

  it('says undecided where a standard holds with nothing to spare', () => {
    const twin = [{ edit: 'update', id: 'hall', changes: { drawAs: 'another-hall' } }] as const;
    const result = findCounterexample({ baseline: museum, variant: twin, standard: noSegmentWorse('satisfaction'), runs: 80, seed });
    expect(result.kind).toBe('undecided');
  });

  it('does not differ from the asynchronous one, which shows progress and can be stopped', async () => {
    const search = { baseline: clinic, variant: warmerGoodbye, standard: noSegmentWorse('satisfaction', { margin: 0.5 }), runs: 30, seed };
    const shares: number[] = [];
    const result = await findCounterexampleAsync(search, { onProgress: ({ share }) => shares.push(share) });
    expect(JSON.stringify(result)).toBe(JSON.stringify(findCounterexample(search)));
    expect(shares.length).toBeGreaterThanOrEqual(30);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);

    const stop = new AbortController();
    const stopped = findCounterexampleAsync(search, {
      signal: stop.signal,
      partial: true,
      onProgress: ({ done }) => done >= 10 && stop.abort(),
    });
    await expect(stopped).rejects.toMatchObject({ name: 'AbortError', partial: { kind: 'none found', searched: { cases: 10 } } });
  });
});

describe('what can be searched', () => {
  const base: CounterexampleInput = { baseline: clinic, variant: waitLast, standard: noSegmentWorse('satisfaction', { margin: 1 }), seed };

  it('segments of one’s own, each tried as it is before anything is changed', () => {
    const segments = [
      { id: 'calm', share: 0.5 },
      { id: 'nervous', share: 0.5, model: { satisfaction: { lossAversion: 2.25 } } },
    ];
    const found = findCounterexample({ ...base, within: { segments, customers: false, assumptions: false } });
    expect(found.kind).toBe('counterexample');
    expect(found.searched).toMatchObject({ cases: 2, settings: 0, ends: { of: 0 }, pairs: { of: 0 } });
  });

  it('only what is asked for', () => {
    const impatient = findCounterexample({
      baseline: clinic,
      variant: [{ edit: 'scaleDuration', id: 'lab', factor: 1.5 }],
      standard: noSegmentWorse('completed', { margin: 0.02 }),
      within: {
        customers: {
          expectation: false,
          expectedDuration: false,
          dependence: false,
          mood: false,
          pace: false,
          failures: false,
          channels: false,
          patience: { low: 1200, high: 1800 },
        },
        assumptions: false,
      },
      seed,
    });
    expect(impatient.searched.settings).toBe(1);
    expect(impatient.kind === 'counterexample' && impatient.differs.map(({ setting }) => setting)).toEqual(['patience']);
    expect(impatient.kind === 'counterexample' && impatient.differs[0]!.value).toBeGreaterThanOrEqual(1200);
  });

  it('assumptions: a standard that holds by default and not if people average', () => {
    const search: CounterexampleInput = {
      baseline: { name: 'Call', interactions: [{ id: 'solved', duration: 300, affect: 5 }] },
      variant: [{ edit: 'update', id: 'solved', changes: { affect: { start: 2.6, end: 7.2 } } }],
      standard: noSegmentWorse('satisfaction'),
      seed,
    };
    expect(findCounterexample({ ...search, within: { customers: false, assumptions: false } }).kind).toBe('none found');
    const found = findCounterexample({ ...search, within: { customers: false } });
    expect(found.kind === 'counterexample' && found.differs.map(({ setting, value }) => [setting, value])).toEqual([
      ['assumptions.memory', 'averaging'],
    ]);
    expect(found.words).toContain(', if people remember the plain average');
  });

  it('journeys like the baseline', () => {
    const harmless = {
      baseline: museum,
      variant: planetariumLast,
      standard: noSegmentWorse('satisfaction'),
      within: { customers: false, assumptions: false },
      seed,
    } as const;
    expect(findCounterexample(harmless).kind).toBe('none found');
    const worse = {
      ...harmless,
      variant: [{ edit: 'move', id: 'hall', place: { to: 'end' } }] as const,
      standard: noSegmentWorse('satisfaction', { margin: 0.5 }),
    };
    expect(findCounterexample(worse).kind).toBe('none found');
    const found = findCounterexample({ ...worse, within: { ...worse.within, journeys: true } });
    expect(found.kind === 'counterexample' && found.differs.every(({ setting }) => setting.startsWith('journey.'))).toBe(true);
    expect(found.words).toMatch(/, where /);
  });

  it('journeys from a list', () => {
    const moody = {
      name: 'Museum on a Monday',
      interactions: museum.interactions.map((step) => (step.id === 'planetarium' ? { ...step, affect: -5 } : step)),
    };
    const search: CounterexampleInput = {
      baseline: museum,
      variant: planetariumLast,
      standard: noSegmentWorse('satisfaction'),
      within: { customers: false, assumptions: false },
      seed,
    };
    const found = findCounterexample({ ...search, within: { ...search.within, journeys: [moody] } });
    expect(found.kind === 'counterexample' && found.case.baseline.name).toBe('Museum on a Monday');
  });
});

describe('redesigns may be given as', () => {
  const search = { baseline: clinic, standard: noSegmentWorse('satisfaction', { margin: 1 }), seed };
  const withoutThanks = (journey: Journey) => ({ ...journey, interactions: journey.interactions.filter(({ id }) => id !== 'thanks') });
  it.each([
    ['edits', [{ edit: 'remove', id: 'thanks' } as const]],
    ['a journey', { ...clinic, interactions: clinic.interactions.filter(({ id }) => id !== 'thanks') }],
    ['a function', withoutThanks],
  ] as const)('%s', (name, variant) => {
    const found = findCounterexample({ ...search, variant });
    if (found.kind !== 'counterexample') throw new Error(found.words);
    expect(found.case.baseline.interactions.length).toBeLessThanOrEqual(2);
    expect(found.case.variants.redesign.interactions.length).toBe(found.case.baseline.interactions.length - 1);
    expect(found.edits !== undefined).toBe(name === 'edits');
  });
});

describe('standards', () => {
  const search = { baseline: clinic, variant: waitLast, seed, runs: 60 };

  it('may be functions, which are asked about many lots of customers and never believed once', () => {
    const found = findCounterexample({
      ...search,
      outcomes: ['satisfaction'],
      standard: (comparison) => comparison.variants.redesign.overall.satisfaction.difference > -1,
    });
    expect(found.kind).toBe('counterexample');
    const noisy = findCounterexample({
      baseline: museum,
      variant: [{ edit: 'update', id: 'hall', changes: { drawAs: 'another-hall' } }],
      standard: (comparison) => comparison.variants.redesign.overall.satisfaction.difference >= 0,
      outcomes: ['satisfaction'],
      runs: 40,
      seed,
    });
    expect(noisy.kind).not.toBe('counterexample');
    const open = findCounterexample({ ...search, outcomes: ['satisfaction'], standard: () => undefined, runs: 5 });
    expect(open.kind).toBe('undecided');
  });

  it('about a level do not cut today’s journey down to its worst step', () => {
    const fails = findCounterexample({
      baseline: clinic,
      variant: [{ edit: 'occupyWait', id: 'lab', share: 0.9 }],
      standard: atLeast('satisfaction', 99),
      seed,
    });
    if (fails.kind !== 'counterexample') throw new Error(fails.words);
    expect(fails.case.baseline.interactions).toHaveLength(clinic.interactions.length);
    expect(fails.words).toContain('today');
    const becauseOfIt = findCounterexample({
      baseline: clinic,
      variant: [{ edit: 'scaleDuration', id: 'waiting-room', factor: 4 }],
      standard: atMost('waitingDuration', '70 min', { statistic: 'p95' }),
      within: { customers: false },
      seed,
    });
    if (becauseOfIt.kind !== 'counterexample') throw new Error(becauseOfIt.words);
    expect(becauseOfIt.case.baseline.interactions.length).toBeLessThan(clinic.interactions.length);
  });

  it.each([
    [noSegmentWorse('loyalty', { margin: 0.01 }), 'loyalty'],
    [improves('perceivedDuration', { by: '1 min' }), 'perceivedDuration'],
    [fewWorse('satisfaction', { atMost: 0.2 }), 'satisfaction'],
    [atLeast('endAffect', 2), 'endAffect'],
    [{ improves: 'satisfaction' } as const, 'satisfaction'],
  ] as const)('%j is about %s', (standard, outcome) => {
    const found = findCounterexample({ ...search, standard });
    if (found.kind !== 'counterexample') throw new Error(found.words);
    expect(found.evidence.outcome).toBe(outcome);
    expect(found.evidence.missedBy).toBeGreaterThan(0);
  });

  it('about one segment start from that segment alone', () => {
    const segments = [
      { id: 'a', share: 0.5 },
      { id: 'b', share: 0.5, expectation: 3 },
    ];
    const found = findCounterexample({
      ...search,
      standard: { outcome: 'endAffect', atLeast: 2, segment: 'b' },
      within: { segments },
    });
    expect(found.kind === 'counterexample' && found.case.segments[0].id).toBe('b');
  });
});

describe('reasons', () => {
  it.each([
    ['a function of one’s own', (curve: { affectStart: readonly number[] }) => curve.affectStart[0]!],
    ['recency', { kind: 'recency' }],
  ] as const)('come from the memory at hand: %s', (_, memory) => {
    const found = findCounterexample({
      baseline: clinic,
      variant: [{ edit: 'insert', step: { id: 'queue', duration: 300, affect: -6 }, place: { to: 'start' } }],
      standard: noSegmentWorse('satisfaction', { margin: 0.2 }),
      model: { memory } as CounterexampleInput['model'],
      within: { customers: false, assumptions: false },
      seed,
    });
    if (found.kind !== 'counterexample') throw new Error(found.words);
    expect(found.reasons.map(({ because }) => because)).toEqual(['memory']);
    expect(found.words).toMatch(/because it is remembered at .* instead of /);
  });
});

describe('what is wrong is told all at once', () => {
  const issuesOf = (input: unknown): readonly Issue[] => {
    try {
      findCounterexample(input as CounterexampleInput);
    } catch (error) {
      if (isJourneyError(error)) return error.issues;
      throw error;
    }
    return [];
  };
  const sound = { baseline: form, variant: form, standard: noSegmentWorse('satisfaction') };
  it.each([
    [{}, ['standard', 'baseline', 'variant']],
    [{ ...sound, standard: 'satisfaction' }, ['standard']],
    [{ ...sound, standard: [noSegmentWorse('satisfaction')] }, ['standard']],
    [{ ...sound, runs: 0, customers: 10, errorRate: 1, sed: 1 }, ['sed', 'runs', 'customers', 'errorRate']],
    [{ ...sound, standard: { outcome: 'satisfaction' } }, ['standard']],
    [
      {
        ...sound,
        within: {
          customers: { patients: true, mood: { low: 1, high: 0 } },
          assumptions: { 'time.beta': { low: 0, high: 1 }, luck: { low: 0, high: 1 } },
        },
      },
      ['within.customers.patients', 'within.customers.mood.high', 'within.assumptions["time.beta"].low', 'within.assumptions["luck"]'],
    ],
    [{ ...sound, within: { segments: [{ id: 'a', share: 0.5 }] } }, ['within.segments']],
    [
      { ...sound, within: { segments: [{ id: 'a', share: 1, responses: { nowhere: { affectShift: 1 } } }] } },
      ['within.segments[0].responses.nowhere'],
    ],
    [{ ...sound, within: { journeys: [form] } }, ['within.journeys']],
    [{ ...sound, variant: [{ edit: 'remove', id: 'nowhere' }] }, ['edits[0].id']],
    [{ ...sound, baseline: { name: 'Empty', interactions: [] } }, ['baseline.interactions']],
    [{ ...sound, model: { time: { beta: 7 } } }, ['model.time.beta']],
    [{ ...sound, seed: 0.5 }, ['seed']],
    [{ ...sound, standard: { outcome: 'satisfaction', atLeast: 1, segment: 'nobody' } }, ['standard.segment']],
  ])('%j', (input, paths) => {
    expect(
      issuesOf(input)
        .map(({ path }) => path)
        .sort(),
    ).toEqual([...paths].sort());
  });
});

it('a stretch is only varied in a memory that has one', () => {
  const assumptions = { 'memory.stretch.seconds': { low: 20, high: 180 } };
  const search = { baseline: clinic, variant: waitLast, standard: noSegmentWorse('satisfaction', { margin: 60 }), runs: 20, seed };
  const settings = (memory: object) =>
    findCounterexample({ ...search, model: { memory }, within: { customers: false, assumptions } }).searched.settings;
  expect([settings({}), settings({ kind: 'recency' }), settings({ stretch: { share: 0 } })]).toEqual([1, 0, 0]);
  // Together with other memories: no case is refused for a setting that its memory does not have.
  expect(findCounterexample({ ...search, within: { customers: false } }).kind).toBe('none found');
});
