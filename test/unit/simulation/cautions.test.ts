import { describe, expect, it } from 'vitest';
import {
  compare,
  defineSegments,
  experiment,
  exponential,
  lognormal,
  merge,
  minutes,
  redesign,
  robustness,
  scaleDuration,
  simulate,
  toText,
  uniform,
  update,
  waterfall,
  type Caution,
  type JourneyInput,
  type SegmentInput,
  type SimulateInput,
} from 'peakend';

type Step = JourneyInput['interactions'][number];
const journeyOf = (...interactions: Step[]): JourneyInput => ({ name: 'Visit', interactions });
const desk: Step = { id: 'desk', duration: '10 min', affect: 2 };
const hold = (more: Partial<Step> = {}): Step => ({ id: 'hold', name: 'On hold', kind: 'wait', duration: '30 min', ...more });

/** What hangs on the customers drawn is another matter. */
const ofSample: readonly string[] = ['none-seen', 'heavy-tail'];
type More = Omit<SimulateInput, 'journey'>;
const cautionsOf = (journey: JourneyInput, more: More = {}): readonly Caution[] =>
  simulate({ journey, customers: 200, seed: 1, outcomes: ['clockDuration'], ...more }).cautions.filter(
    ({ code }) => !ofSample.includes(code),
  );
const codesOf = (journey: JourneyInput, more: More = {}): string[] => cautionsOf(journey, more).map(({ code }) => code);
const times = (text: string, part: string): number => text.split(part).length - 1;

describe('ordinary journeys carry no caution', () => {
  it.each<[string, JourneyInput, More?]>([
    ['in minutes', journeyOf(hold({ duration: '8 min' }), desk)],
    [
      'in hours, with their tolerance',
      journeyOf(hold({ duration: '90 min', wait: { tolerance: '1 h' } }), { id: 'visit', duration: '2 h' }),
    ],
    ['with a promise', { ...journeyOf(hold(), desk), promise: '45 min', tolerance: '10 min' }],
    ['of two pages', journeyOf({ id: 'landing-page', duration: 8 }, { id: 'form', duration: 40 })],
    ['of camel-cased screens', journeyOf({ id: 'loginScreen', duration: 6 }, { id: 'done', duration: 5 })],
    ['of an app, by channel', journeyOf({ id: 'pick', duration: 20, channel: 'app' }, { id: 'pay', duration: 15, channel: 'app' })],
    ['in seconds, written so', journeyOf({ id: 'greet', duration: '5 to 10 s' }, { id: 'ask', duration: '20 to 40 s' })],
    ['in fractions of seconds', journeyOf({ id: 'sip', duration: 7.5 }, { id: 'swallow', duration: 8.5 })],
    ['of one step', journeyOf({ id: 'sip', duration: 20 })],
    ['without length', journeyOf({ id: 'one', duration: 0 }, { id: 'two', duration: 0 })],
    [
      'with patience',
      journeyOf(hold({ duration: '8 min' }), desk),
      { segments: [{ id: 'a', share: 1, patience: exponential({ mean: minutes(6) }) }] },
    ],
    [
      'with segments that differ',
      journeyOf({ ...desk, dropout: 0.01, failure: { probability: 0.01, affect: -2 } }),
      { segments: [{ id: 'a', share: 1, responses: { desk: { durationScale: 2, failureScale: 0, dropoutScale: 3 } } }] },
    ],
  ])('%s', (_name, journey, more = {}) => {
    expect(cautionsOf(journey, more)).toEqual([]);
  });
});

