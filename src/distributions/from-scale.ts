import type { Issue } from '../errors/issue';
import { at } from '../errors/wording';
import { throwIssues } from '../plain/issues-error';
import { isList } from '../plain/plain-object';
import type { Distribution, Scaled } from './families';
import { between, longestList, openItems, optionFields, readNumber } from './fields';
import { scaled } from './nested';
import { affectOfRating, checkScale, type RatingScale } from './rating-scale';

/** Which scale ratings are on. */
export interface ScaleOptions {
  /** Its two ends: the worst answer, then the best, such as `[1, 5]`. */
  readonly scale: RatingScale;
}

/**
 * Ratings as affect, −10 … +10: linear, the low end of the scale becomes −10, the high end +10 (judgement: rating scales are taken as even).
 * For raw survey answers with codes for "no answer" use {@link empirical}.
 *
 * @param value - A rating, a list of ratings, or a distribution of ratings, in points of the scale. Numbers must lie on the scale.
 * @param options - `scale`: its low and high end, `[1, 5]`; a scale on which less is better is written with its ends turned, `[5, 1]`.
 * @returns Affect, −10 … +10: a number for a number, a list for a list, a distribution for a distribution.
 * @throws JourneyError `out-of-range` for a rating off the scale; `conflict` where the ends are alike; `too-large` for more than a million;
 * `missing`, `invalid-type`, `unknown-key`.
 * @example
 * import { fromScale } from 'peakend';
 * fromScale(4, { scale: [1, 5] }); // 5
 */
export function fromScale(value: number, options: ScaleOptions): number;
export function fromScale(value: readonly number[], options: ScaleOptions): readonly number[];
export function fromScale(value: Distribution, options: ScaleOptions): Scaled;
export function fromScale(value: number | readonly number[] | Distribution, options: ScaleOptions): number | readonly number[] | Scaled {
  const issues: Issue[] = [];
  const ends = checkScale(optionFields(options, 'options', ['scale'], issues)['scale'], 'scale', issues);
  throwIssues(issues);
  const [low, high] = ends!;
  const onScale = between(Math.min(low, high), Math.max(low, high));
  if (isList(value)) {
    const ratings = openItems(value, '', longestList, issues);
    ratings.forEach((rating, i) => readNumber(rating, at('', i), issues, onScale));
    throwIssues(issues);
    return Object.freeze(ratings.map((rating) => affectOfRating(rating as number, low, high)));
  }
  if (typeof value === 'object' && value !== null) {
    const scale = 20 / (high - low);
    return scaled(value as Distribution, { scale, shift: -10 - low * scale });
  }
  readNumber(value, '', issues, onScale);
  throwIssues(issues);
  return affectOfRating(value as number, low, high);
}
