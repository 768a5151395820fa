import type { Issue, IssueParams } from '../errors/issue';
import { isList } from './plain-object';
import { percentHint, unfit, type IssueDetails } from '../errors/wording';
import { numberHint } from '../errors/written-number';

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
export function rangeParams({ min, max }: NumberRange): { readonly params?: IssueParams } {
  if (min === -Infinity && max === Infinity) return {};
  return { params: { ...(min === -Infinity ? {} : { min }), ...(max === Infinity ? {} : { max }) } };
}

/** Whether a value is a finite number in its range; if not, one issue says so. */
export function checkNumber(value: unknown, path: string, issues: Issue[], range: NumberRange): value is number {
  if (typeof value === 'number' && value >= range.min && value <= range.max && Number.isFinite(value)) return true;
  issues.push(unfitNumber(value, path, describeRange(range), { ...percentHint(value, range.min, range.max), ...rangeParams(range) }));
  return false;
}

/** As {@link checkNumber}, for a whole number. */
export function checkWhole(value: unknown, path: string, issues: Issue[], { min, max }: NumberRange): value is number {
  if (typeof value === 'number' && value >= min && value <= max && Number.isInteger(value)) return true;
  issues.push(unfitNumber(value, path, `a whole number from ${min} to ${max}`, { params: { min, max, whole: true } }));
  return false;
}

/** What is wrong where a number is wanted: another one than may stand there, or none. */
export function unfitNumber(value: unknown, path: string, expected: string, more: IssueDetails): Issue {
  if (typeof value === 'number') return unfit(value, path, expected, { code: 'out-of-range', ...more });
  return unfit(value, path, expected, { ...more, hint: typeof value === 'string' ? numberHint(value) : undefined });
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !isList(value);
}
