import type { Issue } from '../errors/issue';
import { isList, peek } from '../errors/plain-object';
import { at, quote } from '../errors/wording';
import { between, checkKeys, checkNumbers } from './checks/fields';
import { construct, settingsOf, throwIssues } from './construct';
import { affectOfRating, checkScale, type RatingScale } from './from-scale';
import type { Empirical } from './types';

export interface EmpiricalOptions {
  /** How often, or with what weight, each value was seen: one number of 0 or more for each value. Default: each once. */
  readonly weights?: readonly number[];
  /** The values are ratings: low and high end of their scale, which become affect −10 and +10. Default: values stand as they are. */
  readonly scale?: RatingScale;
  /** Codes that are no answers ("does not apply", "did not answer"), as written in the data: left out with their weights. Default: none. */
  readonly missing?: readonly number[];
}

/**
 * What was observed and nothing else: draws give back the values seen, as often as they were seen. For measured durations, and for survey
 * ratings with their codes for missing answers.
 *
 * @param values - What was observed, in any order, repeats included, in the unit of the place it will stand in (or in points of `scale`).
 * @param options - See {@link EmpiricalOptions}.
 * @returns The distribution as frozen plain data: distinct values, ascending, with their counts.
 * @throws JourneyError `missing` where nothing is left; `out-of-range` for values off the scale; `shares` where all weights are 0; `conflict`,
 * `invalid-type`, `unknown-key`. Paths name the place in the list that was given.
 * @example
 * import { empirical } from 'peakend';
 * empirical([5, 3, 0, 3], { scale: [1, 5], missing: [0] }).values; // [0, 10]
 */
export function empirical(values: readonly number[], options: EmpiricalOptions = {}): Empirical {
  const issues: Issue[] = [];
  const fields = settingsOf('empirical', options);
  checkKeys({ fields, path: '', issues }, ['weights', 'scale', 'missing']);
  const { weights, scale, missing } = fields;
  const scaleEnds = scale === undefined ? undefined : checkScale(scale, 'scale', issues);
  const codes = new Set(missing === undefined || isEmptyList(missing) ? [] : checkNumbers(missing, 'missing', issues));
  const observed = checkNumbers(values, 'values', issues);
  throwIssues(issues);
  const counts =
    weights === undefined
      ? undefined
      : checkNumbers(weights, 'weights', issues, { expected: 'a weight of 0 or more', holds: (weight) => weight >= 0 });
  throwIssues(issues);
  if (counts !== undefined && counts.length !== observed!.length) return construct('empirical', { values, weights });

  const kept = observed!.map((_, i) => i).filter((i) => !codes.has(observed![i]!));
  if (kept.length === 0) {
    issues.push({ code: 'missing', path: 'values', expected: 'at least one value that is not a missing code', received: quote(values) });
  }
  if (scaleEnds !== undefined) {
    const onScale = between(Math.min(...scaleEnds), Math.max(...scaleEnds));
    for (const i of kept) {
      if (onScale.holds(observed![i]!) || issues.length >= 200) continue;
      const hint = 'codes for no answer belong in missing';
      issues.push({ code: 'out-of-range', path: at('values', i), expected: onScale.expected, received: quote(observed![i]), hint });
    }
  }
  throwIssues(issues);
  const toAffect = (value: number): number => (scaleEnds === undefined ? value : affectOfRating(value, ...scaleEnds));
  return construct('empirical', {
    values: kept.map((i) => toAffect(observed![i]!)),
    ...(counts === undefined ? {} : { weights: kept.map((i) => counts[i]!) }),
  });
}

function isEmptyList(value: unknown): boolean {
  return isList(value) && peek(value, 'length') === 0;
}
