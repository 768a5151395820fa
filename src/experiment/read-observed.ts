import type { Issue } from '../errors/issue';
import { quote } from '../errors/wording';
import { unknownKeys } from './read-measure';

/** A published figure, checked. */
export interface ResolvedObserved {
  readonly value: number;
  readonly interval: { readonly low: number; readonly high: number; readonly level: number } | undefined;
  readonly n: number | undefined;
  readonly sd: number | undefined;
}

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
  unknownKeys(written, ['value', 'interval', 'n', 'sd'], path, issues);
  const value = readNumber(written.value, `${path}.value`, -Infinity, true, issues);
  const interval = readInterval(written.interval, `${path}.interval`, issues);
  const n = written.n === undefined ? undefined : readNumber(written.n, `${path}.n`, 1, true, issues);
  const sd = written.sd === undefined ? undefined : readNumber(written.sd, `${path}.sd`, 0, true, issues);
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
  const ends = list ?? (written as Plain);
  unknownKeys(ends, ['low', 'high', 'level'], path, issues);
  const low = readNumber(ends.low, `${path}.low`, -Infinity, true, issues);
  const high = readNumber(ends.high, `${path}.high`, -Infinity, true, issues);
  const { level = 0.95 } = ends as Plain;
  if (!(typeof level === 'number' && level > 0 && level < 1)) {
    issues.push({
      code: 'out-of-range',
      path: `${path}.level`,
      expected: 'a number between 0 and 1',
      received: quote(level),
      params: { min: 0, max: 1, minExcluded: true, maxExcluded: true },
    });
  }
  if (issues.length > before) return undefined;
  if (low! > high!) {
    issues.push({ code: 'out-of-range', path, expected: 'low not above high', received: `${quote(low)} to ${quote(high)}` });
    return undefined;
  }
  return { low: low!, high: high!, level: level as number };
}

function readNumber(value: unknown, path: string, least: number, finite: boolean, issues: Issue[]): number | undefined {
  if (typeof value === 'number' && value >= least && (!finite || Number.isFinite(value))) return value;
  issues.push({
    code: value === undefined ? 'missing' : typeof value === 'number' ? 'out-of-range' : 'invalid-type',
    path,
    expected: least === -Infinity ? 'a finite number' : `a number from ${least} up`,
    received: quote(value),
    ...(least === -Infinity ? {} : { params: { min: least } }),
  });
  return undefined;
}
