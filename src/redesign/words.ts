import { quote } from '../errors/wording';
import { valueWords } from '../journey/field-words';

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

/** `a, b and c`. */
export function joined(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
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