describe('default-tolerance', () => {
  it('begins where a wait lasts more than 30 times the 20 seconds nobody chose', () => {
    expect(codesOf(journeyOf(hold({ duration: 600 }), desk))).toEqual([]);
    expect(codesOf(journeyOf(hold({ duration: 601 }), desk))).toEqual(['default-tolerance']);
    expect(codesOf(journeyOf(hold({ duration: uniform({ min: 0, max: 1200 }) }), desk))).toEqual([]);
    expect(codesOf(journeyOf(hold({ duration: uniform({ min: 0, max: 1210 }) }), desk))).toEqual(['default-tolerance']);
  });

  it('names the step once, with what it lasts and what to write', () => {
    const [caution, ...others] = cautionsOf(journeyOf(desk, hold()));
    expect(others).toEqual([]);
    expect(caution!.path).toBe('interactions[1].wait.tolerance');
    expect(times(caution!.message, '"On hold"')).toBe(1);
    expect(caution!.message).toContain('30 min, 90 times as long');
    expect(caution!.message).toContain('set wait.tolerance');
    expect(caution!.message).not.toContain('interactions');
  });

  it('names every such wait in one caution, parts and options too', () => {
    const journey = journeyOf(
      { id: 'm', parts: [hold({ id: 'p1', name: 'Part' }), desk] },
      { id: 'c', duration: '5 min', choice: { options: [{ id: 'o', name: 'Option', kind: 'wait', duration: '1 h' }] } },
    );
    const found = cautionsOf(journey);
    expect(found.map(({ code, path }) => [code, path])).toEqual([['default-tolerance', 'interactions[0].parts[0].wait.tolerance']]);
    expect(found[0]!.message).toContain('"Part" (30 min, 90 times as long) and "Option" (1 h, 180 times as long)');
    const many = journeyOf(...Array.from({ length: 7 }, (_, i) => hold({ id: `w${i}`, name: `Wait ${i}` })));
    expect(cautionsOf(many)[0]!.message).toContain('"Wait 4" (30 min, 90 times as long) and 2 more');
  });

  it('counts what a segment makes of the wait, and whether it waits at all', () => {
    const short = journeyOf(hold({ duration: '5 min' }), desk);
    const one = (responses: NonNullable<SegmentInput['responses']>): More => ({ segments: [{ id: 'a', share: 1, responses }] });
    expect(codesOf(short, one({ hold: { durationScale: 2.5 } }))).toEqual(['default-tolerance']);
    expect(codesOf(short, one({ hold: { duration: '20 min' } }))).toEqual(['default-tolerance']);
    expect(codesOf(journeyOf(hold(), desk), one({ hold: { skip: 1 } }))).toEqual([]);
  });

  it('is silent where somebody set one, or nothing sours', () => {
    expect(codesOf(journeyOf(hold({ wait: { tolerance: 120 } }), desk))).toEqual([]);
    expect(codesOf(journeyOf(hold({ wait: { tolerance: 20 } }), desk))).toEqual(['short-time']);
    expect(codesOf(journeyOf(hold(), desk), { model: { waiting: { tolerance: 60 } } })).toEqual([]);
    expect(codesOf(journeyOf(hold(), desk), { model: { waiting: { impatience: 0 } } })).toEqual([]);
    expect(codesOf(journeyOf({ ...hold(), kind: 'service' }, desk))).toEqual([]);
  });
});

describe('promise-as-tolerance', () => {
  const promised = (more: Partial<JourneyInput> = {}, ...waits: readonly Step[]): JourneyInput => ({
    ...journeyOf(desk, ...(waits.length > 0 ? waits : [hold()])),
    promise: '4 h',
    ...more,
  });

  it('says whose tolerance the promise is, and where to say another', () => {
    const [caution, ...others] = cautionsOf(promised({}, hold(), hold({ id: 'again', name: 'Again', duration: '20 min' })));
    expect(others).toEqual([]);
    expect(caution).toMatchObject({ code: 'promise-as-tolerance', path: 'interactions[1].wait.tolerance' });
    for (const part of ['promise of 4 h', '"On hold" (30 min) and "Again" (20 min)', 'set wait.tolerance'])
      expect(caution!.message).toContain(part);
    // A promise stands before the model's own.
    expect(codesOf(promised(), { model: { waiting: { tolerance: 60 } } })).toEqual(['promise-as-tolerance']);
  });

  it('is silent where a tolerance is named, or hardly matters', () => {
    expect(codesOf(promised({ tolerance: '15 min' }))).toEqual([]);
    expect(codesOf(promised({}, hold({ wait: { tolerance: '15 min' } })))).toEqual([]);
    expect(codesOf(promised({}, hold({ wait: { told: '15 min' } })))).toEqual([]);
    expect(codesOf(promised({}, hold({ duration: '10 min' })))).toEqual([]);
    expect(codesOf(promised(), { model: { waiting: { impatience: 0 } } })).toEqual([]);
  });
});

