interface Entry {
  readonly value: unknown;
  readonly bytes: number;
  /** Since somebody last looked for room. */
  used: boolean;
}

/** Keeps what was made, within a bound of bytes: the oldest of what has not been used lately is let go first. What is not there is simply made again. */
export class Kept {
  readonly #entries = new Map<unknown, Entry>();
  #bytes = 0;

  constructor(readonly maxBytes: number) {}

  get bytes(): number {
    return this.#bytes;
  }

  /** What is kept under a key, which has now been used. */
  find<Value>(key: unknown): Value | undefined {
    const known = this.#entries.get(key);
    if (known === undefined) return undefined;
    known.used = true;
    return known.value as Value;
  }

  /** Keeps a value in place of what stood under its key, unless it has no room at all. */
  keep(key: unknown, value: unknown, bytes: number): void {
    this.drop(key);
    if (bytes > this.maxBytes) return;
    for (const [oldest, entry] of this.#entries) {
      if (this.#bytes + bytes <= this.maxBytes) break;
      if (entry.used) this.#spare(oldest, entry);
      else this.drop(oldest);
    }
    this.#entries.set(key, { value, bytes, used: false });
    this.#bytes += bytes;
  }

  /** What was used goes to the end of the line, as if it were new. */
  #spare(key: unknown, entry: Entry): void {
    entry.used = false;
    this.#entries.delete(key);
    this.#entries.set(key, entry);
  }

  drop(key: unknown): void {
    const known = this.#entries.get(key);
    if (known === undefined) return;
    this.#entries.delete(key);
    this.#bytes -= known.bytes;
  }
}
