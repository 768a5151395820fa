import { seen } from '../errors/alike';

const longestId = 60;
/** Keys with a meaning of their own in JavaScript. */
const forbidden = ['constructor', 'prototype'];

/** Gives every name an id of its own: small letters and digits of any script with `-` between, and a number behind the second of the same. */
export class IdsOfNames {
  readonly #taken: Set<string>;
  /** How many of each name there have been. */
  readonly #counts = new Map<string, number>();

  constructor(reserved: readonly string[] = []) {
    this.#taken = new Set([...reserved, ...forbidden]);
  }

  idOf(name: string, fallback: string): string {
    const plain = seen(name)
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\p{M}]+/gu, '-')
      .replace(/^-+|-+$/g, '');
    const short = Array.from(plain).slice(0, longestId).join('').replace(/-+$/, '');
    const id = short === '' ? fallback : short;
    for (let count = (this.#counts.get(id) ?? 0) + 1; ; count++) {
      const one = count === 1 ? id : `${id}-${count}`;
      const look = seen(one);
      if (this.#taken.has(look)) continue;
      this.#taken.add(look);
      this.#counts.set(id, count);
      return one;
    }
  }
}
