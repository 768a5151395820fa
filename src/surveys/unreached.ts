import type { RatingScale } from '../distributions/rating-scale';
import type { ReadSurvey } from './read-survey';

/** Fewer answers may well miss the best ones. Judgement. */
const enough = 100;
/** So much of a scale, from the best end, is left out by whom it was not shown to. Judgement: 4 of 5 may be the best anybody says. */
const farEnd = 0.25;

/** Answers of which none lies in the better end of the scale they are said to be given on. */
export interface Unreached {
  readonly scale: RatingScale;
  readonly highest: number;
  readonly count: number;
  /** Where the first column of them was named. */
  readonly path: string;
}

/** Scales that may be longer than the one people answered on. Where less is better nobody can tell: few are very angry. */
export function unreached({ steps, answers, rows }: Pick<ReadSurvey, 'steps' | 'answers' | 'rows'>): Unreached[] {
  const found = new Map<string, Unreached>();
  const add = (kind: string, scale: RatingScale, path: string, ratingOf: (row: number) => number): void => {
    let { highest, count } = found.get(kind) ?? { highest: -Infinity, count: 0 };
    for (const own of rows) {
      for (const row of own) {
        const rating = ratingOf(row);
        if (Number.isNaN(rating)) continue;
        count++;
        highest = Math.max(highest, rating);
      }
    }
    found.set(kind, { scale, highest, count, path: found.get(kind)?.path ?? path });
  };
  for (const { scale, ratings, path } of steps) {
    const [low, high] = scale;
    add(`${low} to ${high}`, scale, path, (row) => low + ((ratings.affect[row]! + 10) / 20) * (high - low));
  }
  const { recommendation } = answers;
  if (recommendation !== undefined) add('recommendation', [0, 10], 'options.overall.recommendation', (row) => recommendation[row]!);
  return [...found.values()].filter(
    ({ scale: [low, high], highest, count }) => count >= enough && low < high && high - highest > farEnd * (high - low) + 1e-9,
  );
}
