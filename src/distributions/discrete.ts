import type { Issue } from '../errors/issue';
import { isList } from '../errors/plain-object';
import { at } from '../errors/wording';
import { between, checkKeys, numberField, openFields, openItems } from './checks/fields';
import { construct, throwIssues } from './construct';
import type { Discrete } from './types';

/** Values with their probabilities, as two lists or as one list of pairs. */
export type DiscreteOptions =
  | { readonly values: readonly number[]; readonly probabilities: readonly number[] }
  | readonly { readonly value: number; readonly probability: number }[];

/**
 * Few separate values with known probabilities: a visit that needs 0, 1 or 2 forms.
 *
 * @param options - `{ values, probabilities }` or a list of `{ value, probability }`. Values in the unit of the place it will stand in, each
 * once, in any order; probabilities 0 … 1 that sum to 1 ± 1e-9.
 * @returns The distribution as frozen plain data, values ascending.
 * @throws JourneyError `shares` where the probabilities do not sum to 1; `conflict` for a value that stands twice or lists of unlike length;
 * `too-large` for more than 100,000 pairs;
 * `missing`, `invalid-type`, `out-of-range`, `unknown-key` for single entries.
 * @example
 * import { discrete, mean } from 'peakend';
 * mean(discrete([{ value: 0, probability: 0.75 }, { value: 60, probability: 0.25 }])); // 15
 */
export function discrete(options: DiscreteOptions): Discrete {
  return construct('discrete', isList(options) ? fromPairs(options) : options);
}

const mostPairs = 100_000;

function fromPairs(pairs: readonly unknown[]): unknown {
  const issues: Issue[] = [];
  const values: number[] = [];
  const probabilities: number[] = [];
  openItems(pairs, '', mostPairs, issues).forEach((pair, i) => {
    const path = at('', i);
    const fields = openFields(pair, path, 'an object with value and probability', issues);
    if (fields === undefined) return;
    const entry = { fields, path, issues };
    checkKeys(entry, ['value', 'probability']);
    values.push(numberField(entry, 'value') ?? 0);
    probabilities.push(numberField(entry, 'probability', between(0, 1)) ?? 0);
  });
  throwIssues(issues);
  return { values, probabilities };
}
