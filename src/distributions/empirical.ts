import type { Issue } from '../errors/issue';
import { isList } from '../plain/plain-object';
import { at, quote } from '../errors/wording';
import { between, checkKeys, checkNumbers, isColumn, longestList, openItems, refuseLongList, type NumberRule } from './checks/fields';
import { construct, settingsOf, throwIssues } from './construct';
import { affectOfRating, checkScale, type RatingScale } from './from-scale';
import type { Empirical } from './types';

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
  checkKeys({ fields, path: '', issues }, ['weights', 'scale', 'missing']);
  const { weights, scale, missing } = fields;
  const scaleEnds = scale === undefined ? undefined : checkScale(scale, 'scale', issues);
  const isMissing = checkMissing(missing, issues);
  const observed = checkNumbers(values, 'values', issues, answer, isMissing);
  throwIssues(issues);
  const counts =
    weights === undefined
      ? undefined
      : checkNumbers(weights, 'weights', issues, { expected: 'a weight of 0 or more', holds: (weight) => weight >= 0, params: { min: 0 } });
  throwIssues(issues);
  if (counts !== undefined && counts.length !== observed!.length) return construct('empirical', { values: observed, weights });

  const kept = observed!.map((_, i) => i).filter((i) => !isMissing(values[i]));
  if (kept.length === 0) {
    issues.push({ code: 'missing', path: 'values', expected: 'at least one value that is not a missing code', received: quote(values) });
  }
  if (scaleEnds !== undefined) {
    const onScale = between(Math.min(...scaleEnds), Math.max(...scaleEnds));
    for (const i of kept) {
      if (onScale.holds(observed![i]!) || issues.length >= 200) continue;
      const hint = 'codes for no answer belong in missing';
      issues.push({
        code: 'out-of-range',
        path: at('values', i),
        expected: onScale.expected,
        received: quote(observed![i]),
        hint,
        ...(onScale.params === undefined ? {} : { params: onScale.params }),
      });
    }
  }
  throwIssues(issues);
  const toAffect = (value: number): number => (scaleEnds === undefined ? value : affectOfRating(value, ...scaleEnds));
  return construct('empirical', {
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
    issues.push({
      code: 'invalid-type',
      path: at('missing', i),
      expected: 'a number, a text, null, undefined or NaN',
      received: quote(code),
    });
  });
  const known = new Set(codes);
  return (value) => known.has(withoutBlanks(value));
}

function withoutBlanks(value: unknown): unknown {
  return typeof value === 'string' ? value.trim() : value;
}
