import { normalQuantile } from '../numerics/normal';
import { deepFreeze } from '../plain/deep-freeze';
import { withDisplay } from '../words/display';
import { alarmsOf, distanceOf, followed, pointsOf } from './chart';
import { readWatch, type ReadWatch } from './read-watch';
import { limitFor, runLength, smoothing, type Chart } from './run-length';
import type { Alarm, Watch, Watched, WatchInput } from './types';
import { segmentSentence, watchPage, watchSentence } from './watch-words';

/** A CUSUM is made for changes of at least a tenth of, and at most six standard errors: beyond these it would be no better. */
const leastShift = 0.1;
const mostShift = 6;

/**
 * Follows scores month by month against what the journey promises, and finds the slow decline that no single month shows: a chart that sums up small
 * deviations (CUSUM) or averages them (EWMA), with a false-alarm rate that is stated and worked out, not guessed. It says in which segment, since about
 * when, and how much.
 *
 * Each mean is told in its own standard errors, so that months with many and with few answers stand on one scale and the rate holds whatever they are.
 * `falseAlarms` holds for all segments and both ways together: with m charts each has a false alarm in m times as many periods. What is expected is
 * taken as it is: where it was itself estimated from few people, alarms are more frequent (a promise known from 1,200 people, 300 answers a month: three
 * in ten charts alarm within 36 months, where one in ten should).
 *
 * @param input `expected` and `observations`, and how: see {@link WatchInput}.
 * @returns frozen plain data: by segment the points of its chart, alarms with `since` and `change`, and sentences; `limit`, and how long a change of
 * the size looked for stays unseen on average (`delay`).
 * @throws JourneyError with every fault at once: of numbers out of range, of segments nobody expects (`unknown-id`), of a period told twice (`duplicate-id`).
 *
 * @example
 * import { watch } from 'peakend/data';
 * const means = [4.02, 3.97, 4.01, 3.99, 3.92, 3.93, 3.9, 3.91, 3.88, 3.9];
 * const observations = means.map((mean, month) => ({ period: month + 1, mean, n: 200 }));
 * const watched = watch({ expected: { regulars: { mean: 4, sd: 0.7 } }, observations });
 * watched.segments.regulars.alarms[0].at; // 8
 * watched.segments.regulars.alarms[0].since; // 5
 */
export function watch(input: WatchInput): Watch {
  const read = readWatch(input);
  const { method, direction, falseAlarms, seen } = read;
  const sides = direction === 'both' ? ([-1, 1] as const) : direction === 'down' ? ([-1] as const) : ([1] as const);
  const isTwoSided = method === 'ewma' && direction === 'both';
  const each = falseAlarms * Math.max(1, seen.size) * (isTwoSided ? 1 : sides.length);
  const { chart, shift } = chartOf(read, isTwoSided, each);
  const limit = limitFor(chart, each);
  const segments: [string, Watched][] = [];
  for (const [segment, observations] of seen) {
    const expected = read.expected.get(segment)!;
    const distances = observations.map((one) => distanceOf(one, expected));
    const looked = sides.map((side) => followed(distances, chart, limit, side));
    const found = sides.flatMap((side, index) => alarmsOf(observations, distances, looked[index]!, limit, side, expected));
    const order = (alarm: Alarm): number => read.periods.indexOf(alarm.at);
    const alarms = found.sort((a, b) => order(a) - order(b));
    const points = pointsOf(observations, distances, looked);
    segments.push([segment, { segment, expected, points, alarms, sentence: segmentSentence(segment, alarms, read) }]);
  }
  const ids = segments.map(([id]) => id);
  const result = {
    kind: 'watch' as const,
    method,
    direction,
    falseAlarms,
    falseAlarmsEach: each,
    limit,
    shift,
    delay: runLength(chart, limit, shift),
    segments: Object.fromEntries(segments),
    order: { segments: ids, periods: read.periods },
    alarmed: segments.filter(([, { alarms }]) => alarms.some(({ isOpen }) => isOpen)).map(([id]) => id),
  };
  return deepFreeze(withDisplay({ ...result, sentence: watchSentence(result) }, (made) => watchPage(made, read.outcome)));
}

/** The chart, and the change it is made for in standard errors: none so large that a single period without change would raise alarms as often as is allowed. */
function chartOf({ method, shift, seen }: ReadWatch, isTwoSided: boolean, each: number): { readonly chart: Chart; readonly shift: number } {
  const sizes = [...seen.values()].flat().map(({ n }) => n);
  sizes.sort((a, b) => a - b);
  const typical = sizes[sizes.length >> 1] ?? 1;
  const most = Math.min(mostShift, 2 * normalQuantile(1 - 1.5 / each));
  const wanted = shift === undefined ? 1 : Math.min(most, Math.max(leastShift, shift * Math.sqrt(typical)));
  return { chart: { method, setting: method === 'cusum' ? wanted / 2 : smoothing, isTwoSided }, shift: wanted };
}
