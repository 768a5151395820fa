import { mean } from '../distributions/mathematics';
import { empirical, type Empirical } from '../distributions/families/empirical';
import type { Reading } from '../plain/reading';
import type { Table } from '../tables/table';
import type { Feelings } from './build-journey';
import type { Groups } from './case-columns';
import type { Events } from './events';
import type { LogSettings, OptionKey } from './read-options';
import { Gathering, partsOf } from './sample';

/** Fewer ratings than this say nothing of a segment by itself. Judgement. */
const leastRatings = 5;
const mostValues = 200;

/** What events say beside their times: where they happened and how they felt, of all cases and of each segment. */
export interface ReadFeelings {
  readonly all: Feelings;
  /** Affect only where a segment has enough ratings of its own. */
  readonly ofGroup: (group: number) => Feelings;
  /** Events of a step that happened elsewhere than most. */
  readonly elsewhere: number;
}

export function readFeelings(
  table: Table,
  events: Events,
  read: Reading<OptionKey>,
  { scale, missing }: LogSettings,
  groups: Groups | undefined,
  steps: readonly (readonly number[])[],
): ReadFeelings | undefined {
  const column = (key: 'rating' | 'channel'): string | undefined =>
    read.has(key) ? table.column(read.written[key], read.at(key)) : undefined;
  const rating = column('rating');
  const channel = column('channel');
  if (read.issues.length > 0) return undefined;
  const bounds = scale === undefined ? {} : { min: Math.min(...scale), max: Math.max(...scale), what: 'a rating' };
  const ratings = rating === undefined ? undefined : table.numbers(rating, { missing, ...bounds });
  const channels = channel === undefined ? undefined : table.texts(channel);
  if (table.issues.length > 0) return undefined;

  const gathered = new Map<string, Gathering>();
  const places = events.activities.map(() => new Map<string, number>());
  const put = (key: string, value: number): void => {
    const known = gathered.get(key) ?? new Gathering();
    gathered.set(key, known);
    known.add(value, 1);
  };
  if (ratings !== undefined || channels !== undefined) {
    for (let one = 0; one < events.from.length - 1; one++) {
      const group = groups?.of[one];
      for (let i = events.from[one]!; i < events.from[one + 1]!; i++) {
        const row = events.row[i]!;
        const what = events.activity[i]!;
        const value = ratings?.[row] ?? NaN;
        if (!Number.isNaN(value)) {
          put(`${what}`, value);
          if (group !== undefined) put(`${what} ${group}`, value);
        }
        const place = channels?.[row];
        if (place !== undefined) places[what]!.set(place, (places[what]!.get(place) ?? 0) + 1);
      }
    }
  }
  const made = new Map<string, Empirical>();
  const counts = new Map<string, number>();
  for (const [key, values] of gathered) {
    const sample = values.sample();
    if (key.includes(' ') && sample.n < leastRatings) continue;
    counts.set(key, sample.n);
    const { values: seen, weights } = partsOf(sample, mostValues);
    made.set(key, empirical(seen, { weights, scale }));
  }
  const usual = places.map((counts) => [...counts].sort((a, b) => b[1] - a[1])[0]);
  const elsewhere = steps
    .flat()
    .reduce((sum, what) => sum + [...places[what]!.values()].reduce((all, count) => all + count, 0) - (usual[what]?.[1] ?? 0), 0);
  const affectAt = (place: number, way: number, group?: number): Empirical | undefined =>
    made.get(`${steps[place]![way]!}${group === undefined ? '' : ` ${group}`}`);
  const rated: Feelings['ratings'] = (place, way) => counts.get(`${steps[place]![way]!}`) ?? 0;
  const meanOf = (affect: Empirical | undefined): number => (affect === undefined ? 0 : mean(affect));
  const channelAt: Feelings['channel'] = (place, way) => usual[steps[place]![way]!]?.[0];
  return {
    all: { affect: affectAt, meanAffect: (place, way) => meanOf(affectAt(place, way)), channel: channelAt, ratings: rated },
    ofGroup: (group) => ({
      affect: (place, way) => affectAt(place, way, group),
      meanAffect: (place, way) => meanOf(affectAt(place, way, group) ?? affectAt(place, way)),
      channel: channelAt,
      ratings: rated,
    }),
    elsewhere,
  };
}
