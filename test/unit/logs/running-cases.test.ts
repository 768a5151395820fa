import { describe, expect, it } from 'vitest';
import { journeyFromLog } from '../../../src/data';
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
    expect(log.counts.unfinished).toBeGreaterThan(0);
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
