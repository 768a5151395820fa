import { seen, tellApart } from '../errors/alike';
import type { Issue } from '../errors/issue';
import { quote } from '../errors/wording';

/** Ids met so far. Two that look the same are one to whoever reads results, and seldom two to whoever wrote them. */
export class MetIds {
  readonly #met = new Map<string, { readonly id: string; readonly where: string }>();

  /** `expected`: what every id must be, such as `an id no other segment has`. */
  constructor(readonly expected: string) {}

  /** Notes an id and where it stands, or writes down that it cannot be told from an earlier one. */
  add(id: string, where: string, path: string, issues: Issue[]): void {
    const look = seen(id);
    const earlier = this.#met.get(look);
    if (look === '') issues.push({ code: 'invalid-text', path, expected: 'an id that can be seen', received: quote(id) });
    else if (earlier === undefined) this.#met.set(look, { id, where });
    else issues.push(this.#fault(id, earlier, path));
  }

  /** Writes down that a name that may well be an id here, or stand for itself, is spelled otherwise than the id it looks like. */
  addReference(name: string, where: string, path: string, issues: Issue[]): void {
    const look = seen(name);
    const earlier = this.#met.get(look);
    if (earlier === undefined) this.#met.set(look, { id: name, where });
    else if (earlier.id !== name) issues.push(this.#fault(name, earlier, path, `the spelling of ${earlier.where}, or another name`));
  }

  #fault(id: string, earlier: { readonly id: string; readonly where: string }, path: string, expected = this.expected): Issue {
    const hint = `${earlier.where} has it too${earlier.id === id ? '' : `, as it seems: ${tellApart(id, earlier.id)}`}`;
    return { code: 'duplicate-id', path, expected, received: quote(id), hint };
  }
}
