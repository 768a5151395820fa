import type { Issue } from '../errors/issue';
import { isList, peek } from '../plain/plain-object';
import { at } from '../errors/wording';
import { countRule, sharesOf, withShares } from './checks/counts';
import { between, checkKeys, checkNumbers, numberField, openFields, openItems } from './checks/fields';
import { construct, settingsOf, throwIssues } from './construct';
import type { Discrete } from './types';

/** Values with their probabilities or counts, as two lists or as one list of pairs. */
export type DiscreteOptions =
  | (Omit<Discrete, 'type'> & {
      /** Instead of `probabilities` only. */
      readonly counts?: undefined;
    })
  | {
      /** The values: kept distinct and ascending. */
      readonly values: readonly number[];
      /** How often each was seen, 0 or more. */
      readonly counts: readonly number[];
      /** Instead of `counts` only. */
      readonly probabilities?: undefined;
    }
  | readonly {
      /** The value: any number. */
      readonly value: number;
      /** Its probability, 0…1; they sum to 1. */
      readonly probability: number;
      /** Instead of `probability` only. */
      readonly count?: undefined;
    }[]
  | readonly {
      /** The value: any number. */
      readonly value: number;
      /** How often it was seen, 0 or more. */
      readonly count: number;
      /** Instead of `count` only. */
      readonly probability?: undefined;
    }[];

/**
 * Few separate values with known probabilities: a visit that needs 0, 1 or 2 forms.
 *
 * @param options - `{ values, probabilities }` or `{ values, counts }`, or a list of `{ value, probability }` or `{ value, count }`. Values in the
 * unit of the place it will stand in, each once, in any order; probabilities 0 … 1 that sum to 1 ± 1e-9; counts 0 or more, of any size: each value
 * gets its share of their sum.
 * @returns The distribution as frozen plain data, values ascending, with probabilities.
 * @throws JourneyError `shares` where the probabilities do not sum to 1 or all counts are 0; `conflict` for a value that stands twice, lists of
 * unlike length or probabilities beside counts; `too-large` for more than 100,000 pairs; `missing`, `invalid-type`, `out-of-range`,
 * `unknown-key` for single entries.
 * @example
 * import { discrete, mean } from 'peakend';
 * mean(discrete([{ value: 0, count: 3 }, { value: 60, count: 1 }])); // 15
 */
export function discrete(options: DiscreteOptions): Discrete {
  return construct('discrete', isList(options) ? fromPairs(options) : fromLists(options));
}

/** Lists with counts become lists with probabilities; anything else is for the check to judge. */
function fromLists(options: unknown): unknown {
  const { counts, probabilities, ...rest } = settingsOf('discrete', options);
  if (counts === undefined) return options;
  const issues: Issue[] = [];
  if (probabilities !== undefined) issues.push({ code: 'conflict', path: '', expected: 'probabilities or counts', received: 'both' });
  const numbers = checkNumbers(counts, 'counts', issues, countRule);
  const values = isList(rest.values) ? peek(rest.values, 'length') : undefined;
  if (numbers !== undefined && values !== undefined && values !== numbers.length) {
    const expected = `one for each of the ${String(values)} values`;
    issues.push({ code: 'conflict', path: 'counts', expected, received: `a list of ${numbers.length}` });
  }
  const shares = numbers === undefined ? undefined : sharesOf(numbers, 'counts', issues);
  throwIssues(issues);
  return { ...rest, probabilities: shares };
}

const mostPairs = 100_000;

function fromPairs(pairs: readonly unknown[]): unknown {
  const issues: Issue[] = [];
  const values: number[] = [];
  const probabilities: number[] = [];
  const opened = openItems(pairs, '', mostPairs, issues).map((pair, i) =>
    openFields(pair, at('', i), 'an object with value and probability', issues),
  );
  const whole = opened.every((fields) => fields !== undefined);
  const judged = whole ? withShares(opened, 'probability', '', issues) : opened;
  if (whole) throwIssues(issues);
  judged.forEach((fields, i) => {
    if (fields === undefined) return;
    const entry = { fields, path: at('', i), issues };
    checkKeys(entry, ['value', 'probability']);
    values.push(numberField(entry, 'value') ?? 0);
    probabilities.push(numberField(entry, 'probability', probabilityRule) ?? 0);
  });
  throwIssues(issues);
  return { values, probabilities };
}

const probabilityRule = { ...between(0, 1), hint: 'counts of any size, such as 3 and 7, stand under count' };
