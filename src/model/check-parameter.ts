import { checkDistribution } from '../distributions/check-distribution';
import { quantile } from '../distributions/mathematics';
import type { Issue } from '../errors/issue';
import { checkNumber, isRecord, rangeParams, type NumberRange } from '../plain/check-number';
import type { Parameter } from './parameter';

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
