import type { Issue } from '../errors/issue';
import { at } from '../errors/wording';
import type { ExperienceModel, ExperienceModelInput } from '../model/types';
import { resolveModel } from '../model/resolve-model';
import { normalQuantile } from '../numerics/normal';
import { deepFreeze } from '../plain/deep-freeze';
import { throwIssues } from '../plain/issues-error';
import { reading } from '../plain/reading';
import { readNames, type ResolvedStudy } from '../simulation/read-study';
import type { SimulateInput } from '../simulation/types';
import { withDisplay } from '../words/display';
import { anchorCautions } from './anchor-cautions';
import { anchorPage } from './anchor-words';
import type { Anchored, AnchorOptions, LevelParameter, LevelMove, LevelRefusal } from './anchor-types';
import { liveOnce, type Levels } from './answers-at-levels';
import { figureIn, findLevels, levelCovariance, type Unreachable } from './find-levels';
import { levelParameters, levelRows, levelsOf, withLevels } from './level-parameters';
import type { ObservedAnswers } from './observed-types';
import { readStudyAt } from './read-anchored-study';
import { readObserved, type ReadFigures } from './read-observed';
import { refusalOf } from './refusal';
import { residualsOf } from './residuals';
import { isSet, targetsOf, type Sought } from './targets';

/**
 * Moves the few parameters of level until today's journey answers what your own customers answered: `satisfaction.base` from csat (or the share of the
 * top two), `response.sd` from the spread of csat, `response.recommendation.shift` from NPS (or the mean recommendation), `loyalty.base` from the share
 * who came back. How anything feels is never touched, so what a redesign changes still comes from the journey; but comparisons then speak in the user's
 * own csat and NPS.
 *
 * Each level is set by one figure and nothing else; every other figure stays a test, told in `residuals`. Sampling errors of the figures, taken as
 * independent of each other but for mean and spread of the same answers, become standard errors of the levels: see `levelInterval` for what they do to a
 * comparison.
 *
 * @param study As for `simulate`: `journey` (today's), `segments`, `model`, `customers`, `seed`, `confidence`.
 * @param observed What was measured, by segment or `overall`, with the number of people behind it: `{ overall: { csat: { mean: 4.1, n: 900 } } }`. What
 * `segmentsFromSurvey` calls `observed` fits. Where `overall` was not measured, the segments that were are taken together, by their numbers of people.
 * @param options `by` (default `overall`: one level for everybody) and `parameters` (default: all that something measured can set).
 * @returns frozen data: `study` to spread into `compare` and `simulate`, `moved` (how far each level had to go), `residuals`, what was `refused` because
 * no level explains it, and cautions.
 * @throws JourneyError with every fault of study and figures at once; `conflict` where a level is drawn for each customer or set by a segment alone.
 *
 * @example
 * import { anchor } from 'peakend/data';
 * const call = { name: 'Call', interactions: [{ id: 'talk', duration: 300, affect: 2 }] };
 * const anchored = anchor({ journey: call, customers: 1000, seed: 1 }, { overall: { csat: { mean: 4, n: 400, sd: 0.8 }, nps: { value: 20, n: 400 } } });
 * anchored.moved.map(({ parameter }) => parameter); // ['satisfaction.base', 'response.sd', 'response.recommendation.shift']
 * anchored.residuals[0].anchored; // ≈ 4.000
 */
export function anchor(study: SimulateInput, observed: ObservedAnswers, options: AnchorOptions = {}): Anchored {
  // 1. Everything checked at once.
  const read = reading(options, ['by', 'parameters'], { path: 'options', under: 'options' });
  const by = read.oneOf('by', ['overall', 'segment']) ?? 'overall';
  const allowed = readNames<LevelParameter>(read.written.parameters, 'options.parameters', levelParameters, read.issues) ?? levelParameters;
  const resolved = readStudyAt(study, 'study', read.issues);
  const ids = resolved?.segments.map(({ id }) => id) ?? [];
  const figures = resolved === undefined ? new Map() : readObserved(observed, ids, 'observed', read.issues);
  const own = resolved === undefined ? [] : levelsOf(resolved, read.issues);
  if (resolved !== undefined && read.issues.length === 0) checkScope(resolved, by, figures, allowed, read.issues);
  throwIssues(read.issues);

  // 2. Everybody lives today's journey once; 3. the levels of each crowd are found; 4. what they are, how sure, and what is still off.
  const start = own.map(({ levels }) => levels);
  const returns = [...figures.values()].some((one) => one.returned !== undefined);
  const answers = liveOnce(
    resolved!,
    start,
    own.map(({ slope }) => slope),
    returns,
  );
  const shares = resolved!.segments.map(({ share }) => share);
  const scopes = by === 'overall' ? [-1] : ids.map((_, index) => index).filter((index) => figures.has(index));
  const outcome = scopes.map((scope) => anchorScope(scope, resolved!, { answers, shares, start, figures, allowed }));
  const levels = start.map((before, index) => outcome.find(({ scope }) => scope === -1 || scope === index)?.levels[index] ?? before);
  const moves = outcome.flatMap(({ moves }) => moves);
  const model = by === 'overall' ? (resolveModel(resolved!.model, levelsInput(moves)) as ExperienceModel) : resolved!.model;
  const segments = resolved!.segments.map((segment) => {
    const mine = moves.filter((move) => move.segment === segment.id);
    return mine.length === 0 || by === 'overall' ? segment : { ...segment, model: withLevels(segment.model ?? {}, mine.map(placed)) };
  });
  const residuals = residualsOf({
    ids,
    answers,
    shares,
    before: start,
    after: levels,
    figures,
    by,
    refused: outcome.flatMap(({ refused }) => refused),
    allowed,
  });
  const { seed, customers, confidence } = resolved!;
  const found = {
    kind: 'anchor' as const,
    by,
    model,
    segments,
    study: { segments, model, seed, customers, confidence },
    moved: moves,
    covariance: blocks(outcome.map(({ covariance }) => covariance)),
    residuals,
    refused: outcome.flatMap(({ refused }) => refused),
  };
  return deepFreeze(withDisplay({ ...found, cautions: anchorCautions(found, ids, figures) }, anchorPage));
}

