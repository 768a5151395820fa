import type { Issue } from '../errors/issue';
import { JourneyError } from '../errors/journey-error';
import { throwIssues } from '../plain/issues-error';
import { markAs } from '../plain/made-here';
import { readFamily, type Family, type Typed } from './family';
import { type Written } from './fields';
import { openAt } from '../plain/plain-object';
import type { ProbabilityLaw } from './law';
import { scalingOf } from './simple';

/** What the constructor of every family that stands for itself ends in: the same check that data written by hand goes through. */
export function construct<Data extends Typed>(family: Family<Data>, options: unknown): Data {
  const issues: Issue[] = [];
  const fields = { ...settingsOf(family.type, options), type: family.type };
  const made = readFamily(family, { fields, path: '', issues }, nothingInside);
  if (made !== undefined) checkFinite(family.simplify(made, scalingOf(1, 0), nothingInside).law(), '', issues);
  throwIssues(issues);
  return freezeDistribution(made!);
}

function nothingInside(): never {
  throw new Error('a distribution that holds others is read by the whole catalogue');
}

/** What was handed to a constructor as its settings, read once. */
export function settingsOf(type: string, options: unknown): Written {
  const issues: Issue[] = [];
  const fields = openAt(options, '', `the settings of ${type} as an object`, issues);
  if (fields === undefined) throw new JourneyError(issues);
  return fields;
}

export function checkFinite(law: ProbabilityLaw, path: string, issues: Issue[]): void {
  if (Number.isFinite(law.mean) && Number.isFinite(law.variance)) return;
  const received = `mean ${law.mean}, variance ${law.variance}`;
  issues.push({ code: 'out-of-range', path, expected: 'a distribution with a finite mean and spread', received });
}

/** Freezes a distribution the library has just made, to the bottom, and marks it as one that needs no check. */
export function freezeDistribution<Data extends Typed>(distribution: Data): Data {
  if (!Object.isFrozen(distribution)) markAs('distribution', distribution);
  freeze(distribution);
  return distribution;
}

function freeze(value: unknown): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return;
  Object.freeze(value);
  for (const part of Object.values(value)) freeze(part);
}
