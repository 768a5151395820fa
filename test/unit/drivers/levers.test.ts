import { describe, expect, it } from 'vitest';
import { compare, normal, redesign, remove, scaleDuration, simulate, update } from 'peakend';
import { drivers } from 'peakend/decide';

const visit = {
  name: 'Visit',
  interactions: [
    { id: 'queue', kind: 'wait' as const, duration: '5 to 25 min', affect: normal({ mean: -2, sd: 1 }), dropout: 0.2 },
    {
      id: 'desk',
      duration: '3 to 9 min',
      affect: 2,
      failure: { probability: 0.2, affect: -5 },
      choice: { options: [{ id: 'kiosk', duration: 90, affect: 1, failure: { probability: 0.004, affect: -3 } }] },
      after: ['queue'],
    },
    { id: 'bye', duration: 60, affect: { start: 0, end: 6 } },
  ],
};
const study = { customers: 400, seed: 'levers' } as const;
type Outcome = 'satisfaction' | 'failures' | 'completed' | 'clockDuration' | 'waitingDuration';

const changeBy = (outcome: Outcome, edits: Parameters<typeof redesign>[1]) => {
  const { difference, standardError, interval } = compare({
    baseline: visit,
    variants: { changed: redesign(visit, edits) },
    ...study,
    outcomes: [outcome],
  }).variants.changed.overall[outcome];
  return { difference, standardError, interval };
};

