interface Entry {
  readonly value: unknown;
  readonly bytes: number;
}

/** Keeps what was made, within a bound of bytes: what has not been used for longest is let go first. What is not there is simply made again. */
export class Kept {
  readonly #entries = new Map<unknown, Entry>();
  #bytes = 0;

  constructor(readonly maxBytes: number) {}

  get bytes(): number {
    return this.#bytes;
  }

  /** What is kept under a key, which has now been used last. */
  find<Value>(key: unknown): Value | undefined {
    const known = this.#entries.get(key);
    if (known === undefined) return undefined;
    this.#entries.delete(key);
    this.#entries.set(key, known);
    return known.value as Value;
  }

  /** Keeps a value in place of what stood under its key, unless it has no room at all. */
  keep(key: unknown, value: unknown, bytes: number): void {
    this.drop(key);
    if (bytes > this.maxBytes) return;
    for (const [oldest] of this.#entries) {
      if (this.#bytes + bytes <= this.maxBytes) break;
      this.drop(oldest);
    }
    this.#entries.set(key, { value, bytes });
    this.#bytes += bytes;
  }

  drop(key: unknown): void {
    const known = this.#entries.get(key);
    if (known === undefined) return;
    this.#entries.delete(key);
    this.#bytes -= known.bytes;
  }
}