describe('extrapolation', () => {
  it.each([
    [4.9, true],
    [5, false],
    [14_400, false],
    [14_401, true],
    [0, false],
  ])('begins at half of 10 s and at twice 2 h: %s s', (duration, begins) => {
    expect(codesOf(journeyOf({ id: 'stay', duration }))).toEqual(begins ? ['extrapolation'] : []);
  });

  it('names the steps, and its path once', () => {
    const days = journeyOf(desk, { id: 'ship', name: 'Shipping', duration: '2 days' }, { id: 'use', duration: '3 days' });
    const [caution] = cautionsOf(days);
    expect(caution!.path).toBe('interactions[1].duration');
    expect(caution!.message).toContain('"Shipping" (2 days) and "use" (3 days)');
    expect(times(toText(simulate({ journey: days, customers: 100, seed: 1 })).replace(/\s+/g, ' '), 'interactions[1]')).toBe(1);
  });
});

describe('short-patience', () => {
  const patient = (patience: SegmentInput['patience'], name?: string): More => ({
    segments: [{ id: 'callers', share: 1, patience: patience!, ...(name === undefined ? {} : { name }) }],
  });
  const tolerated = hold({ wait: { tolerance: '1 h' } });

  it('tells seconds where minutes were meant', () => {
    const [caution, ...others] = cautionsOf(journeyOf(desk, tolerated), patient(30, 'All callers'));
    expect(others).toEqual([]);
    expect([caution!.code, caution!.path]).toEqual(['short-patience', 'segments[0].patience']);
    for (const part of ['"All callers"', '"On hold" (30 min)', '30 s', "patience: '30 min'"]) expect(times(caution!.message, part)).toBe(1);
    expect(cautionsOf(journeyOf(desk, tolerated), patient(exponential({ mean: 30 })))[0]!.message).toContain('minutes( … )');
  });

  it('speaks of units only where that may be it', () => {
    const [caution] = cautionsOf(journeyOf(tolerated), patient('20 min'));
    expect(caution!.message).not.toContain('minutes are meant');
  });

  it('begins where 95 % cannot sit one wait out', () => {
    // Of exponential patience with mean m, 1 - e^(-1800/m) are gone after 30 minutes: 95 % at m = 600.86.
    expect(codesOf(journeyOf(tolerated), patient(exponential({ mean: 600 })))).toEqual(['short-patience']);
    expect(codesOf(journeyOf(tolerated), patient(exponential({ mean: 602 })))).toEqual([]);
    expect(codesOf(journeyOf({ ...tolerated, skip: 0.04 }), patient(30))).toEqual(['short-patience']);
    expect(codesOf(journeyOf({ ...tolerated, skip: 0.06 }), patient(30))).toEqual([]);
  });

  it('knows that being told how long it takes makes patience last', () => {
    const wait = { tolerance: '1 h', informed: true } as const;
    expect(codesOf(journeyOf(hold({ wait })), patient('12 min'))).toEqual([]);
    expect(codesOf(journeyOf(hold({ wait })), patient('11 min'))).toEqual(['short-patience']);
  });

  it('looks at every wait, and at every way through a choice', () => {
    const page: Step = { id: 'load', kind: 'wait', duration: 10 };
    expect(codesOf(journeyOf(page, tolerated), patient(30))).toEqual(['short-patience']);
    const way = (kind: 'wait' | 'service'): Step => ({
      ...tolerated,
      choice: { options: [{ id: 'other', kind, duration: '20 min', ...(kind === 'wait' ? { wait: { tolerance: '1 h' } } : {}) }] },
    });
    expect(codesOf(journeyOf(way('wait')), patient(30))).toEqual(['short-patience']);
    expect(codesOf(journeyOf(way('service')), patient(30))).toEqual([]);
    const part: Step = { id: 'm', parts: [desk, tolerated] };
    expect(codesOf(journeyOf(part), patient(30))).toEqual(['short-patience']);
  });
});

