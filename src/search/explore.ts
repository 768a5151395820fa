import { uniforms } from '../random/uniforms';
import type { Work } from '../plain/work';
import { Designs, bySimplicity, keyOf, type Design } from './designs';
import { allOrders, countOrders, isAllowed, nearbyOrders, orderSpace, randomOrder, type Order } from './orders';
import type { Answers } from './ask-designs';
import type { Runner } from './race';
import { allPicks, isWithin, type Picks, type SearchSpace } from './search-space';
import type { ResolvedStudy } from '../simulation/read-study';
import type { Searched } from './types';

/** Designs to be looked at closer, each journey once, the journey as it is among them. */
export interface Explored {
  readonly method: Searched['method'];
  readonly designs: readonly Design[];
  /** How many journeys were looked at to come to these. */
  readonly seen: number;
  readonly impossible: number;
}

/** What making a design takes, in customers × steps. */
const designWork = 2_000;

/** Whether all lists of edits and orders are few enough to be looked at one by one. What cannot be done counts as well. */
export function isSmall(space: SearchSpace): boolean {
  const { order, journey, most } = space;
  const orders = order === undefined ? 1 : countOrders(orderSpace(journey, order.ids), most + 1);
  let lists = 0;
  for (const _ of allPicks(space)) if (++lists * orders > most) return false;
  return true;
}

/** Every design, short lists before long ones; no more than `most` are looked at. */
export function* everyDesign(space: SearchSpace): Work<Explored> {
  const makers = new Designs(space);
  const found = new Map<string, Design>();
  let looked = 0;
  let whole = true;
  search: for (const picks of allPicks(space)) {
    for (const order of ordersOf(makers, picks)) {
      if (looked === space.most) {
        whole = false;
        break search;
      }
      looked++;
      const design = makers.design(picks, order);
      yield designWork;
      if (design !== undefined) keepCheaper(found, makers.contentOf(design), design);
    }
  }
  const designs = [...found.values()];
  return { method: whole ? 'exact' : 'shortest first', designs, seen: designs.length, impossible: makers.impossible };
}

function* ordersOf(makers: Designs, picks: Picks): Generator<Order | undefined> {
  yield undefined;
  const orders = makers.orders(picks);
  if (orders === undefined) return;
  let first = true;
  // The first is the present one.
  for (const order of allOrders(orders)) {
    if (!first) yield order;
    first = false;
  }
}

function keepCheaper(found: Map<string, Design>, content: string, design: Design): void {
  const known = found.get(content);
  if (known === undefined || bySimplicity(known, design) > 0) found.set(content, design);
}

/** How climbing knows what is better. */
export interface Judge {
  /** What designs answer, in their order. */
  readonly ask: (designs: readonly Design[]) => Work<readonly Answers[]>;
  /** The better first. */
  readonly rank: (a: Runner, b: Runner) => number;
  /** What is worth a closer look. */
  readonly choose: (runners: readonly Runner[]) => readonly Design[];
}

const beginnings = 24;
/** How many designs one round of climbing may look at: a share of all that may be, so that there are many rounds. */
const roundsWanted = 25;

/**
 * Climbs from the journey as it is and from designs at random: of all that is known the best whose neighbourhood has not been looked at are taken, and
 * all their neighbours judged, until `most` designs have been seen or nothing is left to look at. A neighbour takes one candidate otherwise, or one
 * step goes elsewhere, or two change places. All are judged on the same customers.
 */
export function* climb(space: SearchSpace, { root }: Pick<ResolvedStudy, 'root'>, { ask, rank, choose }: Judge): Work<Explored> {
  const makers = new Designs(space);
  const known = new Map<string, Runner>();
  const tried = new Set<string>();
  const expanded = new Set<string>();

  function* look(wanted: Iterable<readonly [Picks, Order | undefined]>): Work<void> {
    const fresh = new Map<string, Design>();
    for (const [picks, order] of wanted) {
      const key = keyOf(picks, order);
      if (tried.has(key) || known.size + fresh.size >= space.most) continue;
      tried.add(key);
      yield designWork;
      if (!isWithin(space, picks)) continue;
      const design = makers.design(picks, order);
      if (design === undefined) continue;
      const content = makers.contentOf(design);
      const old = known.get(content);
      if (old === undefined) keepCheaper(fresh, content, design);
      else if (bySimplicity(old.design, design) > 0) known.set(content, { design, answers: old.answers });
    }
    const answers = yield* ask([...fresh.values()]);
    [...fresh].forEach(([content, design], index) => known.set(content, { design, answers: answers[index]! }));
  }

  yield* look(startsOf(space, makers, uniforms(root, 'beginnings of searches')));
  let width = 1;
  while (known.size < space.most && tried.size < 20 * space.most) {
    const next = firstOf(known, width, expanded, rank);
    if (next.length === 0) break;
    const before = known.size;
    for (const [content, { design }] of next) {
      expanded.add(content);
      yield* look(neighbours(space, makers, design));
    }
    const each = Math.max(1, (known.size - before) / next.length);
    width = Math.max(1, Math.min(beginnings, Math.floor(space.most / roundsWanted / each)));
  }
  const designs = choose([...known.values()]);
  return { method: 'climbing', designs, seen: known.size, impossible: makers.impossible };
}

