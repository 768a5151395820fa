import type { Issue } from '../../errors/issue';
import { at, quote } from '../../errors/wording';
import { throwIssues } from '../../plain/issues-error';
import { isList, peek, openAt } from '../../plain/plain-object';
import { construct, settingsOf } from '../construct';
import { valueList, weightList, type Family } from '../family';
import { between, numberUnder, onlyKeys, openItems, readNumbers, type Entry, type NumberRule } from '../fields';
import { checkSum, countRule, sameLength, sharesOf, withShares } from '../shares';
import { stepsFrom, stepsOnLine } from '../simple';

/** Named outcomes with probabilities that sum to 1 ± 1e-9; values distinct and ascending. */
export interface Discrete {
  /** Which distribution this is. */
  readonly type: 'discrete';
  /** The values: kept distinct and ascending. */
  readonly values: readonly number[];
  /** The probability of each, 0…1; they sum to 1. */
  readonly probabilities: readonly number[];
}

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
  return construct(discreteFamily, isList(options) ? fromPairs(options) : fromLists(options));
}

/** Lists with counts become lists with probabilities; anything else is for the check to judge. */
function fromLists(options: unknown): unknown {
  const { counts, probabilities, ...rest } = settingsOf('discrete', options);
  if (counts === undefined) return options;
  const issues: Issue[] = [];
  if (probabilities !== undefined) issues.push({ code: 'conflict', path: '', expected: 'probabilities or counts', received: 'both' });
  const numbers = readNumbers(counts, 'counts', issues, countRule);
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
    openAt(pair, at('', i), 'an object with value and probability', issues),
  );
  const whole = opened.every((fields) => fields !== undefined);
  const judged = whole ? withShares(opened, 'probability', '', issues) : opened;
  if (whole) throwIssues(issues);
  judged.forEach((fields, i) => {
    if (fields === undefined) return;
    const entry = { fields, path: at('', i), issues };
    onlyKeys(entry, ['value', 'probability']);
    values.push(numberUnder(entry, 'value') ?? 0);
    probabilities.push(numberUnder(entry, 'probability', pairRule) ?? 0);
  });
  throwIssues(issues);
  return { values, probabilities };
}

const pairRule = /* @__PURE__ */ share('counts of any size, such as 3 and 7, stand under count');

const takesCounts = 'the constructor discrete() takes counts of any size, such as 3 and 7, in place of probabilities';

function share(hint: string): NumberRule {
  return { ...between(0, 1), hint };
}

export const discreteFamily: Family<Discrete> = {
  type: 'discrete',
  fields: { values: /* @__PURE__ */ valueList(), probabilities: /* @__PURE__ */ weightList(/* @__PURE__ */ share(takesCounts)) },
  hints: { weights: takesCounts, counts: takesCounts },
  settle: inAscendingOrder,
  simplify: ({ values, probabilities }, line) => stepsOnLine(stepsFrom(values, probabilities), line),
  random: { over: 'values', most: 5, make: (values, _, probabilities) => ({ type: 'discrete', values, probabilities }) },
};

function inAscendingOrder({ values, probabilities }: Partial<Discrete>, { path, issues }: Entry): Discrete | undefined {
  if (values === undefined || probabilities === undefined) return undefined;
  if (!sameLength(values, probabilities, at(path, 'probabilities'), issues)) return undefined;
  const seen = new Set<number>();
  const twice = values.findIndex((value) => seen.size === seen.add(value).size);
  if (twice >= 0) {
    issues.push({ code: 'conflict', path: at(at(path, 'values'), twice), expected: 'each value once', received: quote(values[twice]) });
  }
  checkSum(probabilities, 'probabilities', at(path, 'probabilities'), issues, takesCounts);
  const order = values.map((_, i) => i).sort((a, b) => values[a]! - values[b]!);
  return { type: 'discrete', values: order.map((i) => values[i]!), probabilities: order.map((i) => probabilities[i]!) };
}
