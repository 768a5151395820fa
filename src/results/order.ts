import type { AnyComparison, AnySimulation } from './types';

// Objects list keys that look like whole numbers first, smallest first, whatever order they were set in. So each result has lists beside
// its objects, and whatever prints or goes through a result goes by them.

/** Segments as the study lists them; also of a result that came without its `order`. */
export function segmentIds({ order, study }: Stored<AnySimulation | AnyComparison, 'study'>): readonly string[] {
  return order?.segments ?? study.segments.map(({ id }) => id);
}

/** Variants as they were handed over. */
export function variantNames({ order, variants }: Stored<AnyComparison, 'variants'>): readonly string[] {
  return order?.variants ?? Object.keys(variants);
}

/** Whatever outcomes it holds, and with or without an order. */
type Stored<Result extends { readonly order: object }, Key extends keyof Result> = Pick<Result, Key> & Partial<Pick<Result, 'order'>>;

/** The values of an object with their keys, in the order of a list of these keys. */
export function inOrder<Value>(keys: readonly string[], values: { readonly [key: string]: Value }): (readonly [string, Value])[] {
  return keys.map((key) => [key, values[key]!] as const);
}
