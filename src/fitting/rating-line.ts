import type { Contestant, Fitted } from './contestant';
import { upwards, type FitData } from './read-fit';
import type { RatingLine } from './types';

/** The line from remembered utility to the rating as it was given; within people, to how far it lies from their own mean. */
export function ratingLine(contestant: Contestant, fitted: Fitted, { scale, level }: Pick<FitData, 'scale' | 'level'>): RatingLine {
  const [constant, slope] = [contestant.constantOf(fitted), fitted.line.weights.reduce((sum, weight) => sum + weight, 0)];
  if (scale[0] <= scale[1]) return { constant, slope };
  return { constant: level === 'within' ? -constant : upwards(constant, scale), slope: -slope };
}
