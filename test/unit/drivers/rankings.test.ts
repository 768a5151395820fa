import { describe, expect, it } from 'vitest';
import { averaging, checkStandards, compare, isJourneyError, normal, simulate, toMarkdown, toText, update, redesign } from 'peakend';
import { drivers, driversAsync } from 'peakend/decide';

const visit = {
  name: 'Visit',
  interactions: [
    { id: 'queue', name: 'Queue', kind: 'wait' as const, duration: '5 to 25 min', affect: normal({ mean: -2, sd: 1 }), dropout: 0.2 },
    { id: 'desk', name: 'Desk', duration: '3 to 9 min', affect: normal({ mean: 2, sd: 2 }), failure: { probability: 0.2, affect: -5 } },
    { id: 'bye', name: 'Bye', duration: 60, affect: { start: 0, end: 6 } },
  ],
};
const segments = [
  { id: 'new', name: 'New ones', share: 0.4, expectation: 3 },
  { id: 'old', share: 0.6, responses: { desk: { failureScale: 0 } } },
] as const;
const study = { journey: visit, segments, customers: 300, seed: 1 } as const;

describe('the ranking of a lever', () => {
  it('goes by the gain of all customers, better first whichever way better is', () => {
    const found = drivers(study);
    for (const [lever, { order }] of Object.entries(found.rankings)) {
      const gains = order.map((id) => found.overall.steps[id]!.levers[lever as 'affect']!.difference);
      expect([...gains].sort((a, b) => b - a)).toEqual(gains);
    }
    const shorter = drivers({ ...study, outcome: 'clockDuration' }).rankings.duration!;
    expect(shorter.order[0]).toBe('queue');
    expect(shorter.first).toBe('queue');
  });

  it('names no step first over one it cannot be told from', () => {
    const twins = (affect: number) => ({
      name: 'Twins',
      interactions: ['a', 'b', 'c'].map((id) => ({ id, duration: id === 'c' ? 6 : 60, affect: normal({ mean: affect, sd: 3 }) })),
    });
    const found = drivers({ journey: twins(1), outcome: 'rememberedUtility', model: { memory: averaging }, customers: 300, seed: 1 });
    const { order, first, open, sentence } = found.rankings.affect!;
    expect([...order.slice(0, 2)].sort()).toEqual(['a', 'b']);
    expect(first).toBe(order[0]);
    expect(open).toEqual([order[1]]);
    expect(sentence).toMatch(/ does most in [ab]: .* not told apart from [ab]\.$/);
    expect(found.sentence).toBe(sentence);
  });

  it('is by the paired difference: what two separate intervals leave open, it may tell', () => {
    // Both levers hang on the same customers, who differ widely; each gains a little more from the second.
    const journey = {
      name: 'Pair',
      interactions: [
        { id: 'a', duration: '1 to 200 min', affect: 0, drawAs: 'same' },
        { id: 'b', duration: '1.1 to 220 min', affect: 0, drawAs: 'same' },
        { id: 'rest', duration: '8 h', affect: 0 },
      ],
    };
    const found = drivers({
      journey,
      outcome: 'rememberedUtility',
      model: { memory: averaging },
      steps: ['a', 'b'],
      customers: 300,
      seed: 1,
    });
    const [a, b] = ['a', 'b'].map((id) => found.overall.steps[id]!.levers.affect!.interval);
    expect(a!.high).toBeGreaterThan(b!.low);
    expect(found.rankings.affect).toMatchObject({ order: ['b', 'a'], first: 'b', open: [] });
  });

  it('has no first where nothing is told to improve anything', () => {
    const { affect, failure } = drivers({ ...study, customers: 4_000, outcome: 'failures' }).rankings;
    expect(affect).not.toHaveProperty('first');
    expect(affect!.open).toEqual([]);
    expect(affect!.sentence).toBe('One point of affect more: at no step is an improvement of failures told from none.');
    expect(failure).toMatchObject({ order: ['desk'], first: 'desk' });
    expect(failure!.sentence).toMatch(/can be tried in one step alone, Desk: failures −0\.00/);
  });

  it('looks at all steps at once: of ten alike, any is told apart about as seldom as the level says', () => {
    const steps = Array.from({ length: 10 }, (_, index) => ({ id: `s${index}`, duration: 60, failure: { probability: 0.5, affect: -1 } }));
    const apart = Array.from({ length: 20 }, (_, seed) => {
      const found = drivers({ journey: { name: 'Ten', interactions: steps }, outcome: 'failures', customers: 1_500, seed, shapley: false });
      const { first, open } = found.rankings.failure!;
      return first !== undefined && open.length < 9;
    });
    // At 95 % one study in twenty is expected to.
    expect(apart.filter(Boolean).length).toBeLessThanOrEqual(2);
  });
});

