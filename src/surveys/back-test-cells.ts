import { effective } from './effective';
import type { SkillAgainst, BackTestCell, BackTestCoverage, Foretold, ReliabilityRow } from './back-test-types';
import { earthMoved, logScoreOf, massWithin, meanOf, quantileIn, sampleOf, scoresAt, varianceOf, type Sample } from './proper-scores';
import type { PredictedPeople } from './predicted-people';
import type { ReadBackTest, ReadFold } from './read-back-test';
import type { Chance } from './reliability';

/** One thing that was measured of each person, and what a forecast says of it. */
export interface Question {
  readonly foretold: Foretold;
  readonly of?: string;
  /** A row each, NaN where there is none. */
  readonly answers: Float64Array;
  /** How many different answers there can be; 0: any number. */
  readonly possible: number;
  readonly forecast: (people: PredictedPeople) => { readonly values: Float64Array; readonly weights?: Float64Array };
  /** What it is called in the reliability table, for yes and no. */
  readonly event?: ReliabilityRow['event'];
  /** From which answer on a rating is one of the top two. */
  readonly top?: number;
}

const levels = [0.5, 0.8, 0.95] as const;

/** One question, segment by segment, in one fold. */
export function cellsOf(
  { foretold, of, answers, possible, forecast, event, top }: Question,
  fold: ReadFold,
  { survey }: ReadBackTest,
  people: ReadonlyMap<string, PredictedPeople>,
): { readonly cells: BackTestCell[]; readonly chances: Chance[] } {
  const cells: BackTestCell[] = [];
  const chances: Chance[] = [];
  const tested = new Set(fold.test);
  const trained = new Set(fold.train);
  const given = (rows: readonly number[], among: ReadonlySet<number>): readonly number[] =>
    rows.filter((row) => among.has(row) && !Number.isNaN(answers[row]));
  const sample = (rows: readonly number[]): Sample =>
    sampleOf(
      rows.map((row) => answers[row]!),
      rows.map((row) => survey.weights[row]!),
    );
  const everybody = survey.rows.flatMap((rows) => given(rows, trained));
  survey.ids.forEach((segment, index) => {
    const predicted = people.get(segment);
    const rows = given(survey.rows[index]!, tested);
    if (predicted === undefined || rows.length === 0 || everybody.length === 0) return;
    const { values, weights } = forecast(predicted);
    if (values.length === 0) return;
    const model = sampleOf(values, weights);
    const observed = sample(rows);
    const learnt = given(survey.rows[index]!, trained);
    const n = effective(rows, survey.weights);
    const variance = varianceOf(observed);
    const share = foretold === 'satisfied' || foretold === 'returned' || foretold === 'takes part';
    const customers = share ? predicted.customers : values.length;
    const expectedVariance = Math.max(variance, share ? varianceOf(model) : 0);
    const standardError = Math.sqrt(expectedVariance / n + varianceOf(model) / customers);
    const difference = meanOf(model) - meanOf(observed);
    const scores = scoresAt(model, observed.values);
    const against = (reference: Sample): SkillAgainst => compared(scores, scoresAt(reference, observed.values), observed, n);
    cells.push({
      foretold,
      ...(of === undefined ? {} : { of }),
      segment,
      fold: fold.name,
      n,
      predicted: meanOf(model),
      observed: meanOf(observed),
      difference,
      standardError,
      z: standardError > 0 ? difference / standardError : 0,
      crps: weighted(scores, observed),
      againstSegment: against(learnt.length === 0 ? sample(everybody) : sample(learnt)),
      againstEverybody: against(sample(everybody)),
      ...(possible > 0 ? { logScore: logScoreOf(model, observed, customers, possible) } : {}),
      coverage: share ? [] : levels.map((level) => coverageAt(model, observed, level, n)),
      distance: earthMoved(model, observed),
    });
    if (event !== undefined) chances.push({ event, predicted: meanOf(model), observed: meanOf(observed), n });
    if (top !== undefined) {
      chances.push({
        event: 'rated top two',
        predicted: massWithin(model, top, Infinity),
        observed: massWithin(observed, top, Infinity),
        n,
      });
    }
  });
  return { cells, chances };
}

function weighted(scores: Float64Array, { weights }: Sample): number {
  return scores.reduce((sum, score, index) => sum + weights[index]! * score, 0);
}

/** Model and reference over the same people. */
function compared(model: Float64Array, reference: Float64Array, observed: Sample, n: number): SkillAgainst {
  const crps = weighted(reference, observed);
  const gaps = model.map((score, index) => score - reference[index]!);
  const difference = weighted(gaps, observed);
  const spread = weighted(
    gaps.map((gap) => (gap - difference) * (gap - difference)),
    observed,
  );
  return { crps, skill: skillOf(difference, crps), difference, standardError: Math.sqrt(spread / n) };
}

/** Where a reference leaves nothing to be better at, being as good counts as no skill. */
export function skillOf(difference: number, reference: number): number {
  return reference > 1e-12 ? -difference / reference : difference > 1e-12 ? -1 : 0;
}

function coverageAt(model: Sample, observed: Sample, level: number, n: number): BackTestCoverage {
  const low = quantileIn(model, (1 - level) / 2);
  const high = quantileIn(model, (1 + level) / 2);
  const expected = massWithin(model, low, high);
  return { level, expected, observed: massWithin(observed, low, high), standardError: Math.sqrt((expected * (1 - expected)) / n) };
}