describe('short-journey', () => {
  const of = (...durations: Step['duration'][]) => journeyOf(...durations.map((duration, i) => ({ id: `s${i}`, duration: duration! })));

  it('begins below two minutes, with two steps or more', () => {
    expect(codesOf(of(60, 59))).toEqual(['short-journey']);
    expect(codesOf(of(60, 60))).toEqual([]);
    expect(codesOf(of(20))).toEqual([]);
    expect(codesOf(journeyOf({ id: 'm', parts: [{ id: 'a', duration: 20 }, { id: 'b', duration: 15 }] }))).toEqual(['short-journey']); // prettier-ignore
  });

  it('counts the means of distributions that were given as plain numbers', () => {
    expect(codesOf(of(uniform({ min: 20, max: 40 }), exponential({ mean: 15 })))).toEqual(['short-journey']);
    expect(codesOf(of(lognormal({ median: 20, sigma: 0.4 }), 15))).toEqual([]);
  });

  it('says what it lasts and what to write, once, also of variants', () => {
    const journey = journeyOf({ id: 'queue', name: 'The queue', duration: 20 }, { id: 'desk', duration: 15 });
    const [caution] = cautionsOf(journey);
    expect(caution!.path).toBe('interactions');
    for (const part of ['35 s', '"The queue"', "'20 min'"]) expect(times(caution!.message, part)).toBe(1);
    const found = compare({
      baseline: journey,
      variants: { v: redesign(journey, [update('queue', { duration: 10 })]) },
      customers: 100,
      seed: 1,
    });
    expect(found.cautions.map(({ code }) => code)).toEqual(['short-journey']);
  });

  it('is not about what people live in a laboratory', () => {
    const conditions = { a: { journey: of(60, 30) }, b: { journey: of(60, 20) } };
    expect(experiment({ conditions, measure: 'choice', customers: 100, seed: 1 }).cautions).toEqual([]);
  });
});

describe('nobody-takes-part', () => {
  it('tells the segment that skips everything', () => {
    const segments = defineSegments([
      { id: 'some', share: 0.5, responses: { desk: { skip: 0.99 } } },
      { id: 'none', name: 'The absent', share: 0.5, responses: { '*': { skip: 1 } } },
    ]);
    const [caution, ...others] = cautionsOf(journeyOf(desk, { id: 'm', parts: [hold({ id: 'p' }), hold({ id: 'q' })] }), {
      segments: [...segments.slice(1), ...segments.slice(0, 1)],
      model: { waiting: { impatience: 0 } },
    });
    expect(others).toEqual([]);
    expect([caution!.code, caution!.path]).toEqual(['nobody-takes-part', 'segments[0].responses']);
    expect(times(caution!.message, '"The absent"')).toBe(1);
  });

  it('tells a journey that nobody comes to, once for each segment', () => {
    const gone = journeyOf({ ...desk, skip: 1 }, { id: 'c', skip: 1, duration: 60, choice: { options: [{ id: 'o', duration: 60 }] } });
    expect(cautionsOf(gone).map(({ code, path }) => [code, path])).toEqual([['nobody-takes-part', 'interactions']]);
    expect(codesOf(journeyOf({ ...desk, skip: 0.999 }))).toEqual([]);
  });
});

