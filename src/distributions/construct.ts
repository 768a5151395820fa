import type { Issue } from '../errors/issue';
import { JourneyError } from '../errors/journey-error';
import { checkDistribution } from './check-distribution';
import { openFields, type Fields } from './checks/fields';
import type { Distribution } from './types';

type OfType<Type extends Distribution['type']> = Extract<Distribution, { type: Type }>;

/** What every constructor ends in: the same check that data written by hand goes through. */
export function construct<Type extends Distribution['type']>(type: Type, options: unknown): OfType<Type> {
  const issues: Issue[] = [];
  const made = checkDistribution({ ...settingsOf(type, options), type }, '', issues);
  throwIssues(issues);
  return made as OfType<Type>;
}

/** What was handed to a constructor as its settings, read once. */
export function settingsOf(type: Distribution['type'], options: unknown): Fields {
  const issues: Issue[] = [];
  const fields = openFields(options, '', `the settings of ${type} as an object`, issues);
  if (fields === undefined) throw new JourneyError(issues);
  return fields;
}

const mostListed = 200;

/** Throws all faults at once, where there are any. */
export function throwIssues(issues: readonly Issue[]): void {
  if (issues.length === 0) return;
  throw new JourneyError(issues.slice(0, mostListed), { more: Math.max(0, issues.length - mostListed) });
}
