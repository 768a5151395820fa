import type { Issue } from '../errors/issue';
import { checkNumber } from '../plain/check-number';
import { outcomeDescriptions, type OutcomeDescription, type OutcomeName } from './outcomes';

/** Whether a number can be a value of an outcome; if not, the issue names its scale. */
export function checkValue(value: unknown, name: OutcomeName, path: string, issues: Issue[]): value is number {
  const { label, unit, scale } = outcomeDescriptions[name];
  return checkNumber(value, path, issues, { min: scale[0], max: scale[1], what: `${label}: ${unitWords[unit]}` });
}

/** Whether a number can be a difference in an outcome, taken without its sign. */
export function checkSize(value: unknown, name: OutcomeName, path: string, issues: Issue[]): value is number {
  const { label, unit, scale } = outcomeDescriptions[name];
  return checkNumber(value, path, issues, { min: 0, max: scale[1] - scale[0], what: `a difference in ${label}: ${unitWords[unit]}` });
}

const unitWords: { readonly [Unit in OutcomeDescription['unit']]: string } = {
  seconds: 'seconds',
  affect: 'affect',
  points: 'points',
  rating: 'a rating',
  share: 'a share',
  count: 'a number',
  money: 'a number',
};