describe('large-factor', () => {
  const responses = (more: object): More => ({ segments: [{ id: 'old', name: 'Older', share: 1, responses: { desk: more } }] });
  const risky = journeyOf({ ...desk, name: 'The desk', dropout: 0.001, failure: { probability: 0.001, affect: -1 } });

  it.each(['durationScale', 'failureScale', 'dropoutScale'])('begins above 3 and below 1/60 for %s; 0 is meant', (key) => {
    const largeOf = (factor: number) => codesOf(risky, responses({ [key]: factor })).filter((code) => code === 'large-factor');
    for (const factor of [3, 1, 1 / 60, 0]) expect(largeOf(factor)).toEqual([]);
    for (const factor of [3.01, 30, 0.016]) expect(largeOf(factor)).toEqual(['large-factor']);
  });

  it.each(['durationScale', 'failureScale', 'dropoutScale'])('meets no %s that nobody types, as those from an event log', (key) => {
    const largeOf = (factor: number) => codesOf(risky, responses({ [key]: factor })).filter((code) => code === 'large-factor');
    for (const factor of [3.5686274224313728, 10 / 3, 0.0123456789]) expect(largeOf(factor)).toEqual([]);
    for (const factor of [12.5, 33.33, 0.005]) expect(largeOf(factor)).toEqual(['large-factor']);
  });

  it('says where, how much, and what to write', () => {
    const [caution] = cautionsOf(risky, responses({ durationScale: 30 }));
    expect(caution!.path).toBe('segments[0].responses.desk.durationScale');
    for (const part of ['"The desk"', '"Older"', '30 % would be 0.3', '30 % more 1.3']) expect(times(caution!.message, part)).toBe(1);
  });

  const baseline = journeyOf(hold({ wait: { tolerance: '1 h' } }), { ...desk, name: 'The desk' });
  const changed = (edits: Parameters<typeof redesign>[1]) => redesign(baseline, edits);
  const told = (variant: ReturnType<typeof changed>) =>
    compare({ baseline, variants: { v: variant }, customers: 100, seed: 1 }).cautions.filter(({ code }) => code === 'large-factor');

  it('sees in a comparison that a step lasts many times as long, under the path of the variant', () => {
    expect(told(changed([scaleDuration('desk', 3)]))).toEqual([]);
    const [caution, ...others] = told(changed([scaleDuration('desk', 30)]));
    expect(others).toEqual([]);
    expect(caution!.path).toBe('variants.v.interactions[1].duration');
    for (const part of ['"The desk"', '5 h instead of 10 min', '30 times as long', '30 % longer is 1.3'])
      expect(times(caution!.message, part)).toBe(1);
  });

  it('sees it in parts, and tells all steps at once', () => {
    const both = changed([merge(['hold', 'desk'], { id: 'm' }), scaleDuration('hold', 4), scaleDuration('desk', 5)]);
    const [caution] = told(both);
    expect(caution!.path).toBe('variants.v.interactions[0].parts[0].duration');
    expect(caution!.message).toMatch(/"On hold" \(.*4 times as long\) and "The desk" \(.*5 times as long\)/);
  });

  it('sees seconds that were minutes, and no fault in what is made short', () => {
    expect(told(changed([update('hold', { duration: 5 })]))).toHaveLength(1);
    expect(told(changed([update('hold', { duration: '5 min' })]))).toEqual([]);
    expect(told(changed([update('hold', { duration: 30 })]))).toEqual([]);
    expect(told(changed([update('hold', { duration: 0 })]))).toEqual([]);
    const slow = journeyOf({ id: 'decision', duration: '2 days' }, desk);
    const quick = { v: redesign(slow, [update('decision', { duration: '10 min' })]) };
    expect(compare({ baseline: slow, variants: quick, customers: 100, seed: 1 }).cautions.map(({ code }) => code)).toEqual([
      'extrapolation',
    ]);
  });

  it('is told by robustness and waterfall as well; what comes of edits stands under edits', () => {
    const edits = [scaleDuration('desk', 30)];
    const study = { baseline, customers: 100, seed: 1 } as const;
    const paths = (cautions: readonly Caution[]) => cautions.filter(({ code }) => code === 'large-factor').map(({ path }) => path);
    expect(paths(waterfall({ ...study, edits }).cautions)).toEqual(['edits']);
    expect(paths(robustness({ ...study, variant: changed(edits), over: { draws: 2 } }).cautions)).toEqual([
      'variant.interactions[1].duration',
    ]);
  });
});

describe('what is cut or capped', () => {
  it('is told by the names of step and segment', () => {
    const journey = journeyOf({ ...desk, name: 'The desk', affect: { type: 'normal', mean: 8, sd: 2 }, dropout: 0.5 });
    const found = cautionsOf(journey, { segments: [{ id: 'b', name: 'Busy', share: 1, responses: { desk: { dropoutScale: 2.5 } } }] });
    expect(found.map(({ code }) => code)).toEqual(['affect-clamped', 'probability-capped']);
    for (const { message } of found) for (const part of ['"The desk"', '"Busy"']) expect(times(message, part)).toBe(1);
  });

  it('is told of a merged step that has an affect of its own', () => {
    const merged = {
      id: 'm',
      name: 'Both',
      affect: { type: 'normal', mean: 9, sd: 2 } as const,
      parts: [desk, hold({ duration: '5 min' })],
    };
    expect(cautionsOf(journeyOf(merged)).map(({ code, path }) => [code, path])).toEqual([['affect-clamped', 'interactions[0].affect']]);
  });
});

describe('a doubt that the baseline has already', () => {
  it('is not told of a variant because another segment has it too', () => {
    const ride = { id: 'ride', duration: '3 min', affect: { type: 'normal', mean: 8, sd: 2 } } as const;
    const [shop, queue] = [
      { id: 'shop', duration: '5 min', affect: 0 },
      { id: 'queue', duration: '5 min', affect: 1 },
    ];
    const segments = [
      { id: 'young', share: 0.5, responses: { ride: { affectShift: 1 } } },
      { id: 'others', share: 0.5 },
    ];
    const { cautions } = compare({
      baseline: { name: 'Park', interactions: [queue, ride, shop] },
      variants: { first: { name: 'Park', interactions: [shop, queue, ride] }, kinder: { name: 'Park', interactions: [queue, ride] } },
      segments,
      customers: 100,
      seed: 1,
    });
    const beyond = cautions.filter(({ message }) => message.includes('beyond ±10'));
    expect(beyond.map(({ path }) => path)).toEqual(['interactions[1].affect']);
  });
});
