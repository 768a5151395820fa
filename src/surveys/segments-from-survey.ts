import { empirical } from '../distributions/families/empirical';
import { unfit } from '../errors/wording';
import { deepFreeze } from '../plain/deep-freeze';
import { throwIssues } from '../plain/issues-error';
import { withDisplay } from '../words/display';
import { figuresOf } from './answer-figures';
import { effective } from './effective';
import { dependenceOf, fewForms } from './dependence';
import type { ObservedFigures } from './observed-types';
import { readSurvey, type ReadSurvey } from './read-survey';
import { surveyCautions } from './survey-cautions';
import { surveyPage } from './survey-words';
import type {
  DependenceEstimate,
  SurveyOptions,
  SurveySegments,
  TouchpointCounts,
  TouchpointResponse,
  TouchpointStep,
} from './survey-types';

/**
 * Segments from the forms of a survey: for each kind of customer how every touchpoint was rated, who did not take part, how far the ratings of one
 * form go together, and what was answered about the whole. Ratings become affect in a straight line, worst to −10, best to +10, and stand as they
 * were given: nothing is fitted but `dependence`.
 *
 * @param rows One form a row: objects with cells by the names of their columns, as every CSV reader gives them. Numbers may be text.
 * @param options Which columns hold what, and how: see {@link SurveyOptions}. `touchpoints` and `scale` have to stand.
 * @returns frozen plain data: `segments` for `simulate`, `everyone` for the steps of a journey, `observed` for `anchor`, with the rows behind every
 * number and cautions where there are few.
 * @throws JourneyError with every fault at once: columns there are not, cells off the scale (`out-of-range`), codes that are ratings (`conflict`).
 *
 * @example
 * import { segmentsFromSurvey } from 'peakend/data';
 * const forms = [
 *   { kind: 'new', desk: 5, lift: 6, whole: 4 },
 *   { kind: 'new', desk: 3, lift: 4, whole: 3 },
 * ];
 * const survey = segmentsFromSurvey(forms, { segment: 'kind', touchpoints: ['desk', 'lift'], scale: [1, 5], notUsed: [6], overall: { csat: 'whole' } });
 * survey.segments[0].responses.desk.affect.values; // [0, 10]
 * survey.segments[0].responses.lift.skip; // 0.5
 * survey.observed.new.csat.mean; // 3.5
 */
export function segmentsFromSurvey(rows: readonly object[], options: SurveyOptions): SurveySegments {
  const survey = readSurvey(rows, options);
  const { ids, steps, weights } = survey;
  if (ids.length === 0) throwIssues([unfit(undefined, 'rows', 'at least one row with a segment and a weight above 0')]);
  const everyRow = survey.rows.flat().sort((a, b) => a - b);
  const columns = steps.map(({ ratings }) => ratings.affect);
  const common = dependenceOf(columns, everyRow, weights);
  const everyone = entries(steps.map(({ step, ratings }) => [step, stepOf(ratings, everyRow, weights)]));

  const counts: (readonly [string, Readonly<Record<string, TouchpointCounts>>])[] = [];
  const dependence: (readonly [string, DependenceEstimate])[] = [['overall', common]];
  const observed: (readonly [string, ObservedFigures])[] = [['overall', figuresOf(survey.answers, everyRow, weights)]];
  const segments = ids.map((id, index) => {
    const own = survey.rows[index]!;
    const counted = entries(steps.map(({ step, ratings }) => [step, countsOf(ratings, own, weights)]));
    const together = ids.length === 1 ? common : dependenceOf(columns, own, weights);
    counts.push([id, counted]);
    dependence.push([id, together]);
    observed.push([id, figuresOf(survey.answers, own, weights)]);
    const responses = steps.map(({ step, ratings }) => {
      const response = responseOf(ratings, own, weights);
      const pooled = counted[step]!.rated < survey.poolBelow ? everyone[step]!.affect : undefined;
      return [step, pooled === undefined ? response : { ...response, affect: pooled }] as const;
    });
    const affect = together.n < fewForms ? common.affect : together.affect;
    return { id, count: total(own, weights), ...(affect > 0 ? { dependence: { affect } } : {}), responses: entries(responses) };
  });
  const result = {
    kind: 'survey segments' as const,
    segments,
    everyone,
    observed: entries(observed),
    counts: entries(counts),
    dependence: entries(dependence),
    rows: { ...survey.left, used: everyRow.length },
    order: { segments: ids, steps: steps.map(({ step }) => step) },
  };
  return deepFreeze(withDisplay({ ...result, cautions: surveyCautions(result, survey) }, surveyPage));
}

/** Keys that come from outside, none of them one that would be dangerous: those were refused at the door. */
function entries<Value>(pairs: readonly (readonly [string, Value])[]): Readonly<Record<string, Value>> {
  return Object.fromEntries(pairs);
}

function total(rows: readonly number[], weights: Float64Array): number {
  return rows.reduce((sum, row) => sum + weights[row]!, 0);
}

type Ratings = ReadSurvey['steps'][number]['ratings'];

function responseOf({ affect, notUsed }: Ratings, rows: readonly number[], weights: Float64Array): TouchpointResponse {
  const rated = rows.filter((row) => !Number.isNaN(affect[row]));
  const given = total(rated, weights);
  const without = total(
    rows.filter((row) => notUsed[row] === 1),
    weights,
  );
  const skip = given + without > 0 ? without / (given + without) : 0;
  if (rated.length === 0) return { skip };
  const byValue = new Map<number, number>();
  for (const row of rated) byValue.set(affect[row]!, (byValue.get(affect[row]!) ?? 0) + weights[row]!);
  return { affect: empirical([...byValue.keys()], { weights: [...byValue.values()] }), skip };
}

/** What stands for a step says how many rated it: nothing else of it is measured here. */
function stepOf(ratings: Ratings, rows: readonly number[], weights: Float64Array): TouchpointStep {
  const response = responseOf(ratings, rows, weights);
  const rated = rows.filter((row) => !Number.isNaN(ratings.affect[row]));
  if (rated.length === 0) return response;
  const n = Math.max(1, Math.round(effective(rated, weights)));
  return { ...response, source: { kind: 'guess', affect: { kind: 'measured', n } } };
}

function countsOf({ affect, notUsed }: Ratings, rows: readonly number[], weights: Float64Array): TouchpointCounts {
  let rated = 0;
  let without = 0;
  let sum = 0;
  let whole = 0;
  for (const row of rows) {
    if (notUsed[row] === 1) without++;
    if (Number.isNaN(affect[row])) continue;
    rated++;
    sum += weights[row]! * affect[row]!;
    whole += weights[row]!;
  }
  return { rated, notUsed: without, noAnswer: rows.length - rated - without, ...(rated > 0 ? { affect: sum / whole } : {}) };
}