/** The best whose neighbourhood has not been looked at. There are many, and few are wanted: nothing is sorted. */
function firstOf(
  known: ReadonlyMap<string, Runner>,
  count: number,
  expanded: ReadonlySet<string>,
  rank: Judge['rank'],
): (readonly [content: string, Runner])[] {
  const first: (readonly [string, Runner])[] = [];
  for (const [content, runner] of known) {
    if (expanded.has(content) || (first.length === count && rank(runner, first.at(-1)![1]) >= 0)) continue;
    const place = first.findIndex(([, other]) => rank(runner, other) < 0);
    first.splice(place < 0 ? first.length : place, 0, [content, runner]);
    first.length = Math.min(first.length, count);
  }
  return first;
}

/** The journey as it is, each way alone, and designs at random. */
function* startsOf(space: SearchSpace, makers: Designs, draw: () => number): Generator<readonly [Picks, Order | undefined]> {
  const none = space.candidates.map(() => 0);
  yield [none, undefined];
  for (const [index, ways] of space.candidates.entries()) {
    for (let pick = 1; pick <= ways.length; pick++) yield [none.map((_, at) => (at === index ? pick : 0)), undefined];
  }
  for (let turn = 0; turn < beginnings; turn++) {
    // Half of them take few candidates and half many.
    const share = draw();
    const picks = space.candidates.map((ways) => (draw() < share ? 1 + Math.floor(draw() * ways.length) : 0));
    const own = isWithin(space, picks) && makers.journey(picks) !== undefined ? picks : none;
    const orders = makers.orders(own);
    yield [own, orders === undefined ? undefined : randomOrder(orders, draw)];
  }
}

function* neighbours(space: SearchSpace, makers: Designs, { picks, order }: Design): Generator<readonly [Picks, Order | undefined]> {
  const orders = makers.orders(picks);
  const present = order ?? orders?.steps.map((_, place) => place);
  if (order !== undefined) yield [picks, undefined];
  if (orders !== undefined) for (const other of nearbyOrders(orders, present!)) yield [picks, other];
  for (const [index, ways] of space.candidates.entries()) {
    for (let pick = 0; pick <= ways.length; pick++) {
      if (pick === picks[index]) continue;
      const other = picks.map((own, at) => (at === index ? pick : own));
      if (!isWithin(space, other) || makers.journey(other) === undefined) continue;
      const inOrder = order === undefined ? undefined : carried(makers, picks, order, other);
      yield [other, inOrder];
    }
  }
  // One candidate in place of another, where there is room for no more.
  for (const [index, ways] of space.candidates.entries()) {
    if (picks[index] !== 0) continue;
    for (let pick = 1; pick <= ways.length; pick++) {
      for (const [other, own] of picks.entries()) {
        if (own === 0) continue;
        const swapped = picks.map((one, at) => (at === index ? pick : at === other ? 0 : one));
        yield [swapped, undefined];
      }
    }
  }
}

/** The order of steps after other picks that comes nearest: steps that are in both keep their order, others go where they stand. */
function carried(makers: Designs, picks: Picks, order: Order, other: Picks): Order | undefined {
  const [before, after] = [makers.orders(picks), makers.orders(other)];
  if (before === undefined || after === undefined) return undefined;
  const turnOf = new Map(order.map((place, turn) => [before.steps[place]!.id, turn]));
  const free = new Set(after.free);
  const places = after.steps.flatMap(({ id }, place) => (free.has(place) && turnOf.has(id) ? [place] : []));
  const sorted = [...places].sort((a, b) => turnOf.get(after.steps[a]!.id)! - turnOf.get(after.steps[b]!.id)!);
  const next = after.steps.map((_, place) => place);
  places.forEach((place, turn) => (next[place] = sorted[turn]!));
  return isAllowed(after, next) ? next : undefined;
}
