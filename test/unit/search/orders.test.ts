import { defineJourney } from 'peakend';
import { describe, expect, it } from 'vitest';
import { allOrders, countOrders, isAllowed, nearbyOrders, orderSpace, randomOrder } from '../../../src/search/orders';
import { rootKey } from '../../../src/random/root-key';
import { uniforms } from '../../../src/random/uniforms';

const step = (id: string, more: object = {}): { id: string; duration: number } => ({ id, duration: 60, ...more });
const journeyOf = (...interactions: readonly object[]) => defineJourney({ name: 'Visit', interactions } as never);

describe('orders of steps', () => {
  it('are all permutations where nothing holds them, the present one first', () => {
    const space = orderSpace(journeyOf(step('a'), step('b'), step('c'), step('d')), undefined);
    const all = [...allOrders(space)];
    expect(all).toHaveLength(24);
    expect(new Set(all.map(String)).size).toBe(24);
    expect(all[0]).toEqual([0, 1, 2, 3]);
  });

  it('keep every after, also one inside a merged step, and every pin', () => {
    const journey = journeyOf(
      step('a', { pin: 'first' }),
      step('b'),
      { id: 'm', parts: [step('m1'), step('m2', { after: ['b'] })] },
      step('c', { after: ['a'] }),
      step('d', { after: ['m1'] }),
      step('e', { pin: 'last' }),
    );
    const space = orderSpace(journey, undefined);
    const found = [...allOrders(space)].map((order) => order.map((place) => journey.interactions[place]!.id).join(''));
    // b before m before d; c anywhere between a and e.
    expect([...found].sort()).toEqual(['abcmde', 'abmcde', 'abmdce', 'acbmde']);
    const legal = found.map((_, index) => isAllowed(space, [...allOrders(space)][index]!));
    expect(legal.every(Boolean)).toBe(true);
    expect(isAllowed(space, [0, 2, 1, 3, 4, 5])).toBe(false);
  });

  it('leave a merged step in its place of which a part is pinned', () => {
    const merged = { id: 'm', parts: [step('a', { pin: 'first' }), step('b')] };
    const space = orderSpace(journeyOf(merged, step('c'), step('d')), undefined);
    expect([...allOrders(space)]).toEqual([
      [0, 1, 2],
      [0, 2, 1],
    ]);
  });

  it('leave steps that are not named in their places', () => {
    const space = orderSpace(journeyOf(step('a'), step('b'), step('c'), step('d')), ['a', 'c', 'd', 'gone']);
    expect([...allOrders(space)].every((order) => order[1] === 1)).toBe(true);
    expect(countOrders(space, 100)).toBe(6);
    expect(countOrders(space, 4)).toBe(4);
  });

  it('are counted at once where a step that stays waits for a chain of others', () => {
    const chain = (name: string): object[] =>
      Array.from({ length: 30 }, (_, index) => step(`${name}${index}`, index === 0 ? {} : { after: [`${name}${index - 1}`] }));
    const journey = journeyOf(...chain('a'), step('stays', { after: ['a29'] }), ...chain('b'));
    const ids = journey.interactions.map(({ id }) => id).filter((id) => id !== 'stays');
    expect(countOrders(orderSpace(journey, ids), 10)).toBe(1);
  });

  it('nearby are one move or one exchange away, each once, and allowed', () => {
    const space = orderSpace(journeyOf(step('a'), step('b'), step('c', { after: ['b'] }), step('d')), undefined);
    const near = [...nearbyOrders(space, [0, 1, 2, 3])].map(String);
    expect(new Set(near).size).toBe(near.length);
    expect(near.every((order) => isAllowed(space, order.split(',').map(Number)))).toBe(true);
    expect([...near].sort()).toEqual(['0,1,3,2', '0,3,1,2', '1,0,2,3', '1,2,0,3', '1,2,3,0', '3,0,1,2', '3,1,2,0'].sort());
  });

  it('at random are allowed, and all of them come up', () => {
    const space = orderSpace(journeyOf(step('a'), step('b'), step('c', { after: ['b'] })), undefined);
    const draw = uniforms(rootKey('orders'), 'test');
    const seen = new Set(Array.from({ length: 60 }, () => randomOrder(space, draw).join('')));
    expect([...seen].sort()).toEqual(['012', '102', '120']);
  });
});
