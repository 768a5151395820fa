import type { Issue } from '../../errors/issue';
import { at, quote } from '../../errors/wording';
import type { Discrete, Empirical } from '../types';
import { between, checkKeys, checkNumbers, type Entry } from './fields';

const weightRule = { expected: 'a weight of 0 or more', holds: (value: number): boolean => value >= 0, params: { min: 0 } };

/** Distinct values in ascending order, each with the weight of all its sightings; what was never seen (weight 0) is not an observation. */
export function checkEmpirical(entry: Entry): Empirical | undefined {
  const { fields, path, issues } = entry;
  checkKeys(entry, ['type', 'values', 'weights'], {
    scale: 'only in the constructor empirical(), which maps the values',
    missing: 'only in the constructor empirical(), which leaves the codes out',
  });
  const values = checkNumbers(fields['values'], at(path, 'values'), issues);
  const weights =
    fields['weights'] === undefined ? values?.map(() => 1) : checkNumbers(fields['weights'], at(path, 'weights'), issues, weightRule);
  if (values === undefined || weights === undefined || !sameLength(values, weights, at(path, 'weights'), issues)) return undefined;

  const total = new Map<number, number>();
  values.forEach((value, i) => {
    if (weights[i]! > 0) total.set(value, (total.get(value) ?? 0) + weights[i]!);
  });
  if (total.size === 0) {
    issues.push({ code: 'shares', path: at(path, 'weights'), expected: 'at least one weight above 0', received: 'only zeros' });
    return undefined;
  }
  const distinct = [...total.keys()].sort((a, b) => a - b);
  const counts = distinct.map((value) => total.get(value)!);
  if (counts.every((count) => count === counts[0])) return { type: 'empirical', values: distinct };
  return { type: 'empirical', values: distinct, weights: counts };
}

const takesCounts = 'the constructor discrete() takes counts of any size, such as 3 and 7, in place of probabilities';
const probabilityRule = { ...between(0, 1), hint: takesCounts };

export function checkDiscrete(entry: Entry): Discrete | undefined {
  const { fields, path, issues } = entry;
  checkKeys(entry, ['type', 'values', 'probabilities'], { weights: takesCounts, counts: takesCounts });
  const values = checkNumbers(fields['values'], at(path, 'values'), issues);
  const probabilities = checkNumbers(fields['probabilities'], at(path, 'probabilities'), issues, probabilityRule);
  if (values === undefined || probabilities === undefined) return undefined;
  if (!sameLength(values, probabilities, at(path, 'probabilities'), issues)) return undefined;
  const seen = new Set<number>();
  const twice = values.findIndex((value) => seen.size === seen.add(value).size);
  if (twice >= 0) {
    issues.push({ code: 'conflict', path: at(at(path, 'values'), twice), expected: 'each value once', received: quote(values[twice]) });
  }
  const summed = checkSum(probabilities, 'probabilities', at(path, 'probabilities'), issues, takesCounts);
  if (twice >= 0 || !summed) return undefined;
  const order = values.map((_, i) => i).sort((a, b) => values[a]! - values[b]!);
  return { type: 'discrete', values: order.map((i) => values[i]!), probabilities: order.map((i) => probabilities[i]!) };
}

/** Whether shares sum to 1 ± 1e-9; a fault is written down where they do not. */
export function checkSum(shares: readonly number[], what: string, path: string, issues: Issue[], hint: string): boolean {
  const sum = shares.reduce((total, share) => total + share, 0);
  if (Math.abs(sum - 1) <= 1e-9) return true;
  const received = `a sum of ${Number(sum.toPrecision(12))}`;
  issues.push({ code: 'shares', path, expected: `${what} that sum to 1`, received, hint });
  return false;
}

function sameLength(values: readonly number[], others: readonly number[], path: string, issues: Issue[]): boolean {
  if (values.length === others.length) return true;
  issues.push({ code: 'conflict', path, expected: `one for each of the ${values.length} values`, received: `a list of ${others.length}` });
  return false;
}
