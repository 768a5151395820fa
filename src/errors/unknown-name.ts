import { seen, tellApart } from './alike';
import type { Issue } from './issue';
import { nearest, quote } from './wording';

/** The most names listed in a fault. */
const mostListed = 30;

/**
 * The hint at a name nobody knows: the nearest one that is known. One that looks the same is told apart, or the hint would name the very
 * word that was written.
 */
export function meant(written: unknown, known: readonly string[], show: (name: string) => string = String): { readonly hint?: string } {
  if (typeof written !== 'string') return {};
  const look = seen(written);
  const alike = known.find((name) => seen(name) === look);
  if (alike !== undefined) return { hint: tellApart(written, alike) };
  const near = nearest(written, known);
  return near === undefined ? {} : { hint: `did you mean ${show(near)}?` };
}

/** What is wrong with a name that is none of those there are. */
export function unknownName(path: string, written: unknown, known: readonly string[], hint = meant(written, known)): Issue {
  return {
    code: written === undefined ? 'missing' : typeof written === 'string' ? 'unknown-id' : 'invalid-type',
    path,
    expected: `one of ${known.slice(0, mostListed).join(', ')}${known.length > mostListed ? ', …' : ''}`,
    received: written === undefined ? 'nothing' : quote(written),
    ...hint,
  };
}
