import { formatNumber } from '../distributions/format-number';
import { at, quote, unfit } from '../errors/wording';
import type { Segment } from '../journey/types';
import { resolveModel } from '../model/resolve-model';
import type { ExperienceModel } from '../model/types';
import { normalQuantile } from '../numerics/normal';
import { deepFreeze } from '../plain/deep-freeze';
import { issuesError, throwIssues } from '../plain/issues-error';
import { defaultModel } from '../model/defaults';
import { readModel } from '../model/read-model';
import { readSegments } from '../journey/read-segments';
import { guardAt } from '../plain/guard-plain';
import { isList, openAt } from '../plain/plain-object';
import { prefixIssues } from '../plain/prefix-issues';
import { Reading, readRecord } from '../plain/reading';
import { confidences } from '../simulation/read-study';
import type { Issue } from '../errors/issue';
import { signed } from '../results/format-outcome';
import type { Interval } from '../statistics/interval';
import { withDisplay } from '../words/display';
import type { Block } from '../words/page';
import type { Anchored, LevelParameter } from './anchor-types';
import { levelParameters, levelRows, withLevels } from './level-parameters';

/** A number of an anchored study, and what the sampling error of the survey leaves open about it. */
export interface LevelInterval {
  readonly kind: 'level-interval';
  /** With the levels as anchored. */
  readonly value: number;
  /** Of the value, for want of more people in the survey: beside the simulation error, which the study's own intervals hold. */
  readonly standardError: number;
  /** The value ± so many of them as the study's confidence asks for. */
  readonly interval: Interval;
}

/**
 * The second interval: what the sampling error of the survey does to any number that is worked out from an anchored study. The study is asked again
 * with the levels moved by one standard error, up and down along each independent direction of their error, and what comes out is put together (the
 * delta method). It holds nothing of the simulation error, which stands in the results' own intervals, nor of what the model does not know.
 *
 * @param anchored What `anchor` returned.
 * @param read Works out the number from a study: `(study) => compare({ ...study, baseline, variants }).variants.calmer.overall.csat.difference`. It is
 * called once, and twice for each level that was moved; keep `outcomes` to what is needed.
 * @returns the number, its standard error and interval.
 * @throws JourneyError for what is no result of `anchor`, and where `read` gives no finite number.
 *
 * @example
 * import { simulate } from 'peakend';
 * import { anchor, levelInterval } from 'peakend/data';
 * const journey = { name: 'Call', interactions: [{ id: 'talk', duration: 300, affect: 2 }] };
 * const anchored = anchor({ journey, customers: 1000, seed: 1 }, { overall: { csat: { mean: 4, n: 400, sd: 0.8 } } });
 * const { standardError } = levelInterval(anchored, (study) => simulate({ ...study, journey, outcomes: ['csat'] }).overall.csat.mean);
 * standardError; // ≈ 0.046
 */
export function levelInterval(anchored: Anchored, read: (study: Anchored['study']) => number): LevelInterval {
  const { study, moved, covariance } = checkAnchored(anchored);
  if (typeof read !== 'function') throw issuesError([unfit(read, 'read', 'a function of a study that gives a number')]);
  const ask = (levels: readonly number[]): number => {
    const value: unknown = read(studyAt(study, moved, levels));
    if (typeof value === 'number' && Number.isFinite(value)) return value;
    throw issuesError([unfit(value, 'read', 'a function of a study that gives a finite number')]);
  };
  const centre = moved.map(({ to }) => to);
  const value = ask(centre);
  let variance = 0;
  for (const direction of directions(covariance)) {
    if (direction.every((part) => part === 0)) continue;
    const there = moved.map(({ parameter }, index) => within(parameter, centre[index]! + direction[index]!));
    const back = moved.map(({ parameter }, index) => within(parameter, centre[index]! - direction[index]!));
    const half = (ask(there) - ask(back)) / 2;
    variance += half * half;
  }
  const standardError = Math.sqrt(variance);
  const level = study.confidence;
  const reach = normalQuantile(0.5 + level / 2) * standardError;
  const made = { kind: 'level-interval' as const, value, standardError, interval: { low: value - reach, high: value + reach, level } };
  return deepFreeze(withDisplay(made, levelPage));
}

/** What the survey leaves open. */
function levelPage({ value, standardError, interval }: LevelInterval): Block[] {
  const write = (number: number): string => signed(number, 3);
  const open = `${write(interval.low)} to ${write(interval.high)}`;
  return [
    { prose: `${write(value)}; the sampling error of the survey leaves open ${open} (standard error ${formatNumber(standardError, 3)}).` },
  ];
}

