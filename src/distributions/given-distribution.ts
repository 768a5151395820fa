import type { Issue } from '../errors/issue';
import { checkDistribution } from './check-distribution';
import { distributionTypes } from './checks/check-shape';
import { throwIssues } from './construct';
import type { Distribution } from './types';

/**
 * What a reference function was handed, as a distribution. Frozen data came out of a constructor and was checked there: compiled code asks
 * often, so it is not checked again. A plain number is a constant.
 */
export function givenDistribution(value: unknown): Distribution {
  if (typeof value === 'object' && value !== null && Object.isFrozen(value)) {
    const { type } = value as { type?: unknown };
    if ((distributionTypes as readonly unknown[]).includes(type)) return value as Distribution;
  }
  const issues: Issue[] = [];
  const read = checkDistribution(value, 'distribution', issues);
  throwIssues(issues);
  return read!;
}
