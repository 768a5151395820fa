import type { Issue } from '../errors/issue';
import { meant, unknownName } from '../errors/unknown-name';
import { outcomeByWord, outcomeNearWord } from './outcome-words';
import { outcomeDescriptions, outcomeNames, type OutcomeName } from './outcomes';

/** The one outcome a question is about; anything else goes to `issues`. */
export function readOutcome(value: unknown, path: string, issues: Issue[]): OutcomeName {
  if (isOutcome(value)) return value;
  issues.push(unknownOutcome(path, value));
  return 'satisfaction';
}

export function isOutcome(value: unknown): value is OutcomeName {
  return (outcomeNames as readonly unknown[]).includes(value);
}

/** What is wrong with a name that is no outcome, nor anything else that `known` allows here. */
export function unknownOutcome(path: string, written: unknown, known: readonly string[] = outcomeNames): Issue {
  return unknownName(path, written, known, guess(written, known));
}

/** What others call it comes before what is spelled like it: `wait` is waiting, whatever else has four letters. */
function guess(written: unknown, known: readonly string[]): { readonly hint?: string } {
  if (typeof written !== 'string') return {};
  const byWord = outcomeByWord(written);
  const spelled = byWord === undefined ? meant(written, known) : {};
  const name = byWord ?? ('hint' in spelled ? undefined : outcomeNearWord(written));
  if (name === undefined || !known.includes(name)) return spelled;
  const { label } = outcomeDescriptions[name];
  return { hint: `did you mean ${name}${label.toLowerCase() === name.toLowerCase() ? '' : ` (${label})`}?` };
}
