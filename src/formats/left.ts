/** What a reader or writer could not carry over, changed or assumed, as plain data. */
export interface Left {
  /**
   * Where it stands, written like code. Of a text that was read, `line[12]` or `line[12].column[5]`, counted from 1 as editors do; of a journey that
   * was written, `interactions[2].affect`, with `interactions[]` for every step that has it. Empty for the whole.
   */
  readonly path: string;
  /** What became of it, in words. */
  readonly what: string;
  /** How many there are of it, where there are several. */
  readonly count?: number;
}

/** What came of a conversion, and everything it could not carry over: nothing is dropped in silence. */
export interface Converted<Value> {
  /** What was made. */
  readonly value: Value;
  /** What is lost, changed or assumed in it; empty where nothing is. */
  readonly left: readonly Left[];
}

/** Nobody reads more; what is met after so many is counted together. */
const mostKinds = 1000;
const beyond = `more is left than is listed: only the first ${mostKinds} kinds are`;

/** Writes down what is left; what is alike is counted, at the first place where it was met. */
export class Leftovers {
  readonly #found = new Map<string, { readonly path: string; readonly what: string; count: number }>();

  add(path: string, what: string, count = 1): void {
    if (count === 0) return;
    const isBeyond = this.#found.size >= mostKinds && !this.#found.has(what);
    if (isBeyond && what !== beyond) return this.add(path, beyond, count);
    const known = this.#found.get(what);
    if (known === undefined) this.#found.set(what, { path, what, count });
    else known.count += count;
  }

  list(): Left[] {
    return Array.from(this.#found.values(), ({ path, what, count }) => ({ path, what, ...(count === 1 ? {} : { count }) }));
  }
}
