import { checkDistribution } from '../distributions/check-distribution';
import { quantile } from '../distributions/quantile';
import type { Issue, IssueParams } from '../errors/issue';
import { isList } from '../errors/plain-object';
import { percentHint, quote } from '../errors/wording';
import { numberHint } from '../errors/written-number';
import type { Parameter } from './types';

export interface NumberRange {
  readonly min: number;
  readonly max: number;
  /** What the number is, in front of its range: `a probability`. Default `a number`. */
  readonly what?: string;
  /** Only for the wording: a distribution may stand here as well. */
  readonly orDistribution?: boolean;
}

/** `a probability from 0 to 1`. */
export function describeRange({ min, max, what = 'a number', orDistribution = false }: NumberRange): string {
  const ends = max !== Infinity ? ` from ${min} to ${max}` : min !== -Infinity ? ` of at least ${min}` : '';
  return `${what}${ends}${orDistribution ? ', or a distribution' : ''}`;
}

/** The range as data: ends at infinity bound nothing. */
function rangeParams({ min, max }: NumberRange): { readonly params?: IssueParams } {
  if (min === -Infinity && max === Infinity) return {};
  return { params: { ...(min === -Infinity ? {} : { min }), ...(max === Infinity ? {} : { max }) } };
}

/** Whether a value is a finite number in its range; if not, one issue says so. */
export function checkNumber(value: unknown, path: string, issues: Issue[], range: NumberRange): value is number {
  if (typeof value !== 'number') {
    const hint = typeof value === 'string' ? numberHint(value) : undefined;
    const missing = value === undefined;
    const received = missing ? 'nothing' : quote(value);
    issues.push({
      code: missing ? 'missing' : 'invalid-type',
      path,
      expected: describeRange(range),
      received,
      ...(hint === undefined ? {} : { hint }),
      ...rangeParams(range),
    });
    return false;
  }
  if (value >= range.min && value <= range.max && Number.isFinite(value)) return true;
  const hint = percentHint(value, range.min, range.max);
  issues.push({ code: 'out-of-range', path, expected: describeRange(range), received: quote(value), ...hint, ...rangeParams(range) });
  return false;
}

/**
 * A number in its range, or a distribution over customers that stays in it (its 0.1 % and 99.9 % quantiles do). What comes back is the
 * canonical form, or undefined with at least one issue written down.
 */
export function checkParameter(value: unknown, path: string, issues: Issue[], range: NumberRange): Parameter | undefined {
  if (typeof value === 'number') return checkNumber(value, path, issues, range) ? value : undefined;
  if (!isRecord(value)) {
    checkNumber(value, path, issues, { ...range, orDistribution: true });
    return undefined;
  }
  const distribution = checkDistribution(value, path, issues);
  if (distribution === undefined) return undefined;
  const low = quantile(distribution, 0.001);
  const high = quantile(distribution, 0.999);
  if (low >= range.min && high <= range.max) return distribution;
  issues.push({
    code: 'out-of-range',
    path,
    expected: `a distribution that stays within ${range.min} to ${range.max}`,
    received: `a ${distribution.type} with 99.8 % between ${short(low)} and ${short(high)}`,
    hint: 'truncatedNormal and beta stay between given ends',
    ...rangeParams(range),
  });
  return undefined;
}

/** A number for reading: four digits are enough to see what is wrong. */
function short(value: number): string {
  return String(Number(value.toPrecision(4)));
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !isList(value);
}
