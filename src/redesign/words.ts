import { formatNumber } from '../distributions/format-number';
import { quote } from '../errors/wording';

/** `"a", "b" and "c"`, at most `most` of them. */
export function listIds(ids: readonly string[], most = 6): string {
  const shown = ids.slice(0, most).map(quote);
  if (ids.length > most) return `${shown.join(', ')} and ${ids.length - most} more`;
  const last = shown.pop();
  if (last === undefined) return 'nothing';
  return shown.length === 0 ? last : `${shown.join(', ')} and ${last}`;
}

/** Ids as they stand in code: `["a", "b"]`, a long list cut. */
export function writeIds(ids: readonly string[], most = 8): string {
  const shown = ids.slice(0, most).map(quote);
  return `[${shown.join(', ')}${ids.length > most ? ', …' : ''}]`;
}

export function percent(share: number): string {
  return `${formatNumber(100 * share, 1)} %`;
}