describe('importance against performance', () => {
  const found = drivers(study);

  it('has what a point of affect brings and how the step feels now, as simulate tells it', () => {
    const today = simulate({ ...study });
    for (const id of ['queue', 'desk', 'bye']) {
      const { affect, reached } = today.segments.new.interactions![id]!;
      expect(found.segments['new']!.steps[id]).toMatchObject({ reached, affect: { mean: affect.mean, interval: affect.interval } });
    }
    expect(found.overall.mean).toBeCloseTo(today.overall.satisfaction.mean, 12);
    expect(found.segments['old']!.mean).toBe(today.segments.old.satisfaction.mean);
  });

  it('parts its fields at the means over the steps', () => {
    for (const { lines, steps } of [found.overall, ...Object.values(found.segments)]) {
      const all = Object.values(steps);
      const mean = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;
      expect(lines!.importance).toBeCloseTo(mean(all.map(({ levers }) => levers.affect!.difference)), 12);
      expect(lines!.performance).toBeCloseTo(mean(all.map(({ affect }) => affect!.mean)), 12);
      for (const { levers, affect, field } of all) {
        const important = levers.affect!.difference > lines!.importance;
        const good = affect!.mean > lines!.performance;
        const fields = [
          ['low priority', 'possible overkill'],
          ['concentrate here', 'keep up the good work'],
        ] as const;
        expect(field).toBe(fields[Number(important)]![Number(good)]);
      }
    }
  });

  it('says which steps keep clear of the lines: none of two alike', () => {
    const alike = { name: 'Alike', interactions: ['a', 'b'].map((id) => ({ id, duration: 60, affect: 1 })) };
    const { steps } = drivers({ journey: alike, model: { memory: averaging }, customers: 10, seed: 1 }).overall;
    expect([steps['a']!.clear, steps['b']!.clear]).toEqual([false, false]);
    expect(found.overall.steps['queue']!.clear).toBe(true);
  });

  it('is no table of one step', () => {
    const one = drivers({ journey: { name: 'One', interactions: [{ id: 'a', duration: 60, affect: 1 }] }, customers: 10, seed: 1 });
    expect(one.overall).not.toHaveProperty('lines');
    expect(one.overall.steps['a']).not.toHaveProperty('field');
    expect(toText(one)).not.toContain('Importance');
  });
});

