import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { finish } from '../../../src/plain/work';
import { NumberReader, NumberWriter } from '../../../src/plain/number-record';
import { momentsOf } from '../../../src/statistics/chunk-moments';
import { PartStore } from '../../../src/statistics/part-store';
import { storeQuantiles } from '../../../src/statistics/store-quantiles';
import { ValueStore } from '../../../src/statistics/value-store';
import { weightedQuantiles } from '../../../src/statistics/weighted-quantiles';

const seed = 1129;
const levels = [0.05, 0.25, 0.5, 0.75, 0.95];

/** Kinds of columns: smooth, of few values, mostly one value, with a far tail, growing from customer to customer, all the same. */
const kinds: readonly ((k: number, luck: number) => number)[] = [
  (_, luck) => 40 + 20 * luck,
  (_, luck) => Math.floor(11 * luck),
  (_, luck) => (luck < 0.8 ? 0 : luck - 0.9),
  (_, luck) => (-Math.log(1 - luck)) ** 7,
  (k) => k / 1000,
  () => 0.1,
];

function columnOf(kind: number, length: number, from: number): Float64Array {
  let state = from;
  return Float64Array.from({ length }, (_, k) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return kinds[kind]!(k, state / 2 ** 32);
  });
}

function stored(values: Float64Array, block: number): ValueStore {
  const store = new ValueStore({ customers: values.length, rule: 'exact' });
  for (let from = 0; from < values.length; from += block) store.add(values.subarray(from), Math.min(block, values.length - from));
  return store;
}

describe(`quantiles of every store and of all (seed ${seed})`, () => {
  const column = fc.record({
    kind: fc.nat(kinds.length - 1),
    length: fc.constantFrom(1, 30, 300, 5000, 70_000),
    from: fc.nat(),
    weight: fc.integer({ min: 1, max: 9 }),
    /** Every so-manyth counts not; 0: all do. */
    without: fc.constantFrom(0, 3, 40),
  });
  it('are those of each column by itself, and of the mixture, sorted', () => {
    fc.assert(
      fc.property(fc.array(column, { minLength: 1, maxLength: 3 }), (columns) => {
        const made = columns.map(({ kind, length, from, weight, without }) => {
          const values = columnOf(kind, length, from);
          const lives = (k: number): boolean => without === 0 || k % without !== 1;
          const kept = values.filter((_, k) => lives(k));
          const store = stored(values, 2048);
          const lived = stored(
            values.map((_, k) => (lives(k) ? 0 : -1)),
            2048,
          );
          return {
            all: { store, moments: momentsOf(values), weight, sorted: { values: values.slice().sort(), weight } },
            some: {
              store: without === 0 ? store : new PartStore(store, lived),
              moments: momentsOf(kept),
              weight: weight * kept.length,
              sorted: { values: kept.slice().sort(), weight: weight * kept.length },
            },
          };
        });
        const populations = [made.map(({ all }) => all), made.map(({ some }) => some)];
        for (const asked of [populations, populations.slice(0, 1), populations.slice(1)]) {
          const found = finish(storeQuantiles(asked, levels));
          asked.forEach((population, p) => {
            const groups = population.length === 1 ? [population] : [...population.map((one) => [one]), population];
            expect(found[p]).toEqual(groups.map((group) => levels.map((level) => bySorting(group, level))));
          });
        }
      }),
      { seed, numRuns: 120 },
    );
  });

  it('where none of those looked at first counts', () => {
    const values = columnOf(0, 200_000, 5);
    const lives = (k: number): boolean => k % 65_536 > 5000;
    const part = new PartStore(
      stored(values, 2048),
      stored(
        values.map((_, k) => (lives(k) ? 0 : -1)),
        2048,
      ),
    );
    const sorted = values.filter((_, k) => lives(k)).sort();
    const [found] = finish(storeQuantiles([[{ store: part, moments: momentsOf(sorted), weight: 1 }]], levels));
    expect(found![0]).toEqual(levels.map((p) => sorted[Math.ceil(p * sorted.length) - 1]!));
  });

  it('a column that begins far from where it goes', () => {
    // What is looked at first tells nothing of the rest.
    const values = columnOf(0, 200_000, 5).map((value, k) => (k < 20_000 ? value : value + 1e6));
    const sorted = values.slice().sort();
    const expected = levels.map((p) => sorted[Math.ceil(p * values.length) - 1]!);
    expect(weightedQuantiles([{ values, weight: 1 }], levels)).toEqual(expected);
  });
});

/** The smallest value at which the weighted share of values at or below it reaches p. */
function bySorting(group: readonly { readonly sorted: { readonly values: Float64Array; readonly weight: number } }[], p: number): number {
  const whole = group.reduce((sum, { sorted }) => sum + sorted.weight, 0);
  const shareAt = (value: number): number =>
    group.reduce((sum, { sorted: { values, weight } }) => sum + ((weight / whole) * upTo(values, value)) / values.length, 1e-12);
  const candidates = group.map(({ sorted: { values } }) => {
    let [low, high] = [0, values.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (shareAt(values[middle]!) >= p) high = middle;
      else low = middle + 1;
    }
    return values[low]!;
  });
  return Math.min(...candidates.filter((value) => shareAt(value) >= p));
}

/** How many of sorted values are at most that. */
function upTo(values: Float64Array, value: number): number {
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (values[middle]! <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}

describe('a store of values', () => {
  const values = columnOf(0, 140_000, 7);
  const same = (a: Float64Array, b: Float64Array): boolean => a.length === b.length && a.every((value, k) => value === b[k]);

  it('gives them back, whole and in part, however they came', () => {
    const ranges = [
      [131_072, 140_000],
      [0, 65_536],
      [65_536, 131_072],
    ] as const;
    const joined = new ValueStore({ customers: values.length, rule: 'exact' });
    for (const [from, to] of ranges) {
      const writer = new NumberWriter();
      stored(values.slice(from, to), 2048).save(writer);
      joined.join(new NumberReader(writer.written), from);
    }
    for (const store of [stored(values, 2048), stored(values, 10_000), joined]) {
      expect(same(store.values!, values)).toBe(true);
      for (const [first, count] of [
        [0, 2048],
        [65_000, 2048],
        [131_072, 10],
        [0, 140_000],
      ] as const) {
        expect(same(store.part(first, count), values.slice(first, first + count))).toBe(true);
      }
    }
  });

  it('takes more than it was made for', () => {
    const store = new ValueStore({ customers: 2048, rule: 'exact' });
    for (let from = 0; from < 20_480; from += 2048) store.add(values.subarray(from, from + 2048), 2048);
    expect(same(store.values!, values.slice(0, 20_480))).toBe(true);
  });
});
