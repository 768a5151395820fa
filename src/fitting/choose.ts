import type { Candidate } from './candidates';

/** What a candidate makes of ratings that it was not fitted to. */
export interface Entrant {
  readonly candidate: Candidate;
  /** The share of their variance that it explains. */
  readonly rSquared: number;
  /** Its squared errors, fold by fold. */
  readonly errors: readonly number[];
}

/** So many standard errors better must a family with free numbers be, over the folds, than what has none. */
const clearly = 2;

/**
 * The rule of choice, over candidates in the order of preference: of those that explain no less than the best but for a margin, the one with fewest free
 * numbers; of these the first. What has free numbers is chosen only where it is clearly better than the best without: with few ratings some of many settings
 * fits by chance. −1 where none explains anything.
 */
export function chooseAmong(entrants: readonly Entrant[], margin: number): number {
  const stays = bestOf(entrants, margin, ({ candidate }) => candidate.free === 0);
  const sought = bestOf(entrants, margin, (entrant) => stays < 0 || entrant === entrants[stays] || isClear(entrant, entrants[stays]!));
  return sought < 0 || !(entrants[sought]!.rSquared > 0) ? -1 : sought;
}

function bestOf(entrants: readonly Entrant[], margin: number, may: (entrant: Entrant) => boolean): number {
  let best = -Infinity;
  for (const entrant of entrants) if (may(entrant) && entrant.rSquared > best) best = entrant.rSquared;
  let chosen = -1;
  for (const [place, entrant] of entrants.entries()) {
    if (!may(entrant) || entrant.rSquared < best - margin) continue;
    if (chosen < 0 || entrant.candidate.free < entrants[chosen]!.candidate.free) chosen = place;
  }
  return chosen;
}

function isClear({ errors }: Entrant, other: Entrant): boolean {
  const gains = errors.map((error, fold) => other.errors[fold]! - error);
  const mean = gains.reduce((sum, gain) => sum + gain, 0) / gains.length;
  const spread = gains.reduce((sum, gain) => sum + (gain - mean) * (gain - mean), 0) / (gains.length - 1);
  return mean > clearly * Math.sqrt(spread / gains.length);
}
