import type { Issue } from '../errors/issue';
import { at, quote, unfit } from '../errors/wording';
import { unknownName } from '../errors/unknown-name';
import type { Recordings } from '../recordings/types';

/** Reads something known of each recording: a column of its first row, or what a function makes of that row. Undefined, with the fault written down. */
export function readKnown(
  written: unknown,
  path: string,
  { facts, ids }: Recordings,
  issues: Issue[],
): ((place: number) => unknown) | undefined {
  if (typeof written === 'function') {
    const of = written as (row: unknown, id: string) => unknown;
    return (place) => of(facts[place], ids[place]!);
  }
  if (typeof written !== 'string') {
    issues.push(unfit(written, path, 'the name of a column, or a function of a row'));
    return undefined;
  }
  if (!facts.some((row) => Object.hasOwn(row, written))) {
    issues.push(unknownName(path, written, Object.keys(facts[0] ?? {})));
    return undefined;
  }
  return (place) => Object.getOwnPropertyDescriptor(facts[place], written)?.value as unknown;
}

/** Names as numbers from 0 on, in the order they are met. */
export interface Names {
  readonly names: readonly string[];
  readonly of: Int32Array;
}

/** What name each recording has. One without is a fault, or −1 where it `may` be without. */
export function namesOf(
  known: (place: number) => unknown,
  used: Int32Array,
  path: string,
  recordings: Recordings,
  issues: Issue[],
  may = false,
): Names {
  const places = new Map<string, number>();
  const of = new Int32Array(used.length);
  for (const [i, place] of used.entries()) {
    const value = known(place);
    const isName =
      (typeof value === 'string' && value !== '') || typeof value === 'boolean' || (typeof value === 'number' && !Number.isNaN(value));
    if (!isName && may) {
      of[i] = -1;
      continue;
    }
    if (!isName) {
      const hint = `of recording ${quote(recordings.ids[place])}`;
      if (issues.length < 20)
        issues.push({ code: 'missing', path: at(path, i), expected: 'a text or a number', received: quote(value), hint });
      continue;
    }
    const name = String(value);
    const number = places.get(name) ?? places.size;
    places.set(name, number);
    of[i] = number;
  }
  return { names: [...places.keys()], of };
}
