/** Texts as small numbers, in the order of the first that has each. */
export class Names {
  readonly all: string[] = [];
  readonly #numbers = new Map<string, number>();

  numberOf(name: string): number {
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    this.#numbers.set(name, this.all.length);
    return this.all.push(name) - 1;
  }

  /** Undefined where nobody has it. */
  find(name: string): number | undefined {
    return this.#numbers.get(name);
  }
}
