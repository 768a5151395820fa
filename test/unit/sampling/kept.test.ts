import { describe, expect, it } from 'vitest';
import { Kept } from '../../../src/sampling/kept';

describe('what is kept within a bound', () => {
  it('lets the oldest go that has not been used since room was last looked for', () => {
    const kept = new Kept(30);
    for (const key of ['a', 'b', 'c']) kept.keep(key, key, 10);
    expect(kept.find('a')).toBe('a');
    kept.keep('d', 'd', 10);
    expect(['a', 'b', 'c', 'd'].map((key) => kept.find(key))).toEqual(['a', undefined, 'c', 'd']);
    expect(kept.bytes).toBe(30);
  });

  it('makes room also where everything has been used, and none for what is larger than all of it', () => {
    const kept = new Kept(20);
    for (const key of ['a', 'b']) kept.keep(key, key, 10);
    for (const key of ['a', 'b']) kept.find(key);
    kept.keep('c', 'c', 10);
    expect(['a', 'b', 'c'].map((key) => kept.find(key))).toEqual([undefined, 'b', 'c']);
    kept.keep('whole', 'whole', 21);
    expect([kept.find('whole'), kept.bytes]).toEqual([undefined, 20]);
  });
});
