import { seen } from '../errors/alike';

const longestId = 60;

/** Gives every name an id of its own: small letters and digits of any script with `-` between, and a number behind the second of the same. */
export class IdsOfNames {
  readonly #taken = new Set<string>();

  constructor(reserved: readonly string[] = []) {
    for (const id of reserved) this.#taken.add(id);
  }

  idOf(name: string, fallback: string): string {
    const plain = seen(name)
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\p{M}]+/gu, '-')
      .replace(/^-+|-+$/g, '');
    const short = Array.from(plain).slice(0, longestId).join('').replace(/-+$/, '');
    const id = short === '' ? fallback : short;
    for (let count = 1; ; count++) {
      const one = count === 1 ? id : `${id}-${count}`;
      const look = seen(one);
      if (this.#taken.has(look)) continue;
      this.#taken.add(look);
      return one;
    }
  }
}
