import type { Issue } from '../errors/issue';
import { unknownName } from '../errors/unknown-name';
import { at, quote } from '../errors/wording';
import { tooMany } from './check-names';
import { isProbability } from './outcome-range';
import { readRecord } from '../plain/reading';
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
  const byName = readRecord(written, 'contrasts', issues, 'an object of contrasts by name')?.written;
  if (byName === undefined || tooMany(byName, 'contrasts', issues)) return [];
  return Object.entries(byName).flatMap(([name, value]) => {
    const before = issues.length;
    const read = readRecord(value, at('contrasts', name), issues, 'an object with of and versus', [
      'of',
      'versus',
      'statistic',
      'observed',
    ]);
    if (read === undefined) return [];
    const of = oneOf(read.written.of, read.at('of'), conditions, issues);
    const versus = oneOf(read.written.versus, read.at('versus'), conditions, issues);
    const path = read.at('statistic');
    const statistic = read.has('statistic') ? oneOf(read.written.statistic, path, statistics, issues) : 'difference';
    const observed = read.by('observed', readObserved);
    if (observed !== undefined && (observed.n !== undefined || observed.sd !== undefined)) {
      issues.push({
        code: 'conflict',
        path: read.at('observed'),
        expected: 'value and interval',
        received: observed.n === undefined ? 'sd' : 'n',
        hint: 'how far a contrast may lie off cannot be told from n alone',
      });
    }
    if (statistic !== undefined && measure !== undefined) checkStatistic(statistic, measure, path, issues);
    if (issues.length > before) return [];
    return [{ name, of: of!, versus: versus!, statistic: statistic!, observed }];
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

function oneOf<Name extends string>(value: unknown, path: string, known: readonly Name[], issues: Issue[]): Name | undefined {
  if (known.includes(value as Name)) return value as Name;
  issues.push(unknownName(path, value, known));
  return undefined;
}
