import { rankCorrelation } from '../robustness/rank-correlation';
import type { RatingScale } from '../distributions/rating-scale';
import type { Contest } from './contest';
import type { Seen } from './levels';
import { CumulativeLink } from './ordinal';

/** What each candidate makes of answers that are steps: the log probability it gave them, and whether it ranks them rightly. */
export function ordinalScores(
  contest: Contest,
  judged: Seen,
  predictions: readonly Float64Array[],
  scale: RatingScale,
): readonly { readonly logScore: number; readonly rankCorrelation: number }[] {
  const lowest = Math.min(...scale);
  const count = Math.abs(scale[1] - scale[0]) + 1;
  const answersOf = ({ ratings }: Seen): Int32Array => Int32Array.from(ratings, (rating) => Math.round(rating - lowest));
  const [trained, answers] = [answersOf(contest.seen), answersOf(judged)];
  const isHeldOut = judged !== contest.seen;
  return contest.contestants.map((one, c) => {
    let sum = 0;
    for (let fold = 0; fold < (isHeldOut ? 1 : contest.folds); fold++) {
      const fitted = isHeldOut ? one.fit() : one.fit(fold);
      const x = contest.seen.ratings.map((_, i) => one.predict(fitted, i));
      const used = Array.from(x.keys()).filter((i) => isHeldOut || contest.foldOf[i] !== fold);
      const link = new CumulativeLink(x, trained, used, count);
      for (const [i, answer] of answers.entries()) {
        if (isHeldOut || contest.foldOf[i] === fold) sum += link.logOf(predictions[c]![i]!, answer);
      }
    }
    return {
      logScore: sum / answers.length,
      rankCorrelation: rankCorrelation(Array.from(predictions[c]!), Array.from(judged.ratings)),
    };
  });
}
