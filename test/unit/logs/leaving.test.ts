import { describe, expect, it } from 'vitest';
import { journeyFromLog } from '../../../src/data';
import { columns, type Event } from './known-process';

const marks = { case: 'who', activity: 'what', time: 'from' } as const;
/** Cases that do things one after the other, a minute apart. */
const inOrder = (many: number, pathOf: (one: number) => readonly string[]): Event[] =>
  Array.from({ length: many }, (_, one) =>
    pathOf(one).map((what, k) => ({ who: `c${one}`, what, from: 1000 * one + 60 * k, to: 1000 * one + 60 * k })),
  ).flat();
const dropouts = (events: readonly Event[], more: object = {}): unknown =>
  Object.fromEntries(journeyFromLog(events, { ...marks, kinds: 1, ...more }).steps.map(({ name, dropout }) => [name, dropout]));

describe('who leaves', () => {
  const swapped = inOrder(500, (one) => (one % 10 < 3 ? ['Order', 'Invoice', 'Ship'] : ['Order', 'Ship', 'Invoice']));

  it('is not who did all of it in another order', () => {
    expect(dropouts(swapped)).toEqual({ Order: 0, Ship: 0, Invoice: 0 });
    expect(dropouts(swapped, { ends: ['Invoice'] })).toEqual({ Order: 0, Ship: 0, Invoice: 0 });
    const log = journeyFromLog(swapped, { ...marks, kinds: 1, until: 1e9 });
    expect(log.counts.unfinished).toBe(0);
    expect(log.left.map(({ what, count }) => [what, count])).toEqual([['steps in another order than the journey', 150]]);
  });

  it('is not whose last step was completed while another was going on', () => {
    const parallel = Array.from({ length: 300 }, (_, one): Event[] => {
      const [who, from] = [`c${one}`, 3600 * one];
      return [
        { who, what: 'Call', from, to: from + 600 },
        { who, what: 'Form', from: from + 120, to: from + (one % 10 < 3 ? 420 : 1020) },
      ];
    }).flat();
    expect(journeyFromLog(parallel, { ...columns, kinds: 1 }).steps.map(({ dropout }) => dropout)).toEqual([0, 0]);
  });

  it('is who came no further, also after steps in another order', () => {
    // One in ten has Ship before Pack and then nothing, another in ten stops at Pack.
    const events = inOrder(500, (one) =>
      one % 10 === 0 ? ['Order', 'Ship', 'Pack'] : one % 10 === 1 ? ['Order', 'Pack'] : ['Order', 'Pack', 'Ship', 'Invoice'],
    );
    expect(dropouts(events)).toEqual({ Order: 0, Pack: 0.1, Ship: 0.111111111, Invoice: 0 });
  });

  it('is everybody without one of the named ends', () => {
    expect(dropouts(swapped, { ends: ['Ship'] })).toEqual({ Order: 0, Ship: 0, Invoice: 0.7 });
  });
});
