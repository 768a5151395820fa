import type { Issue } from '../errors/issue';
import { at, quote } from '../errors/wording';
import { readRecord } from '../plain/reading';

/** A published figure, checked. */
export interface ResolvedObserved {
  readonly value: number;
  readonly interval: { readonly low: number; readonly high: number; readonly level: number } | undefined;
  readonly n: number | undefined;
  readonly sd: number | undefined;
}

/** Far beyond every outcome, and its square is still a number. */
export const largest = 1e15;

const anything = { min: -largest, max: largest };

export function readObserved(observed: unknown, path: string, issues: Issue[]): ResolvedObserved | undefined {
  if (observed === undefined) return undefined;
  const before = issues.length;
  const written = typeof observed === 'number' ? { value: observed } : observed;
  const read = readRecord(written, path, issues, 'a number or { value, interval, n, sd }', ['value', 'interval', 'n', 'sd']);
  const value = read?.needed('value', anything);
  const interval = read?.by('interval', readInterval);
  const n = read?.number('n', { min: 1, max: largest });
  const sd = read?.number('sd', { min: 0, max: largest });
  if (value !== undefined && interval !== undefined && (value < interval.low || value > interval.high)) {
    issues.push({ code: 'conflict', path: at(path, 'value'), expected: 'a value within its interval', received: quote(value) });
  }
  return issues.length > before ? undefined : { value: value!, interval, n, sd };
}

function readInterval(written: unknown, path: string, issues: Issue[]): ResolvedObserved['interval'] {
  const before = issues.length;
  const isPair = Array.isArray(written) && written.length === 2;
  const ends = isPair ? { low: written[0] as unknown, high: written[1] as unknown } : written;
  const read = readRecord(ends, path, issues, '[low, high] or { low, high, level }', ['low', 'high', 'level']);
  const low = read?.needed('low', anything);
  const high = read?.needed('high', anything);
  const level = read?.number('level', { min: 0.01, max: 0.999999 }) ?? 0.95;
  if (issues.length > before) return undefined;
  if (low! <= high!) return { low: low!, high: high!, level };
  issues.push({ code: 'out-of-range', path, expected: 'low not above high', received: `${quote(low)} to ${quote(high)}` });
  return undefined;
}
