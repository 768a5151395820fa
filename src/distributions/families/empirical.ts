import type { Issue } from '../../errors/issue';
import { at, quote } from '../../errors/wording';
import { throwIssues } from '../../plain/issues-error';
import { isList } from '../../plain/plain-object';
import { construct, settingsOf } from '../construct';
import { optional, valueList, weightList, type Family } from '../family';
import {
  between,
  isColumn,
  longestList,
  onlyKeys,
  openItems,
  readNumber,
  readNumbers,
  refuseLongList,
  type Entry,
  type NumberRule,
} from '../fields';
import { affectOfRating, checkScale, type RatingScale } from '../rating-scale';
import { sameLength } from '../shares';
import { stepsFrom, stepsOnLine } from '../simple';

/** Observed values only, nothing in between: distinct, ascending; `weights` (counts, any positive scale) where they are not all alike. */
export interface Empirical {
  /** Which distribution this is. */
  readonly type: 'empirical';
  /** The values seen: kept distinct and ascending. */
  readonly values: readonly number[];
  /** How often each was seen, above 0. Default: all alike. */
  readonly weights?: readonly number[] | undefined;
}

/** What stands in data where there is no answer. */
export type MissingCode = number | string | null | undefined;

/** How observed values are to be read. */
export interface EmpiricalOptions {
  /** How often, or with what weight, each value was seen: one number of 0 or more for each value. Default: each once. */
  readonly weights?: readonly number[] | undefined;
  /** The values are ratings: low and high end of their scale, which become affect −10 and +10. Default: values stand as they are. */
  readonly scale?: RatingScale | undefined;
  /**
   * Codes that are no answers ("does not apply", "did not answer"), as written in the data: left out with their weights. Numbers, `null`, `NaN`,
   * `undefined` and texts; `''` stands for every blank text. Default: none.
   */
  readonly missing?: readonly MissingCode[] | undefined;
}

/**
 * What was observed and nothing else: draws give back the values seen, as often as they were seen. For measured durations, and for survey
 * ratings with their codes for missing answers.
 *
 * @param values - What was observed, in any order, repeats included, in the unit of the place it will stand in (or in points of `scale`).
 * What is no number must be named in `missing`.
 * @param options - See {@link EmpiricalOptions}.
 * @returns The distribution as frozen plain data: distinct values, ascending, with their counts.
 * @throws JourneyError `missing` where nothing is left; `out-of-range` for values off the scale; `shares` where all weights are 0; `conflict`,
 * `invalid-type`, `unknown-key`. Paths name the place in the list that was given.
 * @example
 * import { empirical } from 'peakend';
 * empirical([5, 3, 0, 3, null], { scale: [1, 5], missing: [0, null] }).values; // [0, 10]
 */
export function empirical(values: readonly MissingCode[] | Float64Array, options: EmpiricalOptions = {}): Empirical {
  const issues: Issue[] = [];
  const fields = settingsOf('empirical', options);
  onlyKeys({ fields, path: '', issues }, ['weights', 'scale', 'missing']);
  const { weights, scale, missing } = fields;
  const scaleEnds = scale === undefined ? undefined : checkScale(scale, 'scale', issues);
  const isMissing = checkMissing(missing, issues);
  const observed = readNumbers(values, 'values', issues, answer, isMissing);
  throwIssues(issues);
  const counts = weights === undefined ? undefined : readNumbers(weights, 'weights', issues, weightRule);
  throwIssues(issues);
  if (counts !== undefined && counts.length !== observed!.length) return construct(empiricalFamily, { values: observed, weights });

  const kept = observed!.map((_, i) => i).filter((i) => !isMissing(values[i]));
  if (kept.length === 0) {
    issues.push({ code: 'missing', path: 'values', expected: 'at least one value that is not a missing code', received: quote(values) });
  }
  if (scaleEnds !== undefined) {
    const onScale = { ...between(Math.min(...scaleEnds), Math.max(...scaleEnds)), hint: 'codes for no answer belong in missing' };
    for (const i of kept) if (issues.length < 200) readNumber(observed![i], at('values', i), issues, onScale);
  }
  throwIssues(issues);
  const toAffect = (value: number): number => (scaleEnds === undefined ? value : affectOfRating(value, ...scaleEnds));
  return construct(empiricalFamily, {
    values: kept.map((i) => toAffect(observed![i]!)),
    ...(counts === undefined ? {} : { weights: kept.map((i) => counts[i]!) }),
  });
}

const elsewhere = 'what is no answer belongs in missing, or out of the list';
const answer: NumberRule = { expected: 'a finite number', holds: () => true, hint: elsewhere, hintAtOthers: elsewhere };

/** Tells the codes for no answer. */
function checkMissing(missing: unknown, issues: Issue[]): (value: unknown) => boolean {
  if (missing === undefined) return () => false;
  if (!isList(missing) && !isColumn(missing)) {
    const expected = 'a list of codes: numbers, texts, null, undefined or NaN';
    issues.push({ code: 'invalid-type', path: 'missing', expected, received: quote(missing) });
    return () => false;
  }
  if (isColumn(missing) && refuseLongList(missing, 'missing', issues)) return () => false;
  const codes = (isColumn(missing) ? [...missing] : openItems(missing, 'missing', longestList, issues)).map(withoutBlanks);
  codes.forEach((code, i) => {
    if (code === null || ['undefined', 'number', 'string'].includes(typeof code) || issues.length >= 20) return;
    const expected = 'a number, a text, null, undefined or NaN';
    issues.push({ code: 'invalid-type', path: at('missing', i), expected, received: quote(code) });
  });
  const known = new Set(codes);
  return (value) => known.has(withoutBlanks(value));
}

function withoutBlanks(value: unknown): unknown {
  return typeof value === 'string' ? value.trim() : value;
}

const weightRule: NumberRule = { expected: 'a weight of 0 or more', holds: (weight) => weight >= 0, params: { min: 0 } };

export const empiricalFamily: Family<Empirical> = {
  type: 'empirical',
  fields: { values: /* @__PURE__ */ valueList(), weights: /* @__PURE__ */ optional(/* @__PURE__ */ weightList(weightRule)) },
  hints: {
    scale: 'only in the constructor empirical(), which maps the values',
    missing: 'only in the constructor empirical(), which leaves the codes out',
  },
  settle: countDistinct,
  simplify: ({ values, weights = values.map(() => 1) }, line) => stepsOnLine(stepsFrom(values, weights), line),
  random: { over: 'values', most: 8, make: (values, weights) => ({ type: 'empirical', values, weights }) },
};

/** Distinct values in ascending order, each with the weight of all its sightings; what was never seen (weight 0) is not an observation. */
function countDistinct({ values, weights }: Partial<Empirical>, { fields, path, issues }: Entry): Empirical | undefined {
  const given = fields['weights'] === undefined ? values?.map(() => 1) : weights;
  if (values === undefined || given === undefined || !sameLength(values, given, at(path, 'weights'), issues)) return undefined;
  const total = new Map<number, number>();
  values.forEach((value, i) => {
    if (given[i]! > 0) total.set(value, (total.get(value) ?? 0) + given[i]!);
  });
  if (total.size === 0) {
    issues.push({ code: 'shares', path: at(path, 'weights'), expected: 'at least one weight above 0', received: 'only zeros' });
    return undefined;
  }
  const distinct = [...total.keys()].sort((a, b) => a - b);
  const counts = distinct.map((value) => total.get(value)!);
  if (counts.every((count) => count === counts[0])) return { type: 'empirical', values: distinct };
  return { type: 'empirical', values: distinct, weights: counts };
}
