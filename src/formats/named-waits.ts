import { quote } from '../errors/wording';
import { joined } from '../words/joined';
import type { Leftovers } from './left';

/** `Waiting room`, `Queue for X-ray` and `On hold`; no `Waiter`. */
const saysWaiting = /(?<![\p{L}\p{N}])(?:wait(?:s|ed|ing)?|queu(?:e|es|ed|ing|eing)|(?:on )?hold)(?![\p{L}\p{N}])/iu;
const mostNamed = 5;

/**
 * Of a format that does not say where people wait: steps whose names do, which are services like all others.
 *
 * @param remedy What to do about it. Default: an edit.
 */
export function tellNamedWaits(
  steps: readonly { readonly id: string; readonly name?: string }[],
  left: Leftovers,
  remedy = "write update(id, { kind: 'wait' })",
): void {
  const named = steps.map(({ id, name }) => name ?? id).filter((name) => saysWaiting.test(name));
  if (named.length === 0) return;
  const more = named.length > mostNamed ? [`${named.length - mostNamed} more`] : [];
  const names = joined([...named.slice(0, mostNamed).map(quote), ...more]);
  const what = `kinds are not in it: every step is a service, in which nobody waits, also ${names}; where people do, ${remedy}`;
  left.add('', what, named.length);
}
