import { describe, expect, it } from 'vitest';
import { journeyFromLog } from '../../../src/data';
import { simulate, toText } from '../../../src/index';
import { columns, logOf, type Event } from './known-process';

/** Everybody answers after about a day; one in five gives up instead. Cases begin all the time until the log is cut. */
const cut = 1_000_000 + 2000 * 500;
const whole = logOf(2000, 7, (dice, add) => {
  add('ask', 0);
  if (dice.chance(0.2)) return;
  add('answer', dice.exponential(150_000));
  add('close', 100);
});
const seen = whole.filter(({ to }) => to <= cut);
const truth = whole.filter(({ what }) => what === 'answer').length / 2000;
const dropoutOf = (events: readonly Event[], more: object): number =>
  journeyFromLog(events, { ...columns, ends: ['close'], kinds: 1, ...more }).steps[0]!.dropout;

describe('cases that are running when the log ends', () => {
  it('look like people who gave up where nobody says when the log ended', () => {
    expect(dropoutOf(seen, {})).toBeGreaterThan(1 - truth + 0.08);
  });

  it('count for those who took longer where the end is known', () => {
    const log = journeyFromLog(seen, { ...columns, ends: ['close'], until: cut, kinds: 1 });
    expect(Math.abs(log.steps[0]!.dropout - (1 - truth))).toBeLessThan(0.05);
    // Those who left are among those who may be running, and that is said.
    expect(log.counts.unfinished).toBeGreaterThan(seen.filter(({ what }) => what === 'ask').length * 0.15);
    expect(toText(log).replace(/\s+/g, ' ')).toContain(
      `${log.counts.unfinished} of the cases may still be running, or have left without an end.`,
    );
    const answered = log.steps.find(({ id }) => id === 'answer')!.wait!;
    expect(answered.mean / 150_000).toBeGreaterThan(0.92);
    expect(answered.mean / 150_000).toBeLessThan(1.08);
    // Without, only the quick ones of late cases are seen.
    const naive = journeyFromLog(seen, { ...columns, ends: ['close'], kinds: 1 }).steps.find(({ id }) => id === 'answer')!.wait!;
    expect(naive.mean).toBeLessThan(0.93 * 150_000);
  });

  it('may be named by a column', () => {
    const late = new Set(whole.filter(({ to }) => to > cut).map(({ who }) => who));
    const marked = seen.map((event) => ({ ...event, open: late.has(event.who) ? 'yes' : 'no' }));
    const log = journeyFromLog(marked, { ...columns, ends: ['close'], unfinished: 'open', until: cut, kinds: 1 });
    expect(Math.abs(log.steps[0]!.dropout - (1 - truth))).toBeLessThan(0.04);
    expect(log.counts.unfinished).toBe([...late].filter((who) => seen.some((event) => event.who === who)).length);
  });

  it('are counted as they are where nothing is running', () => {
    expect(dropoutOf(whole, {})).toBeCloseTo(1 - truth, 8);
  });

  it('of which nobody went on longer count for nothing, and that is said', () => {
    const rows = [
      { who: 'a', what: 'ask', from: 0, to: 0, open: 'no' },
      { who: 'a', what: 'close', from: 10, to: 10, open: 'no' },
      { who: 'b', what: 'other', from: 0, to: 0, open: 'yes' },
    ];
    const log = journeyFromLog(rows, { ...columns, unfinished: 'open', ends: ['close'] });
    expect(log.left.map(({ what, count }) => [what.slice(0, 13), count])).toContainEqual(['running cases', 1]);
  });
});

describe('waits in a log that was cut', () => {
  const [day, window] = [86_400, 30 * 86_400];
  /** Two waits of 10 days on average, one after the other; cases begin all the time until the log is cut. */
  const all = logOf(2000, 11, (dice, add, place) => {
    add('apply', dice.uniform() * window - place * 500);
    add('decide', dice.exponential(10 * day));
    add('paid', dice.exponential(10 * day));
  });
  const until = 1_000_000 + window;
  const rows = all.filter(({ to }) => to <= until);
  const cutLog = (end: string, more: object = {}, events = rows) => journeyFromLog(events, { ...columns, ends: [end], until, ...more });
  const waitOf = (log: ReturnType<typeof cutLog>, step: string) => log.steps.find(({ id }) => id === step)!.wait!;

  it('do not hang on what came later', () => {
    const alone = cutLog(
      'decide',
      { kinds: 1 },
      rows.filter(({ what }) => what !== 'paid'),
    );
    const both = cutLog('paid', { kinds: 1 });
    expect(waitOf(both, 'decide').mean).toBeCloseTo(waitOf(alone, 'decide').mean, 6);
    expect(waitOf(both, 'decide').mean / day).toBeGreaterThan(7.5);
    // Kaplan and Meier by hand: all who applied, silent ones at the end of the log.
    const began = new Map(rows.filter(({ what }) => what === 'apply').map(({ who, to }) => [who, to]));
    const decided = new Map(rows.filter(({ what }) => what === 'decide').map(({ who, from }) => [who, from]));
    const times = [...began].map(([who, to]) => ({ time: (decided.get(who) ?? until) - to, known: decided.has(who) }));
    let [left, mean] = [1, 0];
    times
      .sort((a, b) => a.time - b.time)
      .forEach(({ time, known }, k) => {
        if (!known) return;
        mean += (left / (times.length - k)) * time;
        left *= 1 - 1 / (times.length - k);
      });
    expect(waitOf(both, 'decide').mean).toBeCloseTo(mean / (1 - left), 3);
  });

  it('are as long in kinds as in all of them together', () => {
    const log = cutLog('paid', { kinds: 4 });
    expect(log.kinds.length).toBeGreaterThan(1);
    const { journey, segments = [] } = log;
    // As far as the decision: who left before does not wait for it.
    const interactions = journey.interactions.slice(0, journey.interactions.findIndex(({ id }) => id === 'decide') + 1);
    const own = segments.map(({ responses = {}, ...segment }) => ({
      ...segment,
      responses: Object.fromEntries(Object.entries(responses).filter(([step]) => interactions.some(({ id }) => id === step))),
    }));
    const study = { seed: 1, customers: 4000, outcomes: ['waitingDuration'] } as const;
    const { mean } = simulate({ journey: { ...journey, interactions }, segments: own, ...study }).overall.waitingDuration;
    const all = waitOf(log, 'decide').mean * (1 - log.steps[0]!.dropout);
    expect(Math.abs(mean / all - 1)).toBeLessThan(0.05);
  });
});
