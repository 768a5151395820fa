import { describe, expect, it } from 'vitest';
import { SpareColumns } from '../../../src/statistics/spare-columns';

describe('spare columns', () => {
  it('are used again, by their length', () => {
    const spare = new SpareColumns();
    const column = spare.take(3);
    spare.give(column);
    expect(spare.bytes).toBe(24);
    expect(spare.take(4)).not.toBe(column);
    expect(spare.take(3)).toBe(column);
    expect(spare.take(3)).not.toBe(column);
    expect(spare.bytes).toBe(0);
  });

  it('are of the lengths that were given last', () => {
    const spare = new SpareColumns();
    for (const length of [1, 2, 3, 4, 1, 5]) spare.give(new Float64Array(length));
    // Two of one, none of two.
    expect(spare.bytes).toBe(8 * (1 + 1 + 3 + 4 + 5));
  });
});
