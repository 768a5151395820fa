import { checkSum } from '../distributions/shares';
import type { Issue } from '../errors/issue';
import { at } from '../errors/wording';
import { isRecord } from '../plain/check-number';

const tolerance = 1e-9;

/** Every segment has a share and they sum to 1, or every one has a count. Counts with the shares they make (what `defineSegments` returns) stand as well. */
export function checkShares(segments: readonly unknown[], path: string, issues: Issue[]): void {
  const read = segments.filter(isRecord);
  const hasCounts = read.some((segment) => segment['count'] !== undefined);
  const hasShares = read.some((segment) => segment['share'] !== undefined);
  segments.forEach((segment, index) => {
    if (!isRecord(segment)) return;
    const where = at(path, index);
    if (hasCounts && segment['count'] === undefined) {
      const hint = 'give every segment a share, or every one a count';
      issues.push({
        code: 'missing',
        path: at(where, 'count'),
        expected: 'a count, as the other segments have',
        received: 'nothing',
        hint,
      });
    } else if (!hasCounts && segment['share'] === undefined) {
      issues.push({ code: 'missing', path: at(where, 'share'), expected: 'a share of the population above 0', received: 'nothing' });
    }
  });
  if (hasCounts && hasShares) checkBoth(read, path, issues);
  else if (hasShares) {
    const shares = numbersOf(read, 'share');
    const hint = 'parts in other units (percent, people) can be given as count';
    if (shares !== undefined) checkSum(shares, 'shares', path, issues, hint);
  }
}

function checkBoth(segments: readonly Record<string, unknown>[], path: string, issues: Issue[]): void {
  const counts = numbersOf(segments, 'count');
  if (counts === undefined) return;
  const sum = total(counts);
  const agree = segments.every(
    (segment, index) => typeof segment['share'] === 'number' && Math.abs(segment['share'] - counts[index]! / sum) <= tolerance,
  );
  if (!agree)
    issues.push({
      code: 'conflict',
      path,
      expected: 'shares or counts',
      received: 'both, and they disagree',
      hint: 'leave the shares out: they follow from the counts',
    });
}

function numbersOf(segments: readonly Record<string, unknown>[], key: string): number[] | undefined {
  const values = segments.map((segment) => segment[key]);
  return values.every((value) => typeof value === 'number' && value > 0 && Number.isFinite(value)) ? (values as number[]) : undefined;
}

export function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
