import type { Issue } from '../errors/issue';
import { unknownName } from '../errors/unknown-name';
import { at, quote } from '../errors/wording';
import { tooMany } from './check-names';
import { isProbability } from './outcome-range';
import { checkKeys } from '../plain/check-keys';
import type { ResolvedMeasure } from './read-measure';
import { readObserved, type ResolvedObserved } from './read-observed';
import type { Statistic } from './types';

export interface ResolvedContrast {
  readonly name: string;
  readonly of: string;
  readonly versus: string;
  readonly statistic: Statistic;
  readonly observed: ResolvedObserved | undefined;
}

const statistics: readonly Statistic[] = ['difference', 'ratio', 'oddsRatio', 'effectSize'];
type Plain = Readonly<Record<string, unknown>>;

/** The contrasts named, or every later condition minus the first. Shares of one choice add up to 1 and need none. */
export function readContrasts(
  written: unknown,
  conditions: readonly string[],
  measure: ResolvedMeasure | undefined,
  amongConditions: boolean,
  issues: Issue[],
): ResolvedContrast[] {
  if (written === undefined) {
    const [first, ...others] = conditions;
    if (amongConditions || first === undefined) return [];
    return others.map((of) => ({ name: `${of} − ${first}`, of, versus: first, statistic: 'difference', observed: undefined }));
  }
  if (typeof written !== 'object' || written === null || Array.isArray(written)) {
    issues.push({ code: 'invalid-type', path: 'contrasts', expected: 'an object of contrasts by name', received: quote(written) });
    return [];
  }
  if (tooMany(written, 'contrasts', issues)) return [];
  return Object.entries(written as Plain).flatMap(([name, value]) => {
    const path = at('contrasts', name);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      issues.push({ code: 'invalid-type', path, expected: 'an object with of and versus', received: quote(value) });
      return [];
    }
    const contrast = value as Plain;
    const before = issues.length;
    checkKeys(contrast, ['of', 'versus', 'statistic', 'observed'], path, issues);
    const of = oneOf(contrast.of, `${path}.of`, conditions, issues);
    const versus = oneOf(contrast.versus, `${path}.versus`, conditions, issues);
    const statistic = contrast.statistic === undefined ? 'difference' : oneOf(contrast.statistic, `${path}.statistic`, statistics, issues);
    const observed = readObserved(contrast.observed, `${path}.observed`, issues);
    if (observed !== undefined && (observed.n !== undefined || observed.sd !== undefined)) {
      issues.push({
        code: 'conflict',
        path: `${path}.observed`,
        expected: 'value and interval',
        received: observed.n === undefined ? 'sd' : 'n',
        hint: 'how far a contrast may lie off cannot be told from n alone',
      });
    }
    if (statistic !== undefined && measure !== undefined) checkStatistic(statistic, measure, `${path}.statistic`, issues);
    if (issues.length > before) return [];
    return [{ name, of: of!, versus: versus!, statistic: statistic as Statistic, observed }];
  });
}

function checkStatistic(statistic: string, measure: ResolvedMeasure, path: string, issues: Issue[]): void {
  const isShare = measure.kind === 'choice' || (measure.kind === 'mean' && isProbability(measure.outcome));
  if (statistic === 'oddsRatio' && !isShare) {
    issues.push({ code: 'conflict', path, expected: 'a share as the measure: only shares have odds', received: quote(measure.outcome) });
  }
  if (statistic === 'effectSize' && measure.kind === 'correlation') {
    issues.push({ code: 'conflict', path, expected: 'difference or ratio for correlations', received: quote(statistic) });
  }
}

function oneOf(value: unknown, path: string, known: readonly string[], issues: Issue[]): string | undefined {
  if (typeof value === 'string' && known.includes(value)) return value;
  issues.push(unknownName(path, value, known));
  return undefined;
}
