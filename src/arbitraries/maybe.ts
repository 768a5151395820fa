import type { Arbitrary, Fc } from './fast-check';

/** A value that is often left out; shrinks towards leaving it out. Present in `present` of `present + absent` cases. */
export function maybe<Value>(fc: Fc, arbitrary: Arbitrary<Value>, present = 1, absent = 3): Arbitrary<Value | undefined> {
  return simplestFirst<Value | undefined>(fc, [
    [absent, fc.constant(undefined)],
    [present, arbitrary],
  ]);
}

/** One of several, each with its weight; shrinks towards the first. */
export function simplestFirst<Value>(
  fc: Fc,
  choices: readonly (readonly [weight: number, arbitrary: Arbitrary<Value>])[],
): Arbitrary<Value> {
  const weighted = choices.filter(([weight]) => weight > 0).map(([weight, arbitrary]) => ({ weight, arbitrary }));
  return fc.oneof({ withCrossShrink: true }, ...weighted);
}

interface ListLength {
  readonly min: number;
  readonly max: number;
  /** How many stay at least when shrinking. Default: as many as are drawn at least. */
  readonly keep?: number;
}

/**
 * A list of `min` to `max`. fast-check's own lists shrink from the front only; here every item also has a mark that shrinks towards leaving
 * it out, so that any of them can go.
 */
export function lists<Item>(fc: Fc, item: Arbitrary<Item>, { min, max, keep = min }: ListLength): Arbitrary<Item[]> {
  return fc.array(fc.tuple(fc.integer({ min: 0, max: 24 }), item), { minLength: min, maxLength: max }).map((marked) => {
    const kept = marked.filter(([mark]) => mark > 0).length;
    let missing = keep - kept;
    return marked.filter(([mark]) => mark > 0 || missing-- > 0).map(([, one]) => one);
  });
}

/** One of a list in order; shrinks towards the first through those in between, which fast-check's `constantFrom` leaves out. */
export function oneInOrder<Value>(fc: Fc, values: readonly Value[]): Arbitrary<Value> {
  return fc.integer({ min: 0, max: values.length - 1 }).map((place) => values[place]!);
}

/** Keys whose value is undefined are left out, to the bottom. */
export function withoutGaps<Data>(data: Data): Data {
  if (typeof data !== 'object' || data === null) return data;
  if (Array.isArray(data)) return data.map(withoutGaps) as Data;
  const kept: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(data)) if (value !== undefined) kept[key] = withoutGaps(value);
  return kept as Data;
}

/** Puts a value at a path, and groups above it where there are none. */
export function setAt(target: Record<string, unknown>, path: string, value: unknown): void {
  const keys = path.split('.');
  const last = keys.pop()!;
  let group = target;
  for (const key of keys) {
    const inner = group[key];
    group = (group[key] = typeof inner === 'object' && inner !== null ? { ...inner } : {}) as Record<string, unknown>;
  }
  group[last] = value;
}
