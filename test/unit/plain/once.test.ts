import { describe, expect, it } from 'vitest';
import { once } from '../../../src/plain/once';

describe('once', () => {
  it('works out once for each object, and each time for those it is not to keep', () => {
    const made: number[] = [];
    const doubled = once((key: { readonly value: number }) => {
      made.push(key.value);
      return { twice: 2 * key.value };
    }, Object.isFrozen);
    const [fixed, open] = [Object.freeze({ value: 1 }), { value: 2 }];
    expect([doubled(fixed), doubled(fixed), doubled(open)]).toEqual([{ twice: 2 }, { twice: 2 }, { twice: 4 }]);
    open.value = 3;
    expect(doubled(open)).toEqual({ twice: 6 });
    expect(made).toEqual([1, 2, 3]);
    expect(doubled(fixed)).toBe(doubled(fixed));
  });
});
