import type { Issue } from '../errors/issue';
import { at, nearest, quote } from '../errors/wording';
import { throwIssues } from '../plain/issues-error';
import { isMade } from '../plain/made-here';
import { checkFinite, freezeDistribution } from './construct';
import { distributionTypes, families, lawOf, searchedTypes, type Distribution } from './families';
import { mostParts } from './families/mixture';
import { readFamily, type Family } from './family';
import { readNumber } from './fields';
import { openAt } from '../plain/plain-object';
import type { ProbabilityLaw } from './law';

/** Where the values of a distribution may lie. */
export interface ValueLimits {
  /** No value may lie below: judged by the support, so a normal never keeps to it. */
  readonly min?: number;
  /** No value that can be drawn may lie above: judged by the support where it ends, else by the largest draw there is. */
  readonly max?: number;
}

/** Draws are 32-bit words shifted by half a step, so no draw lies above this quantile. */
const largestDraw = 1 - 1 / 8_589_934_592;

/**
 * Reads distribution data that may have been written by hand. Every fault goes to `issues` under `path`; what comes back is the
 * canonical, deeply frozen form, or undefined where anything was wrong. A plain number is a constant.
 */
export function checkDistribution(value: unknown, path: string, issues: Issue[], limits: ValueLimits = {}): Distribution | undefined {
  const read = isMade('distribution', value)
    ? (value as Distribution)
    : readDistribution(value, path, issues, { depth: 0, parts: { left: mostParts, searched: mostSearched } });
  if (read === undefined) return undefined;
  // Frozen at once, so that its law is worked out once.
  const law = lawOf(freezeDistribution(read));
  const faults = issues.length;
  checkFinite(law, path, issues);
  if (issues.length === faults) checkLimits(law, read, limits, path, issues);
  return issues.length === faults ? read : undefined;
}

/**
 * What a function of distributions was handed, as a distribution. What came out of the library's own check is not checked again: compiled code
 * asks often. Data that is merely frozen is. A plain number is a constant.
 */
export function givenDistribution(value: unknown): Distribution {
  if (isMade('distribution', value)) return value as Distribution;
  if (typeof value === 'number' && Number.isFinite(value)) return { type: 'constant', value: value === 0 ? 0 : value };
  const issues: Issue[] = [];
  const read = checkDistribution(value, 'distribution', issues);
  throwIssues(issues);
  return read!;
}

const deepest = 8;
const mostSearched = 64;

/** How deep the check has gone, and how many distributions it may still read: data that refers to itself or fans out must end. */
interface Allowance {
  readonly depth: number;
  readonly parts: { left: number; searched: number };
}

/** The canonical form of what was written, or undefined with at least one fault written down. */
function readDistribution(value: unknown, path: string, issues: Issue[], { depth, parts }: Allowance): Distribution | undefined {
  if (typeof value === 'number') {
    const number = readNumber(value, path, issues);
    return number === undefined ? undefined : { type: 'constant', value: number };
  }
  if (--parts.left < 0) {
    if (parts.left === -1)
      issues.push({ code: 'too-large', path, expected: `at most ${mostParts} distributions in one`, received: 'more' });
    return undefined;
  }
  const hint = typeof value === 'string' ? 'text is read for durations only' : undefined;
  const fields = openAt(value, path, 'a number or a distribution', issues, hint);
  if (fields === undefined) return undefined;
  const { type } = fields;
  if (!isType(type)) {
    const close = typeof type === 'string' ? nearest(type, distributionTypes) : undefined;
    issues.push({
      code: type === undefined ? 'missing' : 'invalid-type',
      path: at(path, 'type'),
      expected: `one of ${distributionTypes.join(', ')}`,
      received: type === undefined ? 'nothing' : quote(type),
      ...(close === undefined ? {} : { hint: `did you mean ${close}?` }),
    });
    return undefined;
  }
  if (depth >= deepest && (type === 'mixture' || type === 'scaled')) {
    issues.push({ code: 'too-deep', path, expected: `at most ${deepest} mixtures or scalings inside one another`, received: 'more' });
    return undefined;
  }
  if (searchedTypes.includes(type) && --parts.searched < 0) {
    const expected = `at most ${mostSearched} of ${searchedTypes.join(', ')} in one distribution`;
    const hint = 'empirical takes a million values drawn from them';
    if (parts.searched === -1) issues.push({ code: 'too-large', path, expected, received: 'more', hint });
    return undefined;
  }
  return readFamily(families[type] as Family<Distribution>, { fields, path, issues }, (inner, place) =>
    readDistribution(inner, place, issues, { depth: depth + 1, parts }),
  );
}

function isType(type: unknown): type is Distribution['type'] {
  return (distributionTypes as readonly unknown[]).includes(type);
}

function checkLimits(law: ProbabilityLaw, shape: Distribution, limits: ValueLimits, path: string, issues: Issue[]): void {
  const single = shape.type === 'constant';
  if (limits.min !== undefined && law.min < limits.min) {
    const expected = single ? `a number of at least ${limits.min}` : `values of at least ${limits.min}`;
    const from = law.min === -Infinity ? ', which has no lower end' : ` from ${law.min}`;
    const received = single ? quote(law.min) : `a ${shape.type}${from}`;
    const orLognormal = limits.min === 0 ? ', or lognormal' : '';
    const hint = single ? {} : { hint: `truncatedNormal with min ${limits.min}${orLognormal}` };
    issues.push({ code: 'out-of-range', path, expected, received, ...hint, params: { min: limits.min } });
  }
  if (limits.max === undefined) return;
  const largest = law.max === Infinity ? law.quantile(largestDraw) : law.max;
  if (largest <= limits.max) return;
  const expected = single ? `a number of at most ${limits.max}` : `values of at most ${limits.max}`;
  const received = single ? quote(largest) : `a ${shape.type} that reaches ${largest}`;
  issues.push({ code: 'out-of-range', path, expected, received, params: { max: limits.max } });
}
