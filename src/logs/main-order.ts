import type { Precedence } from './precedence';

/** Rounds of moving, far more than it ever takes. */
const mostRounds = 100;

/**
 * The order that as many pairs as possible follow: places in the precedence, first step first. Begins with who comes before most others, then moves
 * one at a time to where it suits most cases, until no move helps: where majorities go in a circle, the weakest gives way.
 */
export function mainOrder({ kept, before }: Precedence): number[] {
  const size = kept.length;
  const count = (a: number, b: number): number => before[a * size + b]!;
  const net = (a: number, b: number): number => count(a, b) - count(b, a);
  const places = kept.map((_, place) => place);
  const score = places.map((a) =>
    places.reduce((sum, b) => {
      const both = count(a, b) + count(b, a);
      return both === 0 ? sum : sum + net(a, b) / both;
    }, 0),
  );
  const order = [...places].sort((a, b) => score[b]! - score[a]! || a - b);
  for (let round = 0; round < mostRounds; round++) {
    let moved = false;
    for (let place = 0; place < size; place++) {
      const one = order[place]!;
      let best = place;
      let most = 0;
      for (let to = place - 1, gain = 0; to >= 0; to--) {
        gain += net(one, order[to]!);
        if (gain > most) [best, most] = [to, gain];
      }
      for (let to = place + 1, gain = 0; to < size; to++) {
        gain += net(order[to]!, one);
        if (gain > most) [best, most] = [to, gain];
      }
      if (best === place) continue;
      order.splice(place, 1);
      order.splice(best, 0, one);
      moved = true;
    }
    if (!moved) break;
  }
  return order;
}

/** Share of all pairs that follow an order; 1 where there are none. */
export function shareFollowed(order: readonly number[], { kept, before }: Precedence): number {
  const size = kept.length;
  let followed = 0;
  let all = 0;
  for (let i = 0; i < size; i++) {
    for (let j = i + 1; j < size; j++) {
      followed += before[order[i]! * size + order[j]!]!;
      all += before[order[i]! * size + order[j]!]! + before[order[j]! * size + order[i]!]!;
    }
  }
  return all === 0 ? 1 : followed / all;
}
