import { quote } from '../errors/wording';
import { valueWords } from '../journey/field-words';
import { joined } from '../words/joined';

/** `"a", "b" and "c"`, at most `most` of them. */
export function listIds(ids: readonly string[], most = 6): string {
  const shown = ids.slice(0, most).map(quote);
  if (ids.length > most) return `${shown.join(', ')} and ${ids.length - most} more`;
  return joined(shown) || 'nothing';
}

/** Ids as they stand in code: `["a", "b"]`, a long list cut. */
export function writeIds(ids: readonly string[], most = 8): string {
  const shown = ids.slice(0, most).map(quote);
  return `[${shown.join(', ')}${ids.length > most ? ', …' : ''}]`;
}

/** A new step, part or option: its name and what it takes. */
export function madeWords(step: {
  readonly id: string;
  readonly name?: string | undefined;
  readonly duration?: unknown;
  readonly kind?: string | undefined;
}): string {
  const gap = step.kind === 'gap' ? ', a gap' : '';
  return `"${step.name ?? step.id}"${step.duration === undefined ? '' : ` (${valueWords('duration', step.duration)}${gap})`}`;
}
