import type { Interaction, Journey } from '../journey/types';
import { units, unitsOf } from '../journey/units';

/** Places of steps in the journey, in the order in which people go through them. */
export type Order = readonly number[];

/** Which steps of a journey may change places, and what has to come before what. */
export interface OrderSpace {
  readonly steps: readonly Interaction[];
  /** Places whose steps may change with each other. */
  readonly free: readonly number[];
  /** For each step the places of those that come before it, wherever it goes. */
  readonly before: readonly (readonly number[])[];
}

/** Steps named by `ids`, or all; a step that a pin holds stays, and one that is no step any more (removed, merged) is not asked. */
export function orderSpace(journey: Journey, ids: readonly string[] | undefined): OrderSpace {
  const steps = journey.interactions;
  const placeOf = new Map<string, number>();
  for (const { unit, path } of units(journey)) placeOf.set(unit.id, path[1] as number);
  const before = steps.map((step, place) => {
    const own = new Set<number>();
    for (const { unit, role } of unitsOf(step)) {
      if (role === 'option') continue;
      for (const id of unit.after ?? []) own.add(placeOf.get(id)!);
    }
    own.delete(place);
    return [...own];
  });
  const named = ids === undefined ? undefined : new Set(ids);
  const free = steps.flatMap((step, place) => (!isHeld(step) && named?.has(step.id) !== false ? [place] : []));
  return { steps, free, before };
}

/** Whether a pin holds the step, its own or that of one of its parts. */
export function isHeld(step: Interaction): boolean {
  return [...unitsOf(step)].some(({ unit, role }) => role !== 'option' && unit.pin !== undefined);
}

export function isAllowed({ before }: OrderSpace, order: Order): boolean {
  const turn = new Int32Array(order.length);
  order.forEach((step, index) => (turn[step] = index));
  return before.every((earlier, step) => earlier.every((other) => turn[other]! < turn[step]!));
}

/** Every order that is allowed, the present one first. */
export function* allOrders(space: OrderSpace): Generator<Order> {
  const isFree = new Set(space.free);
  const order: number[] = [];
  const done = new Set<number>();
  const due = dueOf(space, isFree);
  yield* from(0);

  function* from(index: number): Generator<Order> {
    if (index === space.steps.length) {
      yield [...order];
      return;
    }
    // No room is left for what has to come before a step that stays: else millions of beginnings would be gone through that nothing ends.
    if (due.some(({ place, steps }) => place > index && steps.filter((step) => !done.has(step)).length > place - index)) return;
    for (const step of isFree.has(index) ? space.free : [index]) {
      if (done.has(step) || !space.before[step]!.every((other) => done.has(other))) continue;
      order.push(step);
      done.add(step);
      yield* from(index + 1);
      order.pop();
      done.delete(step);
    }
  }
}

/** For each place of a step that stays what has to come earlier, free or not. */
function dueOf(
  { steps, before }: OrderSpace,
  isFree: ReadonlySet<number>,
): { readonly place: number; readonly steps: readonly number[] }[] {
  const due = new Set<number>();
  const add = (step: number): void => {
    if (due.has(step)) return;
    due.add(step);
    before[step]!.forEach(add);
  };
  return steps.flatMap((_, place) => {
    if (isFree.has(place)) return [];
    before[place]!.forEach(add);
    const found = { place, steps: [...due] };
    add(place);
    return found.steps.some((step) => isFree.has(step)) ? [found] : [];
  });
}

/** How many orders are allowed; stops counting at `most`. */
export function countOrders(space: OrderSpace, most: number): number {
  let count = 0;
  for (const _ of allOrders(space)) if (++count >= most) break;
  return count;
}

/** The orders in which one free step goes elsewhere, or two change places. */
export function* nearbyOrders(space: OrderSpace, order: Order): Generator<Order> {
  const isFree = new Set(space.free);
  const places = order.flatMap((step, index) => (isFree.has(step) ? [index] : []));
  const sequence = places.map((index) => order[index]!);
  const placed = (free: readonly number[]): Order => {
    const next = [...order];
    free.forEach((step, turn) => (next[places[turn]!] = step));
    return next;
  };
  for (let from = 0; from < sequence.length; from++) {
    for (let to = 0; to < sequence.length; to++) {
      if (from === to) continue;
      const moved = [...sequence];
      moved.splice(to, 0, ...moved.splice(from, 1));
      const order = placed(moved);
      // To the next place is the same as changing places with it.
      if (from !== to + 1 && isAllowed(space, order)) yield order;
      if (to <= from + 1) continue;
      const swapped = [...sequence];
      [swapped[from], swapped[to]] = [swapped[to]!, swapped[from]!];
      const other = placed(swapped);
      if (isAllowed(space, other)) yield other;
    }
  }
}

/** An allowed order by chance: each step that may come next has the same; where that leads nowhere, the present order. */
export function randomOrder(space: OrderSpace, draw: () => number): Order {
  const isFree = new Set(space.free);
  const order: number[] = [];
  const done = new Set<number>();
  for (let index = 0; index < space.steps.length; index++) {
    const possible = (isFree.has(index) ? space.free : [index]).filter(
      (step) => !done.has(step) && space.before[step]!.every((other) => done.has(other)),
    );
    if (possible.length === 0) return space.steps.map((_, place) => place);
    const step = possible[Math.floor(draw() * possible.length)]!;
    order.push(step);
    done.add(step);
  }
  return order;
}
