import { formatSeconds } from '../../distributions/format-seconds';
import { mean, quantile } from '../../distributions/mathematics';
import type { Journey, Segment } from '../../journey/types';
import type { ExperienceModel } from '../../model/types';
import { called, type Doubt } from './doubt';
import type { LivedUnit } from './lived-units';

/** Judgement: at three scales over a promise, lateness costs 95 % of what it can. */
const scales = 3;
/** What nearly everybody goes through, and how long it takes nearly everybody. */
const few = 0.05;
/** People write two hours or more in hours. */
const longestOfMinutes = 120;

/** A promise that nearly everybody overruns by so much that later hardly counts: mostly seconds where minutes were meant. */
export function shortPromise(units: readonly LivedUnit[], { promise }: Journey, segment: Segment, model: ExperienceModel): Doubt[] {
  const { late, lateScale } = model.satisfaction;
  if (promise === undefined || mean(late) === 0) return [];
  const least = leastSeconds(units);
  if (least < promise * (1 + scales * mean(lateScale))) return [];
  const remedy =
    promise <= longestOfMinutes
      ? `a plain number is seconds, so if minutes are meant, write promise: '${promise} min'`
      : 'set a promise only where one was made: what people expect is expectedDuration of their segment';
  const what =
    `the promise of ${formatSeconds(promise)} is overrun by nearly everybody of segment ${called(segment)} (${formatSeconds(least)} at least), ` +
    `by so much that lateness costs them nearly all it can, and more of it hardly counts; ${remedy}`;
  return [{ code: 'short-promise', path: 'promise', what, whole: true }];
}

/** What nearly nobody is faster than: steps that some skip left out, of a choice the shortest way. */
function leastSeconds(units: readonly LivedUnit[]): number {
  const ways = new Map<unknown, number>();
  for (const lived of units) {
    const { unit, response, among } = lived;
    const isSkipped = Math.max(response.skip ?? unit.skip ?? 0, among?.skip ?? 0) > few;
    const seconds = isSkipped ? 0 : quantile(response.duration ?? unit.duration ?? 0, few) * response.durationScale;
    const way = among ?? lived;
    ways.set(way, Math.min(ways.get(way) ?? Infinity, seconds));
  }
  return [...ways.values()].reduce((sum, seconds) => sum + seconds, 0);
}