describe('a lever', () => {
  const satisfaction = drivers({ journey: visit, ...study });
  const near = (one: { difference: number; standardError: number; interval: { low: number; high: number } } | undefined) =>
    [one!.difference, one!.standardError, one!.interval.low, one!.interval.high].map((value) => Number(value.toFixed(9)));

  it.each([
    ['a line one point better', satisfaction.overall.steps['bye']!.levers.affect, [update('bye', { affect: { start: 1, end: 7 } })]],
    [
      'a distribution one point better',
      satisfaction.overall.steps['queue']!.levers.affect,
      [update('queue', { affect: normal({ mean: -1, sd: 1 }) })],
    ],
    ['10 % less time', satisfaction.overall.steps['queue']!.levers.duration, [scaleDuration('queue', 0.9)]],
    ['10 % fewer people giving up', satisfaction.overall.steps['queue']!.levers.dropout, [update('queue', { dropout: 0.18 })]],
    ['a step taken away', satisfaction.overall.steps['bye']!.levers.removal, [remove('bye')]],
  ])('does what %s does, to the same customers', (_, lever, edits) => {
    expect(near(lever)).toEqual(near(changeBy('satisfaction', edits)));
  });

  it('moves a choice with all its ways, and each way alone', () => {
    const both = (kiosk: number, desk: number) => [
      update('desk', {
        failure: { probability: desk, affect: -5 },
        choice: { options: [{ ...visit.interactions[1]!.choice!.options[0]!, failure: { probability: kiosk, affect: -3 } }] },
      }),
    ];
    const { failure, affect } = satisfaction.overall.steps['desk']!.levers;
    expect(near(failure)).toEqual(near(changeBy('satisfaction', both(0, 0.19))));
    expect(near(affect)).toEqual(near(changeBy('satisfaction', [update('desk', { affect: 3 }), update('kiosk', { affect: 2 })])));
    const [desk, kiosk] = satisfaction.overall.steps['desk']!.options!;
    expect([desk!.id, kiosk!.id]).toEqual(['desk', 'kiosk']);
    expect(near(kiosk!.levers.affect)).toEqual(near(changeBy('satisfaction', [update('kiosk', { affect: 2 })])));
    expect(near(desk!.levers.duration)).toEqual(near(changeBy('satisfaction', [scaleDuration('desk', 0.9)])));
    expect(desk!.levers).not.toHaveProperty('removal');
  });

  it('that does nothing to an outcome is 0, and nothing is left to doubt', () => {
    const { steps } = drivers({ journey: visit, ...study, outcome: 'failures', steps: ['queue'] }).overall;
    expect(steps['queue']!.levers.affect).toEqual({ difference: 0, standardError: 0, interval: { low: 0, high: 0, level: 0.95 } });
  });

  it('falls to 0 and says so, where a chance is below one percentage point', () => {
    const rare = { name: 'Rare', interactions: [{ id: 'a', duration: 60, failure: { probability: 0.006, affect: -3 } }] };
    const found = drivers({ journey: rare, customers: 2_000, seed: 1, outcome: 'failures' });
    const now = simulate({ journey: rare, customers: 2_000, seed: 1 }).overall.failures.mean;
    expect(now).toBeGreaterThan(0);
    expect(found.overall.steps['a']!.levers.failure!.difference).toBeCloseTo(-now, 12);
    expect(found.limited).toEqual([
      {
        step: 'a',
        lever: 'failure',
        segments: ['everyone'],
        reason: 'the chance of failing is below one percentage point and falls to 0',
        share: 1,
      },
    ]);
  });

  it('is one percentage point of what a segment has, also beyond the cap', () => {
    const sure = { name: 'Sure', interactions: [{ id: 'a', duration: 60, failure: { probability: 0.5, affect: -3 } }] };
    const segments = [
      { id: 'twice', share: 0.5, responses: { a: { failureScale: 4 } } },
      { id: 'never', share: 0.5, responses: { a: { failureScale: 0 } } },
    ];
    const found = drivers({ journey: sure, segments, customers: 4_000, seed: 1, outcome: 'failures' });
    // Everybody fails now; a percentage point less is 99 in a hundred.
    const of = (probability: number) => ({ ...sure, interactions: [{ ...sure.interactions[0]!, failure: { probability, affect: -3 } }] });
    const alike = compare({
      baseline: of(1),
      variants: { less: of(0.99) },
      segments: [{ id: 'twice', share: 1 }],
      customers: 4_000,
      seed: 1,
    });
    const { difference } = alike.variants.less.overall.failures;
    expect(difference).toBeLessThan(0);
    expect(found.segments['twice']!.steps['a']!.levers.failure!.difference).toBeCloseTo(difference, 12);
    expect(found.segments['never']!.steps['a']!.levers).not.toHaveProperty('failure');
    expect(found.absent).toContainEqual({ step: 'a', lever: 'failure', segments: ['never'], reason: 'nothing can fail there' });
    const half = found.segments['twice']!.steps['a']!.levers.failure!.difference / 2;
    expect(found.overall.steps['a']!.levers.failure!.difference).toBeCloseTo(half, 12);
  });

  it('moves what a segment has in place of the step', () => {
    const segments = (affect: number) => [{ id: 'own', share: 1, responses: { bye: { affect, dropout: 0.3 } } }];
    const found = drivers({ journey: visit, segments: segments(2), ...study });
    const [now, then] = [2, 3].map(
      (affect) => simulate({ journey: visit, segments: segments(affect), ...study }).overall.satisfaction.mean,
    );
    expect(found.overall.steps['bye']!.levers.affect!.difference).toBeCloseTo(then! - now!, 9);
    expect(found.overall.steps['bye']!.levers.dropout).toBeDefined();
  });

  it('moves one step alone, also where another draws as it does', () => {
    const twins = {
      name: 'Twins',
      interactions: [
        { id: 'a', duration: '1 to 9 min', affect: normal({ mean: 0, sd: 2 }) },
        { id: 'b', drawAs: 'a', duration: '1 to 9 min', affect: normal({ mean: 0, sd: 2 }) },
      ],
    };
    const found = drivers({ journey: twins, ...study }).overall.steps['a']!.levers.affect!;
    const changed = redesign(twins, [update('a', { affect: normal({ mean: 1, sd: 2 }) })]);
    const other = compare({ baseline: twins, variants: { changed }, ...study }).variants.changed.overall.satisfaction;
    expect(found.difference).toBeCloseTo(other.difference, 9);
  });

  it('moves a merged step as a whole: its own affect, or that of its parts', () => {
    const merged = (affect: number | 'kept', a: number) => ({
      name: 'Merged',
      interactions: [
        {
          id: 'm',
          affect,
          parts: [
            { id: 'p', duration: 100, affect: a, dropout: 0.1 },
            { id: 'q', duration: 50, affect: a - 1, failure: { probability: 0.3, affect: -2 } },
          ],
        },
        { id: 'z', duration: 60 },
      ],
    });
    const satisfactionOf = (journey: ReturnType<typeof merged>) => simulate({ journey, ...study }).overall.satisfaction.mean;
    const kept = drivers({ journey: merged('kept', 1), ...study }).overall.steps['m']!.levers;
    expect(kept.affect!.difference).toBeCloseTo(satisfactionOf(merged('kept', 2)) - satisfactionOf(merged('kept', 1)), 9);
    expect(Object.keys(kept)).toEqual(['affect', 'duration', 'failure', 'dropout', 'removal']);
    const own = drivers({ journey: merged(3, 1), ...study }).overall.steps['m']!.levers;
    expect(own.affect!.difference).toBeCloseTo(satisfactionOf(merged(4, 1)) - satisfactionOf(merged(3, 1)), 9);
  });
});

