import type { Issue } from '../errors/issue';
import { checkDistribution } from './check-distribution';
import { throwIssues } from './construct';
import { isMade } from '../plain/made-here';
import type { Distribution } from './types';

/**
 * What a function of distributions was handed, as a distribution. What came out of the library's own check is not checked again: compiled code
 * asks often. Data that is merely frozen is. A plain number is a constant.
 */
export function givenDistribution(value: unknown): Distribution {
  if (isMade('distribution', value)) return value as Distribution;
  const issues: Issue[] = [];
  const read = checkDistribution(value, 'distribution', issues);
  throwIssues(issues);
  return read!;
}
