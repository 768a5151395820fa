import { describe, expect, it } from 'vitest';
import { compareDurations, journeyFromLog, journeyFromLogAsync } from '../../../src/data';
import { toEventLog } from '../../../src/formats';
import { defineJourney, simulate, toText } from '../../../src/index';
import type { Interaction } from '../../../src/index';
import { columns, logOf } from './known-process';

const stepOf = (log: { journey: { interactions: readonly Interaction[] } }, id: string): Interaction =>
  log.journey.interactions.find((step) => step.id === id)!;

/** Registered, examined by most, treated, again for some, billed; some leave after the examination. */
const clinic = logOf(3000, 1, (dice, add) => {
  add('register', 0, dice.exponential(120));
  if (dice.chance(0.7)) {
    add('examine', dice.lognormal(900, 0.6), 300 + dice.exponential(300));
    if (dice.chance(0.1)) return;
  }
  add('treat', dice.exponential(1800), 600);
  while (dice.chance(0.25)) add('treat', 400, 600);
  add('bill', dice.exponential(600), 60);
});

describe('a journey from a log of a known process', () => {
  const log = journeyFromLog(clinic, { ...columns, kinds: 1 });

  it('has the steps in order, a wait before each', () => {
    expect(log.journey.interactions.map(({ id, kind }) => [id, kind ?? 'service'])).toEqual([
      ['register', 'service'],
      ['wait:before-examine', 'wait'],
      ['examine', 'service'],
      ['leave:after-examine', 'gap'],
      ['wait:before-treat', 'wait'],
      ['treat', 'service'],
      ['wait:before-bill', 'wait'],
      ['bill', 'service'],
    ]);
  });

  it('finds who skips, who leaves, who does it again', () => {
    expect(stepOf(log, 'examine').skip).toBeCloseTo(0.3, 1);
    expect(stepOf(log, 'leave:after-examine').dropout).toBeCloseTo(0.1, 1);
    const { failure } = stepOf(log, 'treat');
    expect(failure!.probability).toBeCloseTo(0.25, 1);
    expect(failure!.retry).toMatchObject({ atMost: 5, wait: { duration: 400 } });
  });

  it('describes durations by the family they are from, and says how well', () => {
    const [register, examine, treat] = log.steps;
    expect(register!.duration).toMatchObject({ zero: 0 });
    expect(['exponential', 'weibull', 'gamma']).toContain(register!.duration!.family);
    expect(register!.duration!.mean).toBeCloseTo(120, -1);
    expect(register!.duration!.goodness.ks).toBeLessThan(0.03);
    expect(examine!.wait!.family).toBe('lognormal');
    expect(examine!.wait!.distribution).toMatchObject({ type: 'lognormal' });
    expect((examine!.wait!.distribution as { median: number }).median).toBeGreaterThan(850);
    expect((examine!.wait!.distribution as { median: number }).median).toBeLessThan(950);
    expect(treat!.duration).toMatchObject({ family: 'constant', distribution: 600 });
  });

  it('marks every number as measured, with its n', () => {
    for (const { source } of log.journey.interactions) {
      expect(source).toMatchObject({ kind: 'measured' });
      expect(source!.note).toMatch(/^n = [\d,]+ of 3,000 cases$/);
      expect(source!.note).toContain(`n = ${source!.n!.toLocaleString('en')} of`);
      // Nobody was asked how it felt.
      expect(source!.affect).toEqual({ kind: 'guess' });
    }
    expect(log.steps.find(({ id }) => id === 'examine')!.n).toBe(clinic.filter(({ what }) => what === 'examine').length);
  });

  it('says how much it explains, and leaves out nothing silently', () => {
    expect(log.explained).toEqual({ order: 1, cases: 1 });
    // Durations of both are drawn apart, and with one kind so are skips.
    expect(log.left.map(({ what, of }) => [what.slice(0, 27), of])).toEqual([['a step and the wait before ', 'cases']]);
    expect(log.left[0]!.share).toBeCloseTo(2 * 0.3 * 0.7, 1);
    expect(journeyFromLog(clinic.slice(0, 1500), columns).left).toEqual([]);
    expect(log.counts).toEqual({ rows: clinic.length, events: clinic.length, cases: 3000, unfinished: 0 });
  });

  it('gives cases the length they had', () => {
    const { off, emdShare } = compareDurations(log, { seed: 1, customers: 20_000 });
    for (const one of Object.values(off)) expect(Math.abs(one)).toBeLessThan(0.05);
    expect(emdShare).toBeLessThan(0.05);
  });

  it('is frozen plain data, which prints, and is the same for the same log', () => {
    expect(Object.isFrozen(log.steps[0]!.duration)).toBe(true);
    expect(JSON.parse(JSON.stringify(log))).toEqual(log);
    expect(defineJourney(log.journey)).toBe(log.journey);
    expect(JSON.stringify(journeyFromLog(clinic, { ...columns, kinds: 1 }))).toBe(JSON.stringify(log));
    expect(toText(log)).toContain('4 activities of 3,000 cases');
    expect(toText(compareDurations(JSON.parse(JSON.stringify(log)), { seed: 1, customers: 10 }))).toContain("Earth mover's distance");
  });

  it('does not mind the order of the rows', () => {
    const shuffled = [...clinic].sort((a, b) => ((a.from * 7919) % 1013) - ((b.from * 7919) % 1013));
    const { journey, observed } = journeyFromLog(shuffled, { ...columns, kinds: 1 });
    expect(observed.mean).toBeCloseTo(log.observed.mean, 6);
    expect(journey.interactions.map(({ id }) => id)).toEqual(log.journey.interactions.map(({ id }) => id));
  });
});

