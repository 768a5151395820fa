import type { Journey } from '../../journey/types';
import type { Caution } from '../../results/types';

/** Fewer steps may well all be pleasant, unless both ends of the scale are among them (judgement). */
const fewestSteps = 3;

/**
 * Ratings from 1 to 5 that were taken for affect make a bad journey look mildly good. What looks like them: a whole or half number from 1 to 5
 * wherever an affect is given, which is at most steps; nothing neutral and nothing below, as affect of a whole journey seldom is.
 */
export function ratingCautions(journey: Journey): Caution[] {
  const given = journey.interactions.flatMap(({ affect }) => (affect === undefined ? [] : [affect]));
  const rated = given.filter(
    (affect): affect is number => typeof affect === 'number' && affect >= 1 && affect <= 5 && Number.isInteger(2 * affect),
  );
  const hasEnough = rated.length >= fewestSteps || (rated.includes(1) && rated.includes(5));
  if (rated.length < given.length || 2 * given.length <= journey.interactions.length || !hasEnough) return [];
  const range = `${Math.min(...rated)} to ${Math.max(...rated)}`;
  return [
    {
      code: 'ratings-as-affect',
      path: 'interactions',
      message: `every affect lies from ${range}, as ratings on a scale from 1 to 5 do: affect goes from -10 to 10, and 0 is neutral; if they are ratings, name their scale: journeyFromRows(rows, { scale: [1, 5] }), or fromScale`,
    },
  ];
}
