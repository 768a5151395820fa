import { joined } from '../words/joined';
import type { Issue } from '../errors/issue';
import { JourneyError } from '../errors/journey-error';
import { at, unfit } from '../errors/wording';
import { outcomeNames, type OutcomeName } from '../experience/outcomes';
import { isOutcome, unknownOutcome } from '../experience/read-outcome';
import { grouped } from '../results/format-outcome';
import type { StudyRecord } from '../results/types';

/** `10,000 customers in each of 2 segments, seed 'spring'.` */
export function studyWords({ customers, segments, seed }: Pick<StudyRecord, 'customers' | 'segments' | 'seed'>, same = false): string {
  const who = `${same ? 'The same ' : ''}${grouped(customers)} customers`;
  return `${who}${segments.length === 1 ? '' : ` in each of ${segments.length} segments`}, seed '${seed}'.`;
}

/** `a`, `a and b`, `a, b and c`; more than so many are counted: `a, b and 4 others`. */
export function listed(names: readonly string[], most = 3): string {
  if (names.length > most + 1) return `${names.slice(0, most).join(', ')} and ${names.length - most} others`;
  return joined(names);
}

/** An outcome that was asked for, where the result has it. */
export function knownOutcome(
  written: unknown,
  path: string,
  has: (name: OutcomeName) => boolean,
  issues: Issue[],
): OutcomeName | undefined {
  if (!isOutcome(written)) {
    issues.push(unknownOutcome(path, written, outcomeNames.filter(has)));
    return undefined;
  }
  if (has(written)) return written;
  const hint = 'name it in the outcomes of the study; value needs a returnValue, ease a step with effort';
  issues.push({ code: 'missing', path, expected: 'an outcome that the result has', received: `${written}, which is not there`, hint });
  return undefined;
}

/** The values of an object by a list of their names, which came with it. */
export function byOrder<Value>(
  keys: readonly string[],
  values: { readonly [key: string]: Value },
  path: string,
): (readonly [string, Value])[] {
  return keys.map((key) => {
    if (Object.hasOwn(values, key)) return [key, values[key]!] as const;
    throw new JourneyError([unfit(undefined, at(path, key), 'a part of the result', { hint: 'hand over a whole result' })]);
  });
}
