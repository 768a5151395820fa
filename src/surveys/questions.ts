import type { BackTestCell } from './back-test-types';
import type { Question } from './back-test-cells';
import { isWhole, type ReadBackTest } from './read-back-test';
import type { PredictedPeople } from './predicted-people';

/** To the nearest answer that can be ticked, halves up. */
function ticked(values: Float64Array, lowest: number, grid: number): Float64Array {
  return grid > 0 ? values.map((value) => lowest + grid * Math.floor((value - lowest) / grid + 0.5)) : values;
}

/** A share as people who do and people who do not. */
function shared(share: number): { readonly values: Float64Array; readonly weights: Float64Array } {
  return { values: Float64Array.of(0, 1), weights: Float64Array.of(1 - share, share) };
}

function mean(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Everything that was measured, as questions to a forecast. */
export function questionsOf({ survey, durations }: ReadBackTest): Question[] {
  const { answers, csatGrid, steps } = survey;
  const questions: Question[] = [];
  const ask = (foretold: BackTestCell['foretold'], asked: Omit<Question, 'foretold'>): void => void questions.push({ foretold, ...asked });
  if (answers.csat !== undefined) {
    const top = (values: Float64Array): Float64Array => values.map((value) => (Number.isNaN(value) ? NaN : value >= 3.5 ? 1 : 0));
    const given = ({ outcomes }: PredictedPeople): Float64Array => ticked(outcomes.csat!, 1, csatGrid);
    ask('csat', {
      answers: answers.csat,
      possible: csatGrid > 0 ? Math.round(4 / csatGrid) + 1 : 0,
      forecast: (people) => ({ values: given(people) }),
    });
    ask('satisfied', {
      answers: top(answers.csat),
      possible: 2,
      event: 'satisfied',
      forecast: (people) => shared(mean(top(given(people)))),
    });
  }
  if (answers.recommendation !== undefined) {
    ask('recommendation', {
      answers: answers.recommendation,
      possible: 11,
      forecast: ({ outcomes }) => ({ values: ticked(outcomes.recommendation!, 0, 1) }),
    });
  }
  if (answers.returned !== undefined) {
    ask('returned', {
      answers: answers.returned,
      possible: 2,
      event: 'returned',
      forecast: ({ outcomes }) => shared(mean(outcomes.loyalty!)),
    });
  }
  for (const { step, ratings, grid } of steps) {
    const { affect, notUsed } = ratings;
    const possible = grid > 0 ? Math.round(20 / grid) + 1 : 0;
    const least = 10 - 1.5 * grid;
    ask('rating', {
      of: step,
      answers: affect,
      possible,
      forecast: ({ steps: lived }) => ({ values: ticked(lived[step]!.affect, -10, grid) }),
      ...(grid > 0 ? { top: least } : {}),
    });
    const took = affect.map((value, row) => (notUsed[row] === 1 ? 0 : Number.isNaN(value) ? NaN : 1));
    if (notUsed.includes(1)) {
      ask('takes part', {
        of: step,
        answers: took,
        possible: 2,
        event: 'takes part',
        forecast: ({ steps: lived }) => shared(lived[step]!.reached),
      });
    }
  }
  for (const { of, seconds } of durations) {
    ask('duration', {
      of,
      answers: seconds,
      possible: 0,
      forecast: ({ outcomes, steps: lived }) => ({ values: isWhole(of) ? outcomes[of]! : lived[of]!.seconds }),
    });
  }
  return questions;
}
