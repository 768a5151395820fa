import type { Issue } from '../errors/issue';
import { meant } from '../errors/unknown-name';
import { at, quote } from '../errors/wording';

/** One issue for each key that is not known here, with the nearest that is, or with a hint of its own. */
export function checkKeys(
  value: Readonly<Record<string, unknown>>,
  known: readonly string[],
  path: string,
  issues: Issue[],
  hintAt?: (key: string) => { readonly hint?: string },
): void {
  for (const key of Object.keys(value)) {
    if (!known.includes(key)) issues.push(unknownKey(key, known, path, {}, hintAt));
  }
}

/** `synonyms`: what people from elsewhere call a key, and what it is called here. */
export function unknownKey(
  key: string,
  known: readonly string[],
  path: string,
  synonyms: Readonly<Record<string, string>> = {},
  hintAt = (unknown: string): { readonly hint?: string } => meant(unknown, known),
): Issue {
  const synonym = Object.hasOwn(synonyms, key) ? synonyms[key]! : undefined;
  const hint = synonym !== undefined && known.includes(synonym) ? { hint: `did you mean ${synonym}?` } : hintAt(key);
  const expected = known.length <= 12 ? `only ${known.join(', ')}` : 'a known key';
  return {
    code: 'unknown-key',
    path: at(path, key),
    expected,
    received: quote(key),
    ...hint,
  };
}

/** One of a few words. */
export function checkChoice<Word extends string>(value: unknown, words: readonly Word[], path: string, issues: Issue[]): value is Word {
  if (words.includes(value as Word)) return true;
  const expected = words.map((word) => quote(word)).join(' or ');
  const code = typeof value === 'string' ? 'out-of-range' : 'invalid-type';
  issues.push({ code, path, expected, received: quote(value), ...meant(value, words, quote) });
  return false;
}
