import type { Candidate } from './candidates';
import type { Names } from './known';
import type { FitLevel } from './types';

/** Ratings and candidates as one level sees them. */
export interface Seen {
  readonly ratings: Float64Array;
  readonly candidates: readonly Candidate[];
  readonly groupOf: Int32Array;
  readonly groups: number;
}

/** All as it is; each rating against the mean of its person; or the means of people against each other. */
export function atLevel(
  level: FitLevel,
  ratings: Float64Array,
  candidates: readonly Candidate[],
  groups: Names,
  person: Names | undefined,
): Seen {
  const groupOf = groups.of;
  const count = groupOf.reduce((most, group) => Math.max(most, group + 1), 0);
  if (level === 'both' || person === undefined) return { ratings, candidates, groupOf, groups: count };
  const people = person.names.length;
  const sizes = new Float64Array(people);
  for (const one of person.of) sizes[one]!++;
  const means = (column: Float64Array): Float64Array => {
    const sums = new Float64Array(people);
    for (const [i, value] of column.entries()) sums[person.of[i]!]! += value;
    return sums.map((sum, one) => sum / sizes[one]!);
  };
  const between = level === 'between';
  const seen = (column: Float64Array): Float64Array => {
    const mean = means(column);
    return between ? mean : column.map((value, i) => value - mean[person.of[i]!]!);
  };
  const changed = candidates.map((candidate) => ({
    ...candidate,
    settings: candidate.settings.map((setting) => ({ ...setting, columns: setting.columns.map(seen) })),
  }));
  // A person stands in one part: nothing of theirs is known where the rest is judged.
  if (between) return { ratings: seen(ratings), candidates: changed, groupOf: Int32Array.from(sizes, (_, one) => one), groups: people };
  return { ratings: seen(ratings), candidates: changed, groupOf: person.of, groups: people };
}

/** The names of some, numbered anew. */
export function someNames({ names, of }: Names, places: Int32Array): Names {
  const numbers = new Map<number, number>();
  const some = Int32Array.from(places, (place) => {
    const number = numbers.get(of[place]!) ?? numbers.size;
    numbers.set(of[place]!, number);
    return number;
  });
  return { names: [...numbers.keys()].map((number) => names[number] ?? ''), of: some };
}

/** Some of what is seen: the places for which it holds. */
export function someOf({ ratings, candidates, groupOf }: Seen, places: Int32Array): Seen {
  const some = (column: Float64Array): Float64Array => Float64Array.from(places, (place) => column[place]!);
  const numbers = new Map<number, number>();
  const groups = Int32Array.from(places, (place) => {
    const group = groupOf[place]!;
    if (!numbers.has(group)) numbers.set(group, numbers.size);
    return numbers.get(group)!;
  });
  return {
    ratings: some(ratings),
    candidates: candidates.map((candidate) => ({
      ...candidate,
      settings: candidate.settings.map((setting) => ({ ...setting, columns: setting.columns.map(some) })),
    })),
    groupOf: groups,
    groups: numbers.size,
  };
}
