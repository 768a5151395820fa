import { checkDistribution } from '../distributions/check-distribution';
import { longestDuration } from '../distributions/duration-units';
import { quantile } from '../distributions/mathematics';
import { readDurationText } from '../distributions/read-duration-text';
import type { Issue } from '../errors/issue';
import { at, nearest, quote } from '../errors/wording';
import { unknownKey } from '../plain/check-keys';
import { checkNumber, isRecord } from '../plain/check-number';
import { checkParameter } from '../model/check-parameter';
import type { Parameter } from '../model/types';
import type { Affect, MergedAffect } from './types';

/*
 * Amounts as people write them, read into the form the library keeps: numbers, texts and distributions. Each function writes every fault
 * down under its path and then returns undefined.
 */

const anyDuration = 'a duration: seconds, text such as "12 min" or "5 to 10 min", or a distribution';
const oneDuration = 'a duration above 0: seconds, or text such as "12 min"';
const anyRange = { min: 0, max: longestDuration };
const oneRange = { min: 0, minExcluded: true, max: longestDuration } as const;

/** Seconds from 0 up: a number, a text or a distribution. */
export function readDuration(value: unknown, path: string, issues: Issue[]): Parameter | undefined {
  const parsed = typeof value === 'string' ? readDurationText(value, path, issues) : value;
  if (typeof value === 'string' && parsed === undefined) return undefined;
  if (isRecord(parsed)) return checkDistribution(parsed, path, issues, { min: 0, max: longestDuration });
  if (typeof parsed !== 'number') {
    const pair = pairOf(parsed);
    const hint =
      pair === undefined || pair.low <= 0 ? {} : { hint: `write '${pair.low} to ${pair.high} s' for the range that nine in ten lie in` };
    issues.push({ ...amiss(parsed, path, anyDuration), ...hint, params: anyRange });
    return undefined;
  }
  if (parsed >= 0 && parsed <= longestDuration) return parsed;
  issues.push({ code: 'out-of-range', path, expected: 'a duration from 0 to 1e11 seconds', received: quote(value), params: anyRange });
  return undefined;
}

/** One duration above 0, in seconds: a promise, a tolerance, what a segment expects. */
export function readSeconds(value: unknown, path: string, issues: Issue[]): number | undefined {
  const parsed = typeof value === 'string' ? readDurationText(value, path, issues) : value;
  if (typeof value === 'string' && parsed === undefined) return undefined;
  if (typeof value === 'string' && typeof parsed !== 'number') {
    issues.push({ code: 'invalid-text', path, expected: oneDuration, received: quote(value), hint: 'one duration, not a range' });
    return undefined;
  }
  if (typeof parsed !== 'number') {
    issues.push({ ...amiss(parsed, path, oneDuration), params: oneRange });
    return undefined;
  }
  if (parsed > 0 && parsed <= longestDuration) return parsed;
  issues.push({
    code: 'out-of-range',
    path,
    expected: 'a duration above 0, at most 1e11 seconds',
    received: quote(value),
    params: oneRange,
  });
  return undefined;
}

function amiss(value: unknown, path: string, expected: string): Issue {
  const missing = value === undefined;
  return { code: missing ? 'missing' : 'invalid-type', path, expected, received: missing ? 'nothing' : quote(value) };
}

interface Pair {
  readonly first: number;
  readonly second: number;
  readonly low: number;
  readonly high: number;
}

const pairText = /^\s*([-−]?[\d.]+)\s*(?:to|\.\.\.?|…|[-–—])\s*([-−]?[\d.]+)\s*$/i;

/** Two unlike numbers as a list or as text: `[1, 3]`, `'1 to 3'`, `'1-3'`. No quantity, but plain to see what was meant. */
function pairOf(value: unknown): Pair | undefined {
  const written =
    typeof value === 'string'
      ? pairText
          .exec(value)
          ?.slice(1)
          .map((one) => Number(one.replace('−', '-')))
      : value;
  if (!Array.isArray(written) || written.length !== 2 || !written.every(Number.isFinite)) return undefined;
  const [first, second] = written as [number, number];
  return first === second ? undefined : { first, second, low: Math.min(first, second), high: Math.max(first, second) };
}

