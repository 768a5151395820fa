import type { Journey } from '../journey/types';
import type { RootKey } from '../random/root-key';
import { uniforms } from '../random/uniforms';

/** Versions of a journey: a set of atoms, each with or without, is a number with one bit for each. */
export interface Versions {
  readonly atoms: readonly unknown[];
  /** Undefined where this set is not possible. */
  journey(set: number): Journey | undefined;
}

/** Every contribution is a weighted sum of outcomes over versions of the journey: `of(atom, set)` says with which weight. */
export interface Coefficients {
  readonly weights: ReadonlyMap<number, Float64Array>;
  /** The drawn orders, each as sets from none to all; undefined where every order was counted. */
  readonly orders: readonly (readonly number[])[] | undefined;
  readonly count: number;
}

/** Each atom in the order given: what it adds to those before it. */
export function sequentialCoefficients(versions: Versions): Coefficients {
  const orders = [givenOrder(versions.atoms.length)];
  return { weights: weigh(orders, versions.atoms.length), orders: undefined, count: 1 };
}

function givenOrder(atoms: number): number[] {
  return Array.from({ length: atoms + 1 }, (_, done) => (1 << done) - 1);
}

/**
 * Shapley's weights over the orders in which every atom is possible when its turn comes. How many such orders pass from one set to the next
 * is how many lead to the one times how many lead on from the other.
 */
export function shapleyCoefficients(versions: Versions): Coefficients {
  const atoms = versions.atoms.length;
  const sets = 1 << atoms;
  const before = new Float64Array(sets);
  const after = new Float64Array(sets);
  before[0] = 1;
  after[sets - 1] = 1;
  for (let set = 1; set < sets; set++) {
    for (let atom = 0; atom < atoms; atom++) {
      const without = set & ~(1 << atom);
      if (without !== set && before[without]! > 0 && versions.journey(set) !== undefined) before[set]! += before[without]!;
    }
  }
  for (let set = sets - 2; set >= 0; set--) {
    for (let atom = 0; atom < atoms; atom++)
      if (((set >> atom) & 1) === 0 && before[set]! > 0) after[set]! += before[set | (1 << atom)]! > 0 ? after[set | (1 << atom)]! : 0;
  }
  const count = before[sets - 1]!;
  const weights = new Map<number, Float64Array>();
  for (let set = 0; set < sets; set++) {
    for (let atom = 0; atom < atoms; atom++) {
      const next = set | (1 << atom);
      const passing = next === set ? 0 : before[set]! * after[next]!;
      if (passing === 0 || before[next] === 0) continue;
      add(weights, next, atoms, atom, passing / count);
      add(weights, set, atoms, atom, -passing / count);
    }
  }
  return { weights, orders: undefined, count };
}

/**
 * As {@link shapleyCoefficients}, over `count` drawn orders. Each is drawn step by step among the atoms that are possible next; one that ends
 * before all are done is drawn anew, and after many failures is the order given.
 */
export function drawnCoefficients(versions: Versions, root: RootKey, count: number): Coefficients {
  const draw = uniforms(root, 'orders of edits');
  const orders = Array.from({ length: count }, () => drawOrder(versions, draw));
  return { weights: weigh(orders, versions.atoms.length), orders, count };
}

const mostTries = 20;

function drawOrder(versions: Versions, draw: () => number): number[] {
  const atoms = versions.atoms.length;
  for (let attempt = 0; attempt < mostTries; attempt++) {
    const sets = [0];
    const left = Array.from({ length: atoms }, (_, atom) => atom);
    let turn = 0;
    // Those not possible yet are passed over: the rest keep equal chances.
    while (turn < left.length) {
      const pick = turn + Math.floor(draw() * (left.length - turn));
      const next = sets.at(-1)! | (1 << left[pick]!);
      [left[turn], left[pick]] = [left[pick]!, left[turn]!];
      if (versions.journey(next) === undefined) {
        turn++;
        continue;
      }
      sets.push(next);
      left.splice(turn, 1);
      turn = 0;
    }
    if (left.length === 0) return sets;
  }
  return givenOrder(atoms);
}

function weigh(orders: readonly (readonly number[])[], atoms: number): Map<number, Float64Array> {
  const weights = new Map<number, Float64Array>();
  for (const sets of orders) {
    for (let step = 1; step < sets.length; step++) {
      const atom = atomBetween(sets[step - 1]!, sets[step]!);
      add(weights, sets[step]!, atoms, atom, 1 / orders.length);
      add(weights, sets[step - 1]!, atoms, atom, -1 / orders.length);
    }
  }
  return weights;
}

/** The one atom by which a set is larger than another. */
export function atomBetween(set: number, next: number): number {
  return 31 - Math.clz32(next ^ set);
}

function add(weights: Map<number, Float64Array>, set: number, atoms: number, atom: number, weight: number): void {
  let own = weights.get(set);
  if (own === undefined) weights.set(set, (own = new Float64Array(atoms)));
  own[atom]! += weight;
}
