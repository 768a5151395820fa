import { describe, expect, it } from 'vitest';
import { normalFromWord } from '../../../src/numerics/normal-from-word';
import { rootKey } from '../../../src/random/root-key';
import { chunkSize, fillWords, uniformFromWord } from '../../../src/random/stream';
import { hashId, streamKey } from '../../../src/random/stream-key';
import { Kept } from '../../../src/sampling/kept';
import { ColumnPlan, type Slot } from '../../../src/sampling/column-plan';
import { SegmentColumns } from '../../../src/sampling/segment-columns';
import { Arena } from '../../../src/sampling/arena';

const root = rootKey('columns');
const uniform = { type: 'uniform', min: 0, max: 1 } as const;
const normal = { type: 'normal', mean: 0, sd: 1 } as const;

/** All values of one slot, block by block. */
function valuesOf(
  plan: ColumnPlan,
  slot: Slot,
  customers: number,
  { size = chunkSize, segment = 's', kept }: { size?: number; segment?: string; kept?: Kept } = {},
): number[] {
  const columns = new SegmentColumns(plan, root, segment, new Arena(size), kept);
  const all: number[] = [];
  for (let first = 0; first < customers; first += size) {
    const count = Math.min(size, customers - first);
    columns.begin(first, count);
    const { values, mask } = columns.column(slot);
    for (let i = 0; i < count; i++) all.push(values[i & mask]!);
  }
  return all;
}

/** The words themselves: customer i takes word i & 2047 of chunk i >> 11. */
function wordsOf(stream: string, purpose: 'skip' | 'affect' | 'affectFactor', customers: number): number[] {
  const key = streamKey(root, hashId('s'), hashId(stream), purpose);
  return Array.from({ length: customers }, (_, customer) => {
    const place = customer & 2047;
    const words = new Int32Array(place + 1);
    fillWords(key, customer >> 11, words, 0, place + 1);
    return words[place]!;
  });
}

describe('a drawn column', () => {
  it('is the words of its stream, one a customer, across chunks', () => {
    const plan = new ColumnPlan();
    const slot = plan.draw('step', 'skip', uniform);
    expect(valuesOf(plan, slot, 5000)).toEqual(wordsOf('step', 'skip', 5000).map(uniformFromWord));
  });

  it('leans on a hidden factor by √ρ·g + √(1−ρ)·e', () => {
    const plan = new ColumnPlan();
    const slot = plan.draw('step', 'affect', normal, { factor: { purpose: 'affectFactor', rho: 0.36 } });
    const hidden = wordsOf('', 'affectFactor', 3000).map(normalFromWord);
    const own = wordsOf('step', 'affect', 3000).map(normalFromWord);
    valuesOf(plan, slot, 3000).forEach((value, customer) => expect(value).toBeCloseTo(0.6 * hidden[customer]! + 0.8 * own[customer]!, 12));
  });

  it('that leans by 0 is the column that does not lean', () => {
    const plan = new ColumnPlan();
    expect(plan.draw('step', 'affect', normal, { factor: { purpose: 'affectFactor', rho: 0 } })).toBe(plan.draw('step', 'affect', normal));
  });

  it('is scaled, shifted and then kept within its bounds', () => {
    const plan = new ColumnPlan();
    const slot = plan.draw('step', 'affect', normal, { scale: 3, shift: 1, between: [-2, 2] });
    const plainly = valuesOf(plan, plan.draw('step', 'affect', normal), 500);
    valuesOf(plan, slot, 500).forEach((value, customer) =>
      expect(value).toBeCloseTo(Math.max(-2, Math.min(2, 1 + 3 * plainly[customer]!)), 12),
    );
  });

  it('does not depend on blocks, on the cache, on the order of asking, nor on what else is drawn', () => {
    const alone = new ColumnPlan();
    const slot = alone.draw(
      'step',
      'affect',
      { type: 'lognormal', median: 5, sigma: 1 },
      { factor: { purpose: 'affectFactor', rho: 0.5 } },
    );
    const expected = valuesOf(alone, slot, 10_000);
    for (const size of [4096, 16_384]) expect(valuesOf(alone, slot, 10_000, { size })).toEqual(expected);
    for (const maxBytes of [0, 80_000, 1e9]) expect(valuesOf(alone, slot, 10_000, { kept: new Kept(maxBytes) })).toEqual(expected);

    const crowded = new ColumnPlan();
    const others = ['a', 'b', 'step'].map((stream) =>
      crowded.draw(stream, 'duration', normal, { factor: { purpose: 'affectFactor', rho: 0.5 } }),
    );
    const same = crowded.draw(
      'step',
      'affect',
      { type: 'lognormal', median: 5, sigma: 1 },
      { factor: { purpose: 'affectFactor', rho: 0.5 } },
    );
    for (const kept of [undefined, new Kept(1e9)]) {
      const columns = new SegmentColumns(crowded, root, 's', new Arena(chunkSize), kept);
      columns.begin(2048, 2048);
      for (const other of others) columns.column(other);
      expect(Array.from({ length: 2048 }, (_, i) => columns.column(same).values[i])).toEqual(expected.slice(2048, 4096));
    }
  });

  it('differs by segment, stream and purpose', () => {
    const plan = new ColumnPlan();
    const slots = [plan.draw('a', 'skip', uniform), plan.draw('b', 'skip', uniform), plan.draw('a', 'failure', uniform)];
    const firsts = [...slots.map((slot) => valuesOf(plan, slot, 1)[0]), valuesOf(plan, slots[0]!, 1, { segment: 't' })[0]];
    expect(new Set(firsts).size).toBe(4);
  });
});

