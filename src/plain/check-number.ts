import type { Issue, IssueParams } from '../errors/issue';
import { isList } from './plain-object';
import { percentHint, quote } from '../errors/wording';
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

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !isList(value);
}
