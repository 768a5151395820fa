import type { Issue, IssueParams } from '../errors/issue';
import { isList } from './plain-object';
import { percentHint, unfit } from '../errors/wording';
import { numberHint, writtenNumber } from '../errors/written-number';

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
  const written = typeof value === 'string' ? { hint: numberHint(value) } : {};
  const more = typeof value === 'number' ? { code: 'out-of-range' as const, ...percentHint(value, range.min, range.max) } : written;
  issues.push(unfit(value, path, describeRange(range), { ...more, ...rangeParams(range) }));
  return false;
}

/** As {@link checkNumber}, for a whole number. */
export function checkWhole(value: unknown, path: string, issues: Issue[], { min, max }: NumberRange): value is number {
  if (typeof value === 'number' && value >= min && value <= max && Number.isInteger(value)) return true;
  const code = typeof value === 'number' ? { code: 'out-of-range' as const } : {};
  // Of a text that says half of something no whole number can be made.
  const hint = typeof value === 'string' && isWhole(writtenNumber(value)) ? numberHint(value) : undefined;
  issues.push(unfit(value, path, `a whole number from ${min} to ${max}`, { ...code, hint, params: { min, max, whole: true } }));
  return false;
}

function isWhole(read: ReturnType<typeof writtenNumber>): boolean {
  return read !== undefined && 'value' in read && !read.isPercent && Number.isInteger(read.value);
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !isList(value);
}