describe('alternatives', () => {
  const taken = logOf(2000, 2, (dice, add) => {
    add('ask', 0);
    add(dice.chance(0.2) ? 'by mail' : dice.chance(0.5) ? 'by phone' : 'by chat', dice.exponential(600), 0, { stars: 4 });
    add('answer', dice.exponential(900));
  });

  it('are options with the appeal that gives them their shares', () => {
    const log = journeyFromLog(taken, { case: 'who', activity: 'what', time: 'to', kinds: 1 });
    const chooser = log.journey.interactions.find(({ choice }) => choice !== undefined)!;
    expect([chooser.id, ...chooser.choice!.options.map(({ id }) => id)].sort()).toEqual(['by chat', 'by mail', 'by phone']);
    const result = simulate({ journey: log.journey, seed: 1, outcomes: ['interactions'] });
    const { chosen } = result.overall.interactions![chooser.id]!;
    for (const { id, share } of log.steps) if (share !== undefined) expect(chosen![id]).toBeCloseTo(share, 1);
  });

  it('keep their shares where they feel different', () => {
    const rated = taken.map((event) => ({ ...event, stars: event.what === 'by chat' ? 5 : event.what === 'by phone' ? 2 : 3 }));
    const log = journeyFromLog(rated, { case: 'who', activity: 'what', time: 'to', rating: 'stars', scale: [1, 5], kinds: 1 });
    const chooser = log.journey.interactions.find(({ choice }) => choice !== undefined)!;
    const ways = [chooser, ...chooser.choice!.options];
    expect(ways.every(({ affect }) => affect !== undefined)).toBe(true);
    const felt = (way: (typeof ways)[number]): number => (way.affect as unknown as { values: number[] }).values[0]!;
    const pulls = ways.map((way, k) => Math.exp((k === 0 ? 0 : ((way as { appeal?: number }).appeal ?? 0)) + 0.5 * felt(way)));
    const whole = pulls.reduce((sum, pull) => sum + pull, 0);
    ways.forEach(({ id }, k) => expect(pulls[k]! / whole).toBeCloseTo(log.steps.find((step) => step.id === id)!.share!, 6));
  });
});

