import type { Issue } from '../errors/issue';
import { JourneyError } from '../errors/journey-error';
import { quote } from '../errors/wording';
import { checkDistribution } from './check-distribution';
import { isPlainObject } from './checks/fields';
import type { Distribution } from './types';

type OfType<Type extends Distribution['type']> = Extract<Distribution, { type: Type }>;

/** What every constructor ends in: the same check that data written by hand goes through. */
export function construct<Type extends Distribution['type']>(type: Type, options: unknown): OfType<Type> {
  if (!isPlainObject(options)) {
    throw new JourneyError([
      { code: 'invalid-type', path: '', expected: `the settings of ${type} as an object`, received: quote(options) },
    ]);
  }
  const issues: Issue[] = [];
  const made = checkDistribution({ ...options, type }, '', issues);
  throwIssues(issues);
  return made as OfType<Type>;
}

const mostListed = 200;

/** Throws all faults at once, where there are any. */
export function throwIssues(issues: readonly Issue[]): void {
  if (issues.length === 0) return;
  throw new JourneyError(issues.slice(0, mostListed), { more: Math.max(0, issues.length - mostListed) });
}