/** One level of affect: a number from −10 to 10, or a distribution (drawn values beyond are clamped, with a caution, by the simulation). */
export function readLevel(value: unknown, path: string, issues: Issue[]): Parameter | undefined {
  if (isRecord(value)) return checkDistribution(value, path, issues);
  const pair = pairOf(value);
  if (pair !== undefined) {
    const { first, second, low, high } = pair;
    const interval = `fromInterval(${low}, ${high}, { kind: 'affect' })`;
    const hint = `write ${interval} where customers differ, { start: ${first}, end: ${second} } where it changes within a step`;
    const expected = 'an affect from -10 to 10, or a distribution';
    issues.push({ code: 'invalid-type', path, expected, received: quote(value), hint });
    return undefined;
  }
  if (typeof value === 'number' && Number.isFinite(value) && (value < -10 || value > 10)) {
    const hint = 'fromScale and empirical bring ratings from other scales here';
    issues.push({
      code: 'out-of-range',
      path,
      expected: 'an affect from -10 to 10',
      received: quote(value),
      hint,
      params: { min: -10, max: 10 },
    });
    return undefined;
  }
  return checkNumber(value, path, issues, { min: -10, max: 10, what: 'an affect', orDistribution: true }) ? value : undefined;
}

const mergedAffects: readonly string[] = ['kept', 'time-weighted'] satisfies MergedAffect[];

/** The affect of a step: a level, a line from start to end, or (where the step has parts) the rule that takes it from them. */
export function readAffect(value: unknown, path: string, issues: Issue[], hasParts: boolean): Affect | MergedAffect | undefined {
  if (typeof value === 'string' && mergedAffects.includes(value)) {
    if (hasParts) return value as MergedAffect;
    issues.push({
      code: 'conflict',
      path,
      expected: 'an affect of its own, for there are no parts to take it from',
      received: quote(value),
    });
    return undefined;
  }
  if (typeof value === 'string' && hasParts) {
    const near = nearest(value, mergedAffects);
    const hint = near === undefined ? {} : { hint: `did you mean "${near}"?` };
    issues.push({ code: 'invalid-type', path, expected: 'an affect, "kept" or "time-weighted"', received: quote(value), ...hint });
    return undefined;
  }
  if (!isRecord(value) || value['type'] !== undefined) return readLevel(value, path, issues);
  const keys = Object.keys(value);
  if (!keys.includes('start') && !keys.includes('end')) {
    issues.push({ code: 'invalid-type', path, expected: 'an affect: a number, a distribution or { start, end }', received: quote(value) });
    return undefined;
  }
  const before = issues.length;
  for (const key of keys) if (key !== 'start' && key !== 'end') issues.push(unknownKey(key, ['start', 'end'], path));
  const start = readLevel(value['start'], at(path, 'start'), issues);
  const end = readLevel(value['end'], at(path, 'end'), issues);
  return start === undefined || end === undefined || issues.length > before ? undefined : { start, end };
}

/**
 * The shift of affect in a failure (sign −1) or a recovery (sign 1). A distribution may reach across 0, where it is cut with a caution, but
 * not lie mostly on the wrong side.
 */
export function readShift(value: unknown, path: string, issues: Issue[], sign: -1 | 1): Parameter | undefined {
  const what = sign < 0 ? 'a loss of affect,' : 'a gain of affect,';
  const { min, max } = sign < 0 ? { min: -20, max: 0 } : { min: 0, max: 20 };
  if (!isRecord(value)) {
    if (typeof value === 'number' && Number.isFinite(value) && value * sign < 0) {
      issues.push({
        code: 'out-of-range',
        path,
        expected: `${what} from ${min} to ${max}`,
        received: quote(value),
        hint: `${-value} is probably meant`,
        params: { min, max },
      });
      return undefined;
    }
    return checkNumber(value, path, issues, { min, max, what, orDistribution: true }) ? value : undefined;
  }
  const distribution = checkDistribution(value, path, issues);
  if (distribution === undefined) return undefined;
  const median = quantile(distribution, 0.5);
  if (median * sign >= 0) return distribution;
  issues.push({
    code: 'out-of-range',
    path,
    expected: `${what} with a median of at ${sign < 0 ? 'most' : 'least'} 0`,
    received: `a ${distribution.type} with median ${median}`,
    params: { min, max },
  });
  return undefined;
}

/** 0…10: a number, or a distribution that stays there. */
export function readEffort(value: unknown, path: string, issues: Issue[]): Parameter | undefined {
  const pair = pairOf(value);
  if (pair !== undefined) {
    const hint = `write uniform({ min: ${pair.low}, max: ${pair.high} }) where customers differ`;
    issues.push({ code: 'invalid-type', path, expected: 'an effort from 0 to 10, or a distribution', received: quote(value), hint });
    return undefined;
  }
  return checkParameter(value, path, issues, { min: 0, max: 10, what: 'an effort' });
}
