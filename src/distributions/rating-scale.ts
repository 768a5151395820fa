import type { Issue } from '../errors/issue';
import { at, quote } from '../errors/wording';
import { openList } from '../plain/plain-object';
import { between, readNumber } from './fields';

/** The two ends of a rating scale: the worst answer, then the best. */
export type RatingScale = readonly [low: number, high: number];

/** Exact at both ends and in the middle; never −0. */
export function affectOfRating(rating: number, low: number, high: number): number {
  return (10 * (rating - low + (rating - high))) / (high - low) + 0;
}

/** Far beyond every scale there is, and near enough for ratings to be subtracted and multiplied. */
const furthestEnd = 1e100;
const endRule = /* @__PURE__ */ between(-furthestEnd, furthestEnd);

/** The ends of a rating scale, or undefined with a fault written down. */
export function checkScale(scale: unknown, path: string, issues: Issue[]): RatingScale | undefined {
  const { items: ends } = openList(scale, 'a scale', 2);
  if (ends?.length !== 2) {
    issues.push({
      code: scale === undefined ? 'missing' : 'invalid-type',
      path,
      expected: 'the low and high end of the scale, such as [1, 5]',
      received: scale === undefined ? 'nothing' : quote(scale),
    });
    return undefined;
  }
  const low = readNumber(ends[0], at(path, 0), issues, endRule);
  const high = readNumber(ends[1], at(path, 1), issues, endRule);
  if (low === undefined || high === undefined) return undefined;
  if (low !== high) return [low, high];
  issues.push({ code: 'conflict', path, expected: 'two different ends', received: `${low} twice` });
  return undefined;
}
