import { canonicalJson } from '../plain/canonical-json';
import { deepFreeze } from '../plain/deep-freeze';
import type { Interaction, Journey } from '../journey/types';
import { hasEffort } from '../journey/units';
import type { EditOptions } from '../redesign/define-edit';
import { move } from '../redesign/edits/move';
import { reorder } from '../redesign/edits/reorder';
import { movedSteps } from '../redesign/moved-steps';
import { runEdits } from '../redesign/run-edits';
import type { Edit } from '../redesign/types';
import { orderSpace, type Order, type OrderSpace } from './orders';
import { waysOf, type Picks, type SearchSpace } from './search-space';

/** A journey that can be reached, and how. */
export interface Design {
  readonly picks: Picks;
  /** Of the steps as the picks leave them; undefined: as they stand. */
  readonly order: Order | undefined;
  readonly journey: Journey;
  readonly edits: readonly Edit[];
  readonly cost: number;
  readonly unpriced: number;
}

/** Makes designs, and knows again what leads to the same journey. */
export class Designs {
  readonly #journeys = new Map<string, Journey | undefined>();
  readonly #spaces = new Map<string, OrderSpace>();
  readonly #steps = new WeakMap<Interaction, number>();
  readonly #texts = new Map<string, number>();
  /** Lists that cannot be done, or leave nothing to judge. */
  impossible = 0;

  constructor(private readonly space: SearchSpace) {
    this.#journeys.set(keyOf(space.candidates.map(() => 0)), space.journey);
  }

  /** The journey after the ways picked; undefined where they cannot be done. */
  journey(picks: Picks): Journey | undefined {
    const key = keyOf(picks);
    if (!this.#journeys.has(key)) {
      const made = this.#judged(picks);
      if (made === undefined) this.impossible++;
      this.#journeys.set(key, made);
    }
    return this.#journeys.get(key);
  }

  #judged(picks: Picks): Journey | undefined {
    const made = this.#make(picks);
    return made === undefined || (this.space.needsEffort && !hasEffort(made)) ? undefined : made;
  }

  #make(picks: Picks): Journey | undefined {
    const { journey, candidates } = this.space;
    const last = picks.findLastIndex((pick) => pick > 0);
    const before = this.#journeys.get(keyOf(picks.map((pick, index) => (index === last ? 0 : pick))));
    // What breaks an `after` on the way may be whole at the end: then all is done anew from the beginning.
    const edits = waysOf(this.space, picks).flatMap((way) => way.edits);
    return before === undefined
      ? runEdits(journey, edits).done?.journey
      : runEdits(before, candidates[last]![picks[last]! - 1]!.edits).done?.journey;
  }

  /** The orders of the steps as the picks leave them; undefined where order is not searched, or would cost too much. */
  orders(picks: Picks): OrderSpace | undefined {
    const { order, maxEdits, budget } = this.space;
    const journey = this.journey(picks);
    if (order === undefined || journey === undefined) return undefined;
    const ways = waysOf(this.space, picks);
    const edits = ways.reduce((sum, way) => sum + way.edits.length, 0);
    const cost = ways.reduce((sum, way) => sum + way.cost, 0);
    if (edits >= maxEdits || cost + (order.cost ?? 0) > budget) return undefined;
    const key = keyOf(picks);
    let found = this.#spaces.get(key);
    if (found === undefined) this.#spaces.set(key, (found = orderSpace(journey, order.ids)));
    return found;
  }

  design(picks: Picks, order?: Order): Design | undefined {
    const journey = this.journey(picks);
    if (journey === undefined) return undefined;
    const ways = waysOf(this.space, picks);
    const edits = ways.flatMap((way) => way.edits);
    const cost = ways.reduce((sum, way) => sum + way.cost, 0);
    const unpriced = ways.reduce((sum, way) => sum + way.unpriced, 0);
    if (order === undefined || order.every((step, index) => step === index)) {
      return { picks, order: undefined, journey, edits, cost, unpriced };
    }
    const interactions = order.map((place) => journey.interactions[place]!);
    const own = this.space.order!.cost;
    const put = inOrder(journey, interactions, own === undefined ? {} : { cost: own });
    return {
      picks,
      order,
      journey: deepFreeze({ ...journey, interactions }),
      edits: [...edits, put],
      cost: cost + (own ?? 0),
      unpriced: unpriced + (own === undefined ? 1 : 0),
    };
  }

  /** The same text for the same journey, whichever way it was reached; the journey as it is stays apart from what is the same and saves. */
  contentOf({ journey, edits, cost }: Design): string {
    const text = this.#textOf(journey);
    return edits.length > 0 && cost < 0 && text === this.#textOf(this.space.journey) ? `${text} for less` : text;
  }

  #textOf({ interactions, ...rest }: Journey): string {
    return `${this.#number(rest, canonicalJson)} ${interactions.map((step) => this.#step(step)).join(' ')}`;
  }

  #step(step: Interaction): number {
    let known = this.#steps.get(step);
    if (known === undefined) this.#steps.set(step, (known = this.#number(step, canonicalJson)));
    return known;
  }

  #number<Data>(data: Data, write: (data: Data) => string): number {
    const text = write(data);
    let number = this.#texts.get(text);
    if (number === undefined) this.#texts.set(text, (number = this.#texts.size));
    return number;
  }
}

/** The edit that puts steps in another order: of one step alone a move, which is sooner read. */
function inOrder(journey: Journey, interactions: readonly Interaction[], options: EditOptions): Edit {
  const ids = interactions.map(({ id }) => id);
  const [moved, ...others] = movedSteps(
    journey.interactions.map(({ id }) => id),
    new Map(ids.map((id, turn) => [id, turn])),
  );
  if (moved === undefined || others.length > 0) return reorder(ids, options);
  const turn = ids.indexOf(moved);
  const place = turn === 0 ? 'start' : turn === ids.length - 1 ? 'end' : undefined;
  return move(moved, place === undefined ? { after: ids[turn - 1]! } : { to: place }, options);
}

export function keyOf(picks: Picks, order?: Order): string {
  return order === undefined ? picks.join(' ') : `${picks.join(' ')}/${order.join(' ')}`;
}

/** The cheaper first, and of equal cost the shorter. */
export function bySimplicity(one: Design, other: Design): number {
  return one.cost - other.cost || one.edits.length - other.edits.length;
}