interface Scene extends Omit<Sought, 'scope'> {
  readonly start: readonly Levels[];
}

/** The levels of everybody (−1), or of one segment. */
function anchorScope(
  scope: number,
  { segments, confidence }: ResolvedStudy,
  { answers, shares, start, figures, allowed }: Scene,
): { scope: number; levels: readonly Levels[]; moves: readonly LevelMove[]; covariance: number[][]; refused: readonly LevelRefusal[] } {
  const name = scope === -1 ? 'overall' : segments[scope]!.id;
  const targets = targetsOf({ scope, answers, shares, figures, allowed });
  // A crowd knows only its own segments; a level is found for those, and holds for all.
  const own = (levels: readonly Levels[]): readonly Levels[] => (scope === -1 ? levels : [levels[scope]!]);
  const { levels, unreachable } = findLevels(own(start), targets);
  const rows = levelRows.filter((row) => targets.has(row) && !unreachable.some((one) => one.row === row));
  const covariance = levelCovariance(rows, targets, levels);
  const reach = normalQuantile(0.5 + confidence / 2);
  const moves = rows.map((row, index): LevelMove => {
    const { figure, crowd } = targets.get(row)!;
    const to = levels[0]![row.level];
    const standardError = Math.sqrt(Math.max(0, covariance[index]![index]!));
    return {
      parameter: row.parameter,
      segment: name,
      from: own(start)[0]![row.level],
      to,
      by: figure,
      before: figureIn(crowd, figure, own(start)),
      after: figureIn(crowd, figure, levels),
      standardError,
      interval: { low: to - reach * standardError, high: to + reach * standardError, level: confidence },
    };
  });
  const all = scope === -1 ? levels : start.map((before, index) => (index === scope ? levels[0]! : before));
  return { scope, levels: all, moves, covariance, refused: unreachable.map((one: Unreachable) => refusalOf(one, name)) };
}

/** Whether what was measured can set what is to be set. */
function checkScope(
  { segments }: ResolvedStudy,
  by: 'overall' | 'segment',
  figures: ReadFigures,
  allowed: readonly LevelParameter[],
  issues: Issue[],
): void {
  if (by === 'segment') {
    if ([...figures.keys()].some((segment) => segment >= 0)) return;
    issues.push({
      code: 'conflict',
      path: 'options.by',
      expected: 'figures of segments in observed, or by: "overall"',
      received: 'figures of overall alone',
    });
    return;
  }
  segments.forEach(({ model }, index) => {
    for (const { parameter } of levelRows.filter((row) => allowed.includes(row.parameter) && isSet(row, figures))) {
      if (!sets(model, parameter)) continue;
      const path = `${at(at('study.segments', index), 'model')}.${parameter}`;
      const hint = 'leave it out here, or anchor by: "segment"';
      issues.push({ code: 'conflict', path, expected: 'one level for everybody', received: 'a level of its own', hint });
    }
  });
}

function sets(model: ExperienceModelInput | undefined, parameter: LevelParameter): boolean {
  let value: unknown = model;
  for (const key of parameter.split('.'))
    value = typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
  return value !== undefined;
}

function placed({ parameter, to }: LevelMove): { readonly parameter: LevelParameter; readonly value: number } {
  return { parameter, value: to };
}

function levelsInput(moves: readonly LevelMove[]): ExperienceModelInput {
  return withLevels({}, moves.map(placed));
}

/** Matrices along the diagonal of one: what was found of different segments errs independently. */
function blocks(matrices: readonly (readonly (readonly number[])[])[]): number[][] {
  const size = matrices.reduce((sum, matrix) => sum + matrix.length, 0);
  const whole = Array.from({ length: size }, () => new Array<number>(size).fill(0));
  let first = 0;
  for (const matrix of matrices) {
    matrix.forEach((row, i) => row.forEach((value, j) => (whole[first + i]![first + j] = value)));
    first += matrix.length;
  }
  return whole;
}
