import type { Journey } from '../journey/types';
import type { Edit } from '../redesign/types';

/** One way to take a candidate: edits that belong together. */
export interface Way {
  readonly edits: readonly Edit[];
  readonly cost: number;
  /** How many of the edits name no cost. */
  readonly unpriced: number;
  /** Steps that no other way in the same design may claim: those it merges. */
  readonly claims: readonly string[];
}

/** What is searched: at most one way of each candidate, in their order, and then perhaps another order of steps. */
export interface SearchSpace {
  readonly journey: Journey;
  readonly candidates: readonly (readonly Way[])[];
  readonly order: { readonly ids: readonly string[] | undefined; readonly cost: number | undefined } | undefined;
  readonly budget: number;
  readonly maxEdits: number;
  readonly most: number;
  /** Whether designs are judged by ease, so that what leaves no step with effort is none. */
  readonly needsEffort: boolean;
}

/** For each candidate which way is taken, from 1; 0: it is left. */
export type Picks = readonly number[];

export function wayOf(edits: readonly Edit[], claims: readonly string[] = []): Way {
  const cost = edits.reduce((sum, edit) => sum + (edit.cost ?? 0), 0);
  return { edits, cost, unpriced: edits.filter((edit) => edit.cost === undefined).length, claims };
}

export function waysOf({ candidates }: SearchSpace, picks: Picks): Way[] {
  return picks.flatMap((pick, index) => (pick === 0 ? [] : candidates[index]![pick - 1]!));
}

/** Every choice of ways within budget, short lists of edits before long ones; with as many edits the earlier candidates first. */
export function* allPicks(space: SearchSpace): Generator<Picks> {
  const { candidates, budget, maxEdits } = space;
  const least = leastCosts(candidates, maxEdits);
  const picks = candidates.map(() => 0);
  const claimed = new Set<string>();
  for (let edits = 0; edits < least[0]!.length; edits++) yield* from(0, edits, 0);

  function* from(index: number, edits: number, cost: number): Generator<Picks> {
    // Only where the rest of the candidates can end the list: else thousands of beginnings would be gone through that nothing ends.
    const rest = least[index]![edits] ?? Infinity;
    if (rest === Infinity || cost + rest > budget) return;
    if (index === candidates.length) {
      yield [...picks];
      return;
    }
    // What takes this candidate comes before what leaves it.
    for (const [place, way] of candidates[index]!.entries()) {
      if (way.edits.length > edits || way.claims.some((id) => claimed.has(id))) continue;
      picks[index] = place + 1;
      for (const id of way.claims) claimed.add(id);
      yield* from(index + 1, edits - way.edits.length, cost + way.cost);
      for (const id of way.claims) claimed.delete(id);
    }
    picks[index] = 0;
    yield* from(index + 1, edits, cost);
  }
}

/** From each candidate on, by number of edits: the least that exactly so many can cost; Infinity where there is no such list. */
function leastCosts(candidates: SearchSpace['candidates'], maxEdits: number): number[][] {
  const least: number[][] = [[0]];
  for (const ways of [...candidates].reverse()) {
    const rest = least[0]!;
    const longest = Math.max(0, ...ways.map((way) => way.edits.length));
    const own = Array.from({ length: Math.min(maxEdits + 1, rest.length + longest) }, (_, edits) => rest[edits] ?? Infinity);
    for (const { edits, cost } of ways) {
      for (let left = 0; left < rest.length && left + edits.length < own.length; left++) {
        own[left + edits.length] = Math.min(own[left + edits.length]!, rest[left]! + cost);
      }
    }
    least.unshift(own);
  }
  return least;
}

export function isWithin(space: SearchSpace, picks: Picks): boolean {
  const ways = waysOf(space, picks);
  const claims = ways.flatMap((way) => way.claims);
  return (
    ways.reduce((sum, { edits }) => sum + edits.length, 0) <= space.maxEdits &&
    ways.reduce((sum, { cost }) => sum + cost, 0) <= space.budget &&
    new Set(claims).size === claims.length
  );
}
