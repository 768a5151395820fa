import { seen } from '../errors/alike';
import { isForbiddenKey } from '../plain/plain-object';
import { beginning } from '../words/width';

const longestId = 120;
const longestName = 300;

/** Ids for what a log names, whatever that is: each once, none with a meaning of its own. */
export class SafeIds {
  readonly #taken = new Set<string>();

  /** `what` stands in front of names that cannot be ids. */
  constructor(
    private readonly what: string,
    private readonly reserved: readonly string[] = [],
  ) {}

  /** The name itself where it can be an id, else one near it. */
  of(name: string): string {
    const short = beginning(safeName(name), longestId);
    const means = isForbiddenKey(short) || short === '*' || /^(?:stage|channel):/.test(short) || this.reserved.includes(short);
    const plain = seen(short) === '' ? this.what : means ? `${this.what} ${short}` : short;
    let id = plain;
    // Names that look alike are told apart as well.
    for (let more = 2; this.#taken.has(seen(id)); more++) id = `${plain} (${more})`;
    this.#taken.add(seen(id));
    return id;
  }
}

/** A name that can stand in a journey: whole characters, not endless. */
export function safeName(name: string): string {
  return beginning(name.replace(/\p{Cs}/gu, '\u{fffd}').trim(), longestName);
}
