import type { Issue } from '../errors/issue';
import { quote } from '../errors/wording';
import { checkKeys } from '../plain/check-keys';

/** A published figure, checked. */
export interface ResolvedObserved {
  readonly value: number;
  readonly interval: { readonly low: number; readonly high: number; readonly level: number } | undefined;
  readonly n: number | undefined;
  readonly sd: number | undefined;
}

/** Far beyond every outcome, and its square is still a number. */
export const largest = 1e15;

type Plain = Readonly<Record<string, unknown>>;

export function readObserved(observed: unknown, path: string, issues: Issue[]): ResolvedObserved | undefined {
  if (observed === undefined) return undefined;
  if (typeof observed === 'number') return readObserved({ value: observed }, path, issues);
  if (typeof observed !== 'object' || observed === null || Array.isArray(observed)) {
    issues.push({ code: 'invalid-type', path, expected: 'a number or { value, interval, n, sd }', received: quote(observed) });
    return undefined;
  }
  const before = issues.length;
  const written = observed as Plain;
  checkKeys(written, ['value', 'interval', 'n', 'sd'], path, issues);
  const value = readNumber(written.value, `${path}.value`, -largest, issues);
  const interval = readInterval(written.interval, `${path}.interval`, issues);
  const n = written.n === undefined ? undefined : readNumber(written.n, `${path}.n`, 1, issues);
  const sd = written.sd === undefined ? undefined : readNumber(written.sd, `${path}.sd`, 0, issues);
  return issues.length > before ? undefined : { value: value!, interval, n, sd };
}

function readInterval(written: unknown, path: string, issues: Issue[]): ResolvedObserved['interval'] {
  if (written === undefined) return undefined;
  const list = Array.isArray(written) && written.length === 2 ? { low: written[0] as unknown, high: written[1] as unknown } : undefined;
  const isObject = typeof written === 'object' && written !== null && !Array.isArray(written);
  if (list === undefined && !isObject) {
    issues.push({ code: 'invalid-type', path, expected: '[low, high] or { low, high, level }', received: quote(written) });
    return undefined;
  }
  const before = issues.length;
  const ends: Plain = list ?? (written as Plain);
  checkKeys(ends, ['low', 'high', 'level'], path, issues);
  const low = readNumber(ends.low, `${path}.low`, -largest, issues);
  const high = readNumber(ends.high, `${path}.high`, -largest, issues);
  const { level = 0.95 } = ends;
  if (!(typeof level === 'number' && level >= 0.01 && level <= 0.999999)) {
    issues.push({
      code: 'out-of-range',
      path: `${path}.level`,
      expected: 'a number from 0.01 to 0.999999',
      received: quote(level),
      params: { min: 0.01, max: 0.999999 },
    });
  }
  if (issues.length > before) return undefined;
  if (low! > high!) {
    issues.push({ code: 'out-of-range', path, expected: 'low not above high', received: `${quote(low)} to ${quote(high)}` });
    return undefined;
  }
  return { low: low!, high: high!, level: level as number };
}

function readNumber(value: unknown, path: string, least: number, issues: Issue[]): number | undefined {
  if (typeof value === 'number' && value >= least && value <= largest) return value;
  issues.push({
    code: value === undefined ? 'missing' : typeof value === 'number' ? 'out-of-range' : 'invalid-type',
    path,
    expected: `a number from ${least} to ${largest}`,
    received: quote(value),
    params: { min: least, max: largest },
  });
  return undefined;
}