describe('constants', () => {
  it('draw nothing and are shared', () => {
    const plan = new ColumnPlan();
    expect(plan.draw('a', 'duration', 5, { scale: 2 })).toBe(plan.constant(10));
    expect(plan.draw('a', 'duration', { type: 'constant', value: 10 })).not.toBe(plan.draw('a', 'duration', uniform));
    expect(valuesOf(plan, plan.draw('a', 'duration', { type: 'constant', value: 10 }), 3)).toEqual([10, 10, 10]);
    expect(plan.draw('a', 'affect', 30, { between: [-10, 10] })).toBe(plan.constant(10));
  });
  it('minus zero is zero', () => {
    const plan = new ColumnPlan();
    expect(Object.is(valuesOf(plan, plan.constant(-0), 1)[0], 0)).toBe(true);
  });
  it('a computation on constants is a constant, on draws a column', () => {
    const plan = new ColumnPlan();
    const twice = (values: Float64Array) => 2 * values[0]!;
    expect(plan.derive('twice', [plan.constant(4)], twice).constant).toBe(8);
    const drawn = plan.draw('a', 'skip', uniform);
    const derived = plan.derive('twice', [drawn], twice);
    expect(derived.constant).toBeUndefined();
    expect(valuesOf(plan, derived, 10)).toEqual(valuesOf(plan, drawn, 10).map((value) => 2 * value));
  });
});

describe('the power of a column', () => {
  it.each([
    ['log-normal', { type: 'lognormal', median: 300, sigma: 0.7 }],
    ['uniform', { type: 'uniform', min: 0, max: 400 }],
    ['of values with zeros', { type: 'discrete', values: [0, 90], probabilities: [0.5, 0.5] }],
  ] as const)('%s: factor·x^exponent', (_, distribution) => {
    const plan = new ColumnPlan();
    const slot = plan.draw('a', 'duration', distribution);
    const powered = plan.power(slot, 0.9, 2);
    const plainly = valuesOf(plan, slot, 3000);
    for (const kept of [undefined, new Kept(1e9)]) {
      const options = kept === undefined ? {} : { kept };
      valuesOf(plan, powered, 3000, options).forEach((value, customer) => {
        const expected = 2 * Math.pow(plainly[customer]!, 0.9);
        expect(Math.abs(value - expected)).toBeLessThanOrEqual(1e-12 * expected);
      });
    }
  });
});

describe('what is kept', () => {
  it('stays within its bound; what has not been used for longest goes', () => {
    const kept = new Kept(2 * 800);
    const holds = (key: string): boolean => kept.find(key) !== undefined;
    kept.keep('a', 1, 800);
    kept.keep('b', 2, 800);
    expect(kept.find('a')).toBe(1);
    kept.keep('c', 3, 800); // b goes
    expect([holds('a'), holds('b'), holds('c')]).toEqual([true, false, true]);
    kept.keep('huge', 4, 1601);
    expect([holds('huge'), kept.bytes]).toEqual([false, 1600]);
    kept.keep('a', 5, 100); // in its own place
    expect([kept.find('a'), kept.bytes]).toEqual([5, 900]);
    kept.drop('c');
    expect(kept.bytes).toBe(100);
  });

  it('of fewer customers is no column of more, of more one of fewer', () => {
    const plan = new ColumnPlan();
    const slot = plan.draw('a', 'skip', normal);
    const kept = new Kept(1e9);
    const columns = new SegmentColumns(plan, root, 's', new Arena(chunkSize), kept);
    const look = (count: number): number[] => {
      columns.begin(0, count);
      return Array.from(columns.column(slot).values.subarray(0, count));
    };
    const few = look(100);
    expect(kept.bytes).toBe(800);
    expect(look(2000)).toEqual(valuesOf(plan, slot, 2000));
    expect(kept.bytes).toBe(16_000);
    expect(look(100)).toEqual(few);
    expect(kept.bytes).toBe(16_000);
  });
});
