import { normalQuantile } from '../numerics/normal';
import { studentCdf } from '../standards/student-cdf';
import type { Seen } from './read-watch';
import type { Chart } from './run-length';
import type { Alarm, ExpectedScore, WatchPoint } from './types';

/** From so many people on their own spread says more than the expected one (judgement). */
const enoughForSpread = 5;
/** Log likelihood by which a first period may be less likely than the best, and still be named. */
const aboutAsLikely = 2;
const furthest = 38;

/** How far a mean lies from what is expected, in standard errors; where the spread comes from few people, as rare as Student's t makes it. */
export function distanceOf({ mean, n, sd }: Seen, expected: ExpectedScore): number {
  const own = sd !== undefined && n >= enoughForSpread && sd > 0;
  const distance = (mean - expected.mean) / ((own ? sd : expected.sd) / Math.sqrt(n));
  if (!own || n > 1e5) return within(distance);
  const tail = studentCdf(-Math.abs(distance), n - 1);
  const size = tail > 0 ? -normalQuantile(tail) : furthest;
  return within(distance < 0 ? -size : size);
}

function within(distance: number): number {
  return Math.min(furthest, Math.max(-furthest, distance));
}

/** While an alarm lasts the statistic is held below so many limits: what is over shall not look as if it went on. */
const highest = 1.2;

/** One side of a chart, period by period. */
export interface Side {
  readonly statistic: readonly number[];
  /** Whether an alarm is open: from the first value beyond the limit until the statistic is back at 0. */
  readonly isOpen: readonly boolean[];
}

/** A chart on one side: `side` −1 looks for less, +1 for more. */
export function followed(distances: readonly number[], { method, setting }: Chart, limit: number, side: -1 | 1): Side {
  let statistic = 0;
  let open = false;
  const isOpen: boolean[] = [];
  const values = distances.map((distance) => {
    const leaning = side * distance;
    statistic = method === 'cusum' ? Math.max(0, statistic + leaning - setting) : (1 - setting) * statistic + setting * leaning;
    if (statistic > highest * limit) statistic = highest * limit;
    open = statistic > limit || (open && statistic > 0);
    isOpen.push(open);
    return statistic;
  });
  return { statistic: values, isOpen };
}

/** Periods with what is charted: of two sides the one that is further. */
export function pointsOf(seen: readonly Seen[], distances: readonly number[], sides: readonly Side[]): WatchPoint[] {
  return seen.map(({ period, mean, n }, index) => {
    const statistic = Math.max(...sides.map((side) => side.statistic[index]!));
    return { period, mean, n, z: distances[index]!, statistic, alarm: sides.some(({ isOpen }) => isOpen[index]!) };
  });
}

/** Alarms on one side. */
export function alarmsOf(
  seen: readonly Seen[],
  distances: readonly number[],
  { statistic, isOpen }: Side,
  limit: number,
  side: -1 | 1,
  expected: ExpectedScore,
): Alarm[] {
  const alarms: Alarm[] = [];
  let after = 0;
  for (let first = 0; first < seen.length; first++) {
    if (!isOpen[first]!) continue;
    let end = first;
    let last = first;
    for (; end < seen.length && isOpen[end]!; end++) if (statistic[end]! > limit) last = end;
    alarms.push({ ...alarmOf(seen, distances, { after, first, last }, side, expected), isOpen: end === seen.length });
    after = end;
    first = end;
  }
  return alarms;
}

/**
 * Since when: the first period of a lasting change is the one that makes what came after it least like what was expected. The sum of distances, each
 * weighed by √n, over the root of the sum of n, squared and halved, is how much likelier a change there makes it.
 */
function alarmOf(
  seen: readonly Seen[],
  distances: readonly number[],
  { after, first, last }: { readonly after: number; readonly first: number; readonly last: number },
  side: -1 | 1,
  expected: ExpectedScore,
): Omit<Alarm, 'isOpen'> {
  const likelier: { readonly start: number; readonly gain: number }[] = [];
  let people = 0;
  let sum = 0;
  for (let start = last; start >= after; start--) {
    people += seen[start]!.n;
    sum += Math.sqrt(seen[start]!.n) * distances[start]! * side;
    if (start <= first) likelier.push({ start, gain: sum > 0 ? (sum * sum) / people / 2 : 0 });
  }
  const best = likelier.reduce((most, one) => (one.gain > most.gain ? one : most));
  const likely = likelier.filter(({ gain }) => gain >= best.gain - aboutAsLikely).map(({ start }) => start);
  const since = seen.slice(best.start, last + 1);
  const n = since.reduce((whole, one) => whole + one.n, 0);
  return {
    direction: side < 0 ? 'down' : 'up',
    at: seen[first]!.period,
    since: seen[best.start]!.period,
    sinceBetween: [seen[Math.min(...likely)]!.period, seen[Math.max(...likely)]!.period],
    until: seen[last]!.period,
    change: since.reduce((whole, one) => whole + (one.n / n) * (one.mean - expected.mean), 0),
    standardError: expected.sd / Math.sqrt(n),
  };
}