describe('a lever that cannot act', () => {
  it('has no figure, and a reason', () => {
    const odd = {
      name: 'Odd',
      interactions: [
        { id: 'wait', kind: 'wait' as const, duration: 600, affect: 9.5 },
        { id: 'days', kind: 'gap' as const, duration: '1 day' },
        { id: 'blink', duration: 0, skip: 0.5 },
        { id: 'never', duration: 60, skip: 1, after: ['wait'] },
      ],
    };
    const found = drivers({ journey: odd, segments: [{ id: 'all', share: 1, patience: '5 min' }], customers: 100, seed: 1 });
    const reasons = Object.fromEntries(found.absent.map(({ step, lever, reason }) => [`${step} ${lever}`, reason]));
    expect(reasons).toMatchObject({
      'wait failure': 'nothing can fail there',
      'wait dropout': 'people leave there for want of patience only',
      'wait removal': 'the journey needs "wait" to stay, because "never" must come after it',
      'days affect': 'time that is not felt',
      'blink duration': 'it takes no time',
      'blink dropout': 'nobody gives up there',
      'never affect': 'nobody takes part',
    });
    for (const { step, lever } of found.absent) expect(found.overall.steps[step]!.levers).not.toHaveProperty(lever);
    expect(found.limited).toEqual([
      { step: 'wait', lever: 'affect', segments: ['all'], reason: 'the scale of affect ends before the whole point', share: 1 },
    ]);
    expect(found.overall.steps['days']).not.toHaveProperty('affect');
    expect(found.overall.steps['never']).toMatchObject({ reached: 0 });
    expect(found.overall.steps['never']).not.toHaveProperty('affect');
  });

  it('is the removal of the only step, and of the only one that takes effort where ease is asked', () => {
    const one = { name: 'One', interactions: [{ id: 'a', duration: 60, effort: 3 }] };
    const found = drivers({ journey: one, customers: 10, seed: 1, outcome: 'ease' });
    expect(found.absent).toContainEqual({ step: 'a', lever: 'removal', segments: ['everyone'], reason: 'it is the only step' });
    const two = { name: 'Two', interactions: [...one.interactions, { id: 'b', duration: 60 }] };
    const other = drivers({ journey: two, customers: 10, seed: 1, outcome: 'ease' });
    expect(other.absent).toContainEqual({ step: 'a', lever: 'removal', segments: ['everyone'], reason: 'no other step takes effort' });
    expect(other.overall.steps['b']!.levers.removal).toBeDefined();
  });
});