describe('what drivers returns', () => {
  it('is the same in turns, told of as it goes, and can be stopped', async () => {
    const found = drivers(study);
    const told: number[] = [];
    const later = await driversAsync(study, { onProgress: ({ share }) => told.push(share) });
    expect(JSON.stringify(later)).toBe(JSON.stringify(found));
    expect(told.length).toBeGreaterThan(2);
    expect([...told].sort((a, b) => a - b)).toEqual(told);
    expect(told.at(-1)).toBe(1);
    await expect(driversAsync(study, { signal: AbortSignal.abort() })).rejects.toMatchObject({ name: 'AbortError' });
    const midway = new AbortController();
    const stopped = driversAsync({ ...study, customers: 5_000 }, { signal: midway.signal, onProgress: () => midway.abort() });
    await expect(stopped).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('is frozen data with a record that gives it again', () => {
    const found = drivers(study);
    expect(Object.isFrozen(found.overall.steps)).toBe(true);
    expect(JSON.parse(JSON.stringify(found))).toEqual(found);
    expect(drivers({ ...found.study, journey: visit })).toEqual(found);
  });

  it('prints its finding first, and names what it does not know', () => {
    const found = drivers(study);
    const text = toText(found).replace(/\s+/g, ' ');
    expect(text.startsWith(found.sentence.slice(0, 60))).toBe(true);
    for (const words of ['New ones', 'Importance against performance', 'Shapley', 'Levers have no price here', 'Bonferroni'])
      expect(text).toContain(words);
    expect(toMarkdown(found).startsWith('### ')).toBe(true);
  });

  it('tries the steps that are named, in journey order, as it does among all', () => {
    const all = drivers(study);
    const some = drivers({ ...study, steps: ['bye', 'queue'] });
    expect(some.order.steps).toEqual(['queue', 'bye']);
    expect(some.overall.steps['bye']!.levers).toEqual(all.overall.steps['bye']!.levers);
    expect(some.overall.remembered).toEqual(all.overall.remembered);
  });

  it('carries forty steps, and ids that look like anything', () => {
    const ids = ['toString', 'hasOwnProperty', '10', '2', 'a b', ...Array.from({ length: 35 }, (_, index) => `s${index}`)];
    const journey = JSON.parse(JSON.stringify({ name: 'Forty', interactions: ids.map((id) => ({ id, duration: 60, affect: 1 })) })) as {
      name: string;
      interactions: { id: string; duration: number; affect: number }[];
    };
    const found = drivers({
      journey,
      segments: [
        { id: 'valueOf', share: 0.5 },
        { id: '7', share: 0.5 },
      ],
      customers: 5,
      seed: 1,
    });
    expect(found.order).toMatchObject({ steps: ids, segments: ['valueOf', '7'] });
    expect(Object.keys(found.overall.steps).sort()).toEqual([...ids].sort());
    expect(found.segments['valueOf']).toMatchObject({ share: 0.5 });
    expect(toText(found)).toContain('hasOwnProperty');
  });

  it('takes effort and worth as outcomes too', () => {
    const priced = drivers({ ...study, segments: [{ id: 'all', share: 1, returnValue: 50 }], outcome: 'value' });
    const better = compare({
      baseline: visit,
      variants: { better: redesign(visit, [update('bye', { affect: { start: 1, end: 7 } })]) },
      segments: [{ id: 'all', share: 1, returnValue: 50 }],
      customers: 300,
      seed: 1,
    });
    expect(priced.overall.steps['bye']!.levers.affect!.difference).toBeCloseTo(better.variants.better.overall.value!.difference, 9);
    expect(() => checkStandards(priced as never, [])).toThrow();
  });

  const many = { name: 'Many', interactions: Array.from({ length: 201 }, (_, index) => ({ id: `s${index}`, duration: 1 })) };
  it.each([
    ['nothing', undefined, ['invalid-type ']],
    ['a journey in place of a study', visit, ['invalid-type ']],
    ['no journey', { customers: 3 }, ['missing journey']],
    [
      'an outcome that is none, and a journey that is none',
      { journey: { ...visit, name: 3 }, outcome: 'joy' },
      ['unknown-id outcome', 'invalid-type journey.name'],
    ],
    [
      'steps that are not there, or twice',
      { ...study, steps: ['queue', 'quue', 3, 'queue'] },
      ['unknown-id steps[1]', 'invalid-type steps[2]', 'duplicate-id steps[3]'],
    ],
    ['no steps', { ...study, steps: [] }, ['missing steps']],
    ['steps that are no list', { ...study, steps: 'queue', shapley: 1 }, ['invalid-type shapley', 'invalid-type steps']],
    ['too many steps, none of them named', { journey: many }, ['missing steps']],
    ['more steps than can be shared out over', { journey: many, steps: ['s1'], shapley: true }, ['conflict shapley']],
    [
      'what it has no use for',
      { ...study, keep: 'all', until: { outcome: 'satisfaction', halfWidth: 1 } },
      ['unknown-key keep', 'unknown-key until'],
    ],
    ['ease where no step takes effort', { ...study, outcome: 'ease' }, ['missing outcome']],
    ['outcomes without the one that is asked', { ...study, outcomes: ['failures'] }, ['conflict outcome']],
  ])('refuses %s', (_, given, issues) => {
    let found: string[] = [];
    try {
      drivers(given as never);
    } catch (error) {
      if (!isJourneyError(error)) throw error;
      found = error.issues.map(({ code, path }) => `${code} ${path}`);
    }
    expect(found).toEqual(issues);
  });
});
