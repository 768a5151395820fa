import { Contest } from './contest';
import type { Names } from './known';
import { someOf, type Seen } from './levels';
import { ratingLine } from './rating-line';
import type { FitData } from './read-fit';
import { groupErrors, Resampling } from './resample';
import type { MemoryFit, SegmentFit } from './types';

/** Fewer ratings, or of fewer groups, choose nothing for themselves. */
const fewestRatings = 30;
const fewestGroups = 10;

/** The chosen memory held against each kind of people, beside what they alone would choose. */
export function fitSegments(
  seen: Seen,
  segments: Names,
  chosen: number,
  data: Pick<FitData, 'root' | 'margin' | 'confidence' | 'scale' | 'level'>,
): { readonly segments: readonly SegmentFit[]; readonly differ: NonNullable<MemoryFit['segmentsDiffer']> } {
  const { root, margin, confidence } = data;
  const fits = segments.names.flatMap((segment, number): SegmentFit[] => {
    // Whose segment nobody knows is in none.
    if (segment === '') return [];
    const places = Int32Array.from(segments.of.keys()).filter((place) => segments.of[place] === number);
    const own = someOf(seen, places);
    const known = Math.max(0, chosen);
    const few = places.length < fewestRatings || own.groups < fewestGroups;
    if (own.groups < 2) return [blank(segment, places.length, confidence)];
    const contest = new Contest(own, root, margin);
    const pick = few ? -1 : contest.chosen;
    const alone = Math.max(0, pick === -1 ? known : pick);
    const errors = groupErrors(contest.predictions(), own.ratings, own.groupOf, own.groups);
    const resampling = new Resampling(errors.slice(0, -1), errors.at(-1)!, root, confidence);
    const best = contest.contestants[known]!;
    const fit: SegmentFit = {
      segment,
      count: places.length,
      ...(pick < 0 ? {} : { chosen: contest.contestants[pick]!.candidate.name }),
      rSquared: resampling.of(known).value,
      gain: resampling.difference(alone, known),
      line: ratingLine(best, best.fit(), data),
    };
    return [fit];
  });
  const judged = fits.filter(({ count }) => count >= fewestRatings);
  const differs = judged.some(({ gain }) => gain.value > margin && gain.interval.low > 0);
  const alike = judged.length === fits.length && judged.every(({ gain }) => gain.interval.high <= 2 * margin || gain.value <= margin);
  return { segments: fits, differ: differs ? 'differ' : alike ? 'alike' : 'cannot tell' };
}

function blank(segment: string, count: number, level: number): SegmentFit {
  const gain = { value: 0, interval: { low: 0, high: 0, level } };
  return { segment, count, rSquared: 0, gain, line: { constant: 0, slope: 0 } };
}
