import { formatSeconds } from '../../distributions/format-seconds';
import { mean } from '../../distributions/mathematics';
import { at } from '../../errors/wording';
import type { Journey, Segment } from '../../journey/types';
import { called, type Doubt } from './doubt';
import { meanSeconds, type LivedUnit } from './lived-units';
import { mostTimesAsLong, waitsOf } from './waits-of';

/** People write two hours or more in hours. */
const longestOfMinutes = 120;
/** Judgement: what takes less is short itself, and seconds are usual there. */
const shortestMeasure = 120;
/** Judgement: of waits that share a tolerance, also the shortest is this many times as long. */
const leastTimesAsLong = 10;
/** Judgement: some kinds of people may well be done in a minute with what takes others long. */
const shortestStep = 60;

/**
 * Times of the journey, its waits and a segment that are far shorter than what they are held against: mostly plain numbers, which are seconds,
 * where minutes were meant. `place` is that of the segment. Promise and patience are told apart, by what they would do to nearly everybody.
 */
export function shortTimes(units: readonly LivedUnit[], journey: Journey, segment: Segment, place: number): Doubt[] {
  return [
    ...units.flatMap(ownTimes),
    ...sharedTolerance(units, journey),
    ...shortExpectation(units, segment, `segments[${place}]`),
    ...shortResponses(units, segment, `segments[${place}]`),
  ];
}

/** What people were told takes the place of what they bear. */
function ownTimes(lived: LivedUnit): Doubt[] {
  return waitsOf(lived).flatMap(({ wait = {}, seconds, path }) => {
    const what = called(lived.unit);
    if (wait.told !== undefined) return doubt(wait.told, seconds, what, `${path}.told`, 'wait.told is far shorter than the wait');
    return doubt(wait.tolerance, seconds, what, `${path}.tolerance`, 'wait.tolerance is far shorter than the wait');
  });
}

/** A tolerance for several waits may well be short beside the longest: as that from an event log, which is the median of all. */
function sharedTolerance(units: readonly LivedUnit[], { tolerance }: Journey): Doubt[] {
  if (tolerance === undefined) return [];
  const waits = units.flatMap((lived) =>
    waitsOf(lived).flatMap(({ wait, seconds }) =>
      seconds === 0 || (wait?.told ?? wait?.tolerance) !== undefined ? [] : [{ what: called(lived.unit), seconds }],
    ),
  );
  if (waits.length === 0 || waits.some(({ seconds }) => seconds <= leastTimesAsLong * tolerance)) return [];
  const { what, seconds } = waits.reduce((longest, wait) => (wait.seconds > longest.seconds ? wait : longest));
  return doubt(tolerance, seconds, what, 'tolerance', 'tolerance of the journey is far shorter than its waits');
}

function shortExpectation(units: readonly LivedUnit[], segment: Segment, path: string): Doubt[] {
  const about = 'expectedDuration is far shorter than the journey';
  return doubt(segment.expectedDuration, wholeSeconds(units), `segment ${called(segment)}`, `${path}.expectedDuration`, about);
}

function shortResponses(units: readonly LivedUnit[], segment: Segment, path: string): Doubt[] {
  return Object.entries(segment.responses ?? {}).flatMap(([target, { duration }]) => {
    if (typeof duration !== 'number' || duration >= shortestStep) return [];
    const theirs = units.filter(({ response }) => response.duration === duration);
    return theirs.flatMap(({ unit }) => {
      const what = `${called(unit)} for segment ${called(segment)}`;
      const where = at(at(`${path}.responses`, target), 'duration');
      return doubt(duration, mean(unit.duration ?? 0), what, where, 'duration of a response is far shorter than the step');
    });
  });
}

/** The mean of the whole, of a choice the shortest way. */
function wholeSeconds(units: readonly LivedUnit[]): number {
  const ways = new Map<unknown, number>();
  for (const lived of units) {
    const { unit, response, among } = lived;
    const skip = Math.max(response.skip ?? unit.skip ?? 0, among?.skip ?? 0);
    const way = among ?? lived;
    ways.set(way, Math.min(ways.get(way) ?? Infinity, meanSeconds(lived) * (1 - skip)));
  }
  return [...ways.values()].reduce((sum, seconds) => sum + seconds, 0);
}

/** Where minutes may be meant: people forget the unit of whole numbers, and what is left is tiny beside what it is held against. */
function doubt(seconds: number | undefined, measure: number, what: string, path: string, about: string): Doubt[] {
  if (seconds === undefined || seconds === 0 || seconds > longestOfMinutes || !Number.isInteger(seconds)) return [];
  if (measure < shortestMeasure || measure <= mostTimesAsLong * seconds) return [];
  const say = (all: string): string => `${about}: ${all}; a plain number is seconds, so if minutes are meant, write '${seconds} min'`;
  return [{ code: 'short-time', path, what: `${what} (${formatSeconds(seconds)} of ${formatSeconds(measure)})`, about, say }];
}