describe('kinds', () => {
  /** Who waits long at first waits long later, and only they take the detour. */
  const paced = logOf(1500, 3, (dice, add) => {
    const slow = dice.chance(0.4);
    add('in', 0);
    if (slow) add('detour', dice.exponential(20_000));
    add('middle', dice.exponential(slow ? 30_000 : 1000));
    add('out', dice.exponential(slow ? 40_000 : 1500));
  });
  const options = { case: 'who', activity: 'what', time: 'to' } as const;

  it('make whole cases come out right where steps go together', () => {
    const apart = compareDurations(journeyFromLog(paced, { ...options, kinds: 1 }), { seed: 1 });
    const log = journeyFromLog(paced, options);
    const told = compareDurations(log, { seed: 1 });
    expect(Math.max(...Object.values(apart.off).map(Math.abs))).toBeGreaterThan(0.2);
    expect(Math.max(...Object.values(told.off).map(Math.abs))).toBeLessThan(0.1);
    expect(told.emd).toBeLessThan(apart.emd / 3);
    expect(log.kinds.map(({ what }) => what).join()).toContain('detour');
    expect(log.kinds.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
  });

  it('belong to the segments that a column says', () => {
    const rows = paced.map((event) => ({ ...event, region: Number(event.who.slice(1)) % 3 === 0 ? 'north' : 'south' }));
    const log = journeyFromLog(rows, { ...options, segment: 'region', kinds: 2 });
    expect(log.segments!.map(({ id }) => id)).toEqual(['north, kind 1', 'north, kind 2', 'south, kind 1', 'south, kind 2']);
    const north = log.segments!.filter(({ id }) => id.startsWith('north')).reduce((sum, { share }) => sum + share, 0);
    expect(north).toBeCloseTo(1 / 3, 6);
  });

  it('skip, wait and feel as their own cases did', () => {
    const rows = logOf(600, 4, (dice, add, place) => {
      const region = place % 2 === 0 ? 'a' : 'b';
      add('in', 0, 0, { region });
      if (region === 'a' || dice.chance(0.5)) add('desk', region === 'a' ? 60 : 600, 0, { region, stars: region === 'a' ? 5 : 1 });
      add('out', 60, 0, { region });
    });
    const { segments, journey } = journeyFromLog(rows, { ...options, segment: 'region', rating: 'stars', scale: [1, 5], kinds: 1 });
    const [a, b] = segments!;
    expect(a!.responses!['desk']).toMatchObject({ skip: 0, affect: { values: [10] } });
    expect(b!.responses!['desk']).toMatchObject({ affect: { values: [-10] } });
    const had = rows.filter(({ region, what }) => region === 'b' && what === 'desk').length;
    expect(b!.responses!['desk']!.skip).toBeCloseTo(1 - had / 300, 8);
    expect(a!.responses!['wait:before-desk']).toMatchObject({ duration: 60, affect: 0 });
    expect(b!.responses!['wait:before-desk']).toMatchObject({ duration: 600 });
    const { segments: lived } = simulate({ journey, segments: segments!, seed: 1, customers: 4000, outcomes: ['clockDuration'] });
    expect(lived['a']!.clockDuration.mean).toBe(120);
  });

  it('skip a step together with the wait before it', () => {
    const log = journeyFromLog(paced, { ...options, kinds: 1 });
    expect(stepOf(log, 'wait:before-detour')).toMatchObject({ drawAs: 'detour', skip: stepOf(log, 'detour').skip });
  });
});

it('what simulating it doubts is nothing that nobody typed', () => {
  const rows = Array.from({ length: 300 }, (_, one) => {
    const [start, kind] = [one * 9000, one % 5 === 0 ? 'A' : 'B'];
    const again = kind === 'A' ? one % 30 === 0 : one % 150 === 1;
    const called = start + 2000 + (one % 11) * 100;
    return [
      { one, kind, what: 'Call', from: start, to: start + 400 + (one % 7) * 30 },
      { one, kind, what: 'Visit', from: called, to: called + 900 },
      ...(again ? [{ one, kind, what: 'Visit', from: called + 950, to: called + 1800 }] : []),
    ];
  }).flat();
  const { journey, segments } = journeyFromLog(rows, {
    ...{ case: 'one', activity: 'what', start: 'from', end: 'to', segment: 'kind', kinds: 1, name: 'Visit' },
  });
  expect(segments!.some(({ responses }) => Object.values(responses!).some(({ failureScale = 1 }) => failureScale > 3))).toBe(true);
  const { cautions } = simulate({ journey, segments: segments!, seed: 1, customers: 200 });
  expect(cautions.filter(({ code }) => code === 'large-factor' || code === 'short-time')).toEqual([]);
});

describe('what a kind is', () => {
  it('says it of those who are left, where a time is cut again', () => {
    const journey = {
      name: 'Emergency room',
      interactions: [
        { id: 'triage', duration: '4 to 12 min' },
        { id: 'wait', kind: 'wait' as const, duration: '30 min to 4 h', wait: { tolerance: '45 min' } },
        { id: 'test', duration: '5 to 10 min', skip: 0.3 },
        { id: 'results', kind: 'wait' as const, duration: '40 to 120 min', wait: { tolerance: '1 h' } },
        { id: 'plan', duration: '6 to 15 min' },
      ],
    };
    const study = { journey, segments: [{ id: 'all', share: 1, patience: '3 h' }], seed: 1 };
    const { value } = toEventLog(study, { format: 'rows', customers: 600, start: '2026-03-01T09:00:00Z' });
    const { kinds } = journeyFromLog(value, { case: 'case', activity: 'activity', start: 'start', end: 'end' });
    const said = kinds.map(({ what }) => what.split(', '));
    expect(said.flat().filter((part) => part.startsWith('of these '))).not.toEqual([]);
    // Of one time, what is said first is said of all, and what is said next of these.
    for (const parts of said) {
      const times = parts.filter((part) => !part.startsWith('of these ')).map((part) => /^(.*?) (?:not )?in the /.exec(part)?.[1] ?? part);
      expect(new Set(times).size).toBe(times.length);
    }
  });
});

describe('a log that is read without holding up others', () => {
  it('gives the same bytes, and gives way between the kinds it tries', async () => {
    let turns = 0;
    const counting = setInterval(() => turns++, 0);
    const made = await journeyFromLogAsync(clinic, columns);
    clearInterval(counting);
    expect(JSON.stringify(made)).toBe(JSON.stringify(journeyFromLog(clinic, columns)));
    expect(turns).toBeGreaterThan(5);
  });

  it('stops where a signal says so, and rejects with what is wrong', async () => {
    const stopping = new AbortController();
    setTimeout(() => stopping.abort('enough'), 5);
    await expect(journeyFromLogAsync(clinic, columns, { signal: stopping.signal })).rejects.toMatchObject({
      code: 'aborted',
      cause: 'enough',
    });
    await expect(journeyFromLogAsync(clinic, { ...columns, case: 'whom' })).rejects.toMatchObject({ code: 'unknown-id' });
    await expect(journeyFromLogAsync(clinic, columns, { signal: 'stop' } as never)).rejects.toThrow(
      'options.signal: expected an AbortSignal',
    );
  });
});