type Moved = readonly { readonly parameter: LevelParameter; readonly segment: string; readonly to: number }[];

function studyAt(study: Anchored['study'], moved: Moved, levels: readonly number[]): Anchored['study'] {
  const placed = moved.map(({ parameter, segment }, index) => ({ parameter, segment, value: levels[index]! }));
  const everybody = placed.filter(({ segment }) => segment === 'overall');
  const model: ExperienceModel = everybody.length === 0 ? study.model : resolveModel(study.model, withLevels({}, everybody));
  const segments = study.segments.map((one): Segment => {
    const own = placed.filter(({ segment }) => segment === one.id);
    return own.length === 0 ? one : { ...one, model: withLevels(one.model ?? {}, own) };
  });
  return { ...study, model, segments };
}

function within(parameter: LevelParameter, value: number): number {
  const { least, most } = levelRows.find((row) => row.parameter === parameter)!;
  return Math.min(most, Math.max(least, value));
}

/** Cholesky's columns: independent directions of one standard error each. */
function directions(covariance: readonly (readonly number[])[]): number[][] {
  const size = covariance.length;
  const lower = covariance.map(() => new Array<number>(size).fill(0));
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let rest = covariance[i]![j]!;
      for (let k = 0; k < j; k++) rest -= lower[i]![k]! * lower[j]![k]!;
      if (i === j) lower[i]![j] = Math.sqrt(Math.max(0, rest));
      else lower[i]![j] = lower[j]![j]! > 0 ? rest / lower[j]![j]! : 0;
    }
  }
  return lower.map((_, column) => lower.map((row) => row[column]!));
}

/** Only what is read here is looked at: customers and seed go on to the doors of whatever is asked. */
function checkAnchored(given: unknown): {
  readonly study: Anchored['study'];
  readonly moved: Moved;
  readonly covariance: readonly (readonly number[])[];
} {
  const issues: Issue[] = [];
  const expected = 'what anchor returned';
  const fields = openAt(given, 'anchored', expected, issues);
  throwIssues(issues);
  if (fields!['kind'] !== 'anchor') throw issuesError([unfit(given, 'anchored', expected)]);
  const written = openAt(fields!['study'], 'anchored.study', 'the study that was anchored', issues);
  throwIssues(issues);
  const { segments, issues: faults } = readSegments(written!['segments']);
  issues.push(...prefixIssues(faults, 'anchored.study.segments'));
  const model = readModel(written!['model'], defaultModel, 'anchored.study.model', issues);
  const study = new Reading<'confidence'>(written!, 'anchored.study', issues);
  const confidence = study.needed('confidence', confidences);
  const moved = listOf(guardAt(fields!['moved'], 'anchored.moved'), 'anchored.moved', issues).map((move, index) => {
    const read = readRecord<'parameter' | 'segment' | 'to'>(move, at('anchored.moved', index), issues, 'a level that was moved');
    const segment = read?.has('segment') === true ? read.text('segment') : read?.fault('segment', 'the id of a segment, or overall');
    const parameter = read?.has('parameter') === true ? read.oneOf('parameter', levelParameters) : read?.fault('parameter', 'a level');
    return { parameter: parameter!, segment: segment!, to: read?.needed('to', { min: -1e6, max: 1e6 }) ?? 0 };
  });
  const covariance = listOf(guardAt(fields!['covariance'], 'anchored.covariance'), 'anchored.covariance', issues).map((row, index) => {
    const path = at('anchored.covariance', index);
    const numbers = listOf(row, path, issues);
    if (numbers.length !== moved.length || !numbers.every((value) => typeof value === 'number' && Math.abs(value) <= 1e12)) {
      issues.push({ code: 'invalid-type', path, expected: `${moved.length} finite numbers`, received: quote(row) });
    }
    return numbers as readonly number[];
  });
  if (issues.length === 0 && covariance.length !== moved.length) {
    issues.push({ code: 'conflict', path: 'anchored.covariance', expected: `${moved.length} rows`, received: `${covariance.length}` });
  }
  throwIssues(issues);
  return {
    study: { ...(written as unknown as Anchored['study']), segments: segments!, model: model!, confidence: confidence! },
    moved,
    covariance,
  };
}

/** At most so many levels of so many segments. */
const mostMoved = 4000;

function listOf(value: unknown, path: string, issues: Issue[]): readonly unknown[] {
  if (isList(value) && value.length <= mostMoved) return value;
  issues.push(unfit(value, path, 'a list'));
  return [];
}
