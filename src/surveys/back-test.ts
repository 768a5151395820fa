import type { Issue } from '../errors/issue';
import { unknownName } from '../errors/unknown-name';
import { isJourneyError } from '../errors/journey-error';
import type { OutcomeName } from '../experience/outcomes';
import { deepFreeze } from '../plain/deep-freeze';
import { issuesError, throwIssues } from '../plain/issues-error';
import { prefixIssues } from '../plain/prefix-issues';
import type { ResolvedStudy } from '../simulation/read-study';
import { withDisplay } from '../words/display';
import { backTestCautions } from './back-test-cautions';
import { cellsOf } from './back-test-cells';
import { totalsOf } from './back-test-totals';
import type { BackTest, BackTestCell, BackTestInput } from './back-test-types';
import { backTestPage } from './back-test-words';
import { predictPeople } from './predicted-people';
import { questionsOf } from './questions';
import { isWhole, readBackTest, type ReadBackTest, type ReadFold } from './read-back-test';
import { readStudyAt } from './read-anchored-study';
import { reliabilityOf, type Chance } from './reliability';

/**
 * Holds a study against people it has not seen: what it foretells of every segment and step beside what was answered. Forecasts are whole
 * distributions, scored by a proper score (the continuous ranked probability score), so that whoever claims to know more than they do loses; beside it
 * stands what somebody without a model would foretell: the answers of the same segment, and of everybody, in the rows learnt from.
 *
 * @param input `study` (or a function that fits one to the rows to learn from), `observed` (`rows` and which columns hold what, as for
 * `segmentsFromSurvey`, and `durations`), `folds` (which rows are learnt from and which foretold; a column's name holds out one of its values at a
 * time). Without folds all rows are foretold by the study as it is, and compared with what they themselves average: a caution says so.
 * @returns frozen plain data: `totals` for each thing foretold, `cells` by segment, step and fold, a `reliability` table, cautions.
 * @throws JourneyError with every fault at once: of the rows, of the folds, of the study, of steps the journey does not have (`unknown-id`).
 *
 * @example
 * import { backTest } from 'peakend/data';
 * const rows = [3, 4, 4, 5, 3, 4, 5, 4].map((whole, index) => ({ whole, year: index < 4 ? 2025 : 2026 }));
 * const study = { journey: { name: 'Call', interactions: [{ id: 'talk', duration: 300, affect: 3 }] }, customers: 1000, seed: 1 };
 * const test = backTest({ study, observed: { rows, overall: { csat: 'whole' } }, folds: [{ train: (row) => row.year === 2025, test: (row) => row.year === 2026 }] });
 * test.totals[0].foretold; // 'csat'
 * test.totals[0].crps; // ≈ 0.43
 */
export function backTest(input: BackTestInput): BackTest {
  const read = readBackTest(input);
  const cells: BackTestCell[] = [];
  const chances: Chance[] = [];
  const strangers = new Set<string>();
  for (const fold of read.folds) {
    const study = studyOf(read, fold);
    checkSteps(study, read);
    const people = predictPeople(study, outcomesOf(read), read.survey.steps.length > 0 || read.durations.some(({ of }) => !isWhole(of)));
    const bySegment = new Map(study.segments.map(({ id }, index) => [id, people[index]!]));
    for (const id of read.survey.ids) if (!bySegment.has(id)) strangers.add(id);
    for (const question of questionsOf(read)) {
      const made = cellsOf(question, fold, read, bySegment);
      cells.push(...made.cells);
      chances.push(...made.chances);
    }
  }
  const result = {
    kind: 'back test' as const,
    folds: read.folds.map(({ name, train, test }) => ({ name, trained: train.length, tested: test.length })),
    totals: totalsOf(cells),
    cells,
    reliability: reliabilityOf(chances),
  };
  return deepFreeze(withDisplay({ ...result, cautions: backTestCautions(result, read, [...strangers]) }, backTestPage));
}

function studyOf({ study, rows }: ReadBackTest, fold: ReadFold): ResolvedStudy {
  const issues: Issue[] = [];
  const made: unknown =
    typeof study === 'function'
      ? (study as (training: readonly unknown[], fold: string) => unknown)(
          fold.train.map((row) => rows[row]!),
          fold.name,
        )
      : study;
  const path = typeof study === 'function' ? 'study()' : 'study';
  try {
    const resolved = readStudyAt(made, path, issues);
    throwIssues(issues);
    return resolved!;
  } catch (error) {
    if (!isJourneyError(error) || typeof study !== 'function') throw error;
    throw issuesError(
      prefixIssues(error.issues, '').map((issue) => ({ ...issue, hint: issue.hint ?? `from what study() made for ${fold.name}` })),
    );
  }
}

/** Every step that was rated or timed has to be one of the journey. */
function checkSteps({ journeys }: ResolvedStudy, { survey, durations }: ReadBackTest): void {
  const ids = journeys[0]!.interactions.map(({ id }) => id);
  const issues: Issue[] = [];
  for (const { step, path } of survey.steps) if (!ids.includes(step)) issues.push(unknownName(path, step, ids));
  for (const { of, path } of durations) if (!isWhole(of) && !ids.includes(of)) issues.push(unknownName(path, of, ids));
  throwIssues(issues);
}

function outcomesOf({ survey: { answers }, durations }: ReadBackTest): OutcomeName[] {
  return [
    ...(answers.csat === undefined ? [] : (['csat'] as const)),
    ...(answers.recommendation === undefined ? [] : (['recommendation'] as const)),
    ...(answers.returned === undefined ? [] : (['loyalty'] as const)),
    ...durations.map(({ of }) => of).filter(isWhole),
  ];
}
