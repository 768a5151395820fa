import { quote } from '../errors/wording';
import { correlation } from './moments-of';
import type { Seen } from './levels';
import type { FitData } from './read-fit';
import type { FitCaution } from './types';

const fewGroups = 30;
const muchMissing = 0.1;
/** So many standard errors from no correlation at all. */
const clearly = 3;

/** So many names are told. */
const namesTold = 3;

/** What to doubt about a fit. */
export function fitCautions(data: FitData, { groups, candidates, ratings }: Seen): readonly FitCaution[] {
  const { recordings, heldOut } = data;
  const cautions: FitCaution[] = [];
  const add = (code: FitCaution['code'], path: string, message: string): void => void cautions.push({ code, path, message });
  if (data.isDefaultSeed) add('default-seed', 'seed', "no seed given: 'peakend' was used; name one to say that this is meant");
  if (recordings.source === 'columns' && data.ratingsFrom === 'column') {
    add('one-sitting', 'ratings', 'parts and whole were rated on one form: one mood and one pen favour the mean of the parts');
  }
  if (recordings.between && recordings.source === 'samples') {
    add(
      'means-of-people',
      'recordings',
      'moments were rated between the steps of their scale: where they are means over people, peaks of single people are gone',
    );
  }
  if (heldOut !== undefined && data.hasGroups) {
    const sides = new Map<number, number>();
    for (const [i, group] of data.groups.of.entries()) sides.set(group, (sides.get(group) ?? 0) | (1 << heldOut[i]!));
    const both = [...sides.values()].filter((side) => side === 3).length;
    if (both > 0) add('on-both-sides', 'holdOut', `${both} of ${sides.size} groups stand on both sides: what is held out is not new`);
  }
  if (!data.hasGroups && recordings.source !== 'columns') {
    add('groups-unknown', 'groups', 'every recording counts as independent: name in groups what repeats, such as a content or a person');
  }
  if (groups < fewGroups) add('few-groups', 'recordings', `${groups} groups: with so few the choice hangs on each of them`);
  const [column] = candidates[0]!.settings[0]!.columns;
  if (correlation(column!, ratings) < -clearly / Math.sqrt(groups)) {
    add('backwards', 'ratings.scale', 'the better it felt the worse it was rated: is one of the scales the other way round?');
  }
  const { answers } = recordings;
  if (data.unmatched.length > 0) add('unmatched-ratings', 'ratings.values', unmatchedTold(data.unmatched, answers.recordingsLeftOut));
  if (answers.share > muchMissing) {
    const what = answers.gaps === 'carry' ? 'filled with the rating before' : 'left out';
    add('missing-ratings', 'recordings', `${Math.round(100 * answers.share)} % of moments had no rating and were ${what}`);
  }
  return cautions;
}

/** Ratings that no recording is called by. Some may be of recordings that were left out when they were read. */
function unmatchedTold(names: readonly string[], recordingsLeftOut: number): string {
  const told = names
    .slice(0, namesTold)
    .map((name) => quote(name))
    .join(', ');
  const which = names.length > namesTold ? `${told} …` : told;
  const why =
    recordingsLeftOut === 0 ? '' : `; ${recordingsLeftOut} recordings with too few answers were left out, they may be among these`;
  return names.length === 1
    ? `1 rating was left out: no recording is called ${which}${why}`
    : `${names.length} ratings were left out: no recordings are called ${which}${why}`;
}
