import type { Issue } from '../errors/issue';
import { at } from '../errors/wording';
import { readNumber, type NumberRule, type Written } from './fields';

export const countRule: NumberRule = { expected: 'a count of 0 or more', holds: (count) => count >= 0 };

/** Counts of any size as shares of their sum, or undefined with a fault written down. */
export function sharesOf(counts: readonly number[], path: string, issues: Issue[]): readonly number[] | undefined {
  const sum = counts.reduce((total, count) => total + count, 0);
  if (sum > 0 && sum < Infinity) return counts.map((count) => count / sum);
  const received = sum === 0 ? 'only zeros' : 'a sum beyond all numbers';
  issues.push({ code: 'shares', path, expected: 'counts with a sum above 0', received });
  return undefined;
}

/**
 * Entries that say `count` where the others of their kind have a share under `share`: with that share worked out, for the check to judge like any
 * other. As they are where none says `count`, or where a fault has been written down.
 */
export function withShares(entries: readonly Written[], share: string, path: string, issues: Issue[]): readonly Written[] {
  if (!entries.some((entry) => entry['count'] !== undefined)) return entries;
  const before = issues.length;
  const counts = entries.map((entry, i) => {
    const where = at(path, i);
    if (entry[share] !== undefined) {
      const expected = `either a ${share} or a count`;
      issues.push({ code: 'conflict', path: where, expected, received: 'both', hint: `every entry has a ${share}, or every one a count` });
    } else if (entry['count'] === undefined) {
      issues.push({ code: 'missing', path: at(where, 'count'), expected: 'a count, as the other entries have', received: 'nothing' });
    } else return readNumber(entry['count'], at(where, 'count'), issues, countRule) ?? 0;
    return 0;
  });
  const shares = issues.length === before ? sharesOf(counts, path, issues) : undefined;
  if (shares === undefined) return entries;
  return entries.map(({ count: _, ...rest }, i) => ({ ...rest, [share]: shares[i] }));
}

/** Writes a fault down where shares do not sum to 1 ± 1e-9. */
export function checkSum(shares: readonly number[], what: string, path: string, issues: Issue[], hint: string): void {
  const sum = shares.reduce((total, share) => total + share, 0);
  if (Math.abs(sum - 1) <= 1e-9) return;
  const received = `a sum of ${Number(sum.toPrecision(12))}`;
  issues.push({ code: 'shares', path, expected: `${what} that sum to 1`, received, hint });
}

export function sameLength(values: readonly number[], others: readonly number[], path: string, issues: Issue[]): boolean {
  if (values.length === others.length) return true;
  issues.push({ code: 'conflict', path, expected: `one for each of the ${values.length} values`, received: `a list of ${others.length}` });
  return false;
}
