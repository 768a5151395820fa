import { locate } from '../errors/locate';
import type { Issue } from '../errors/located-issue';
import { issuesError, mostIssues } from '../plain/issues-error';
import { readJourney } from './read-journey';
import type { Journey, JourneyInput } from './types';

/**
 * Makes a journey from what you wrote: checks all of it, reads texts such as `'12 min'`, and freezes a copy. Use it where a journey enters
 * your program; `simulate`, `compare` and `redesign` accept what it returns, and what it takes. For data whose type is not known (a `.json` file,
 * a response) there is `journeyFromJson`.
 *
 * @param input The journey: a `name` and `interactions` in order, each with an `id` and a `duration` (seconds 0…1e11, text such as
 * `'5 to 10 min'`, or a distribution), `affect` from −10 to +10 (default 0), and what else is known. Never changed or frozen.
 * @returns the journey in its one canonical form, deeply frozen. Given a journey it made, it returns that very object.
 * @throws JourneyError with every fault in it at once (at most 200, `more` counts the rest): code, path, what was expected, what stood there.
 *
 * @example
 * import { defineJourney } from 'peakend';
 * const visit = defineJourney({ name: 'Clinic visit', interactions: [{ id: 'register', duration: '4 min' }] });
 * visit.interactions[0].duration; // 240
 */
export function defineJourney(input: JourneyInput): Journey {
  const reading = readJourney(input);
  if (reading.journey === undefined) throw issuesError(reading.issues);
  return reading.journey;
}

/**
 * Everything wrong with a journey, as data; an empty list where nothing is. Use it on input from outside: a file, a form, an editor.
 *
 * @param input Anything at all.
 * @returns at most 200 issues, each with a stable `code`, a `path` such as `interactions[2].duration`, `expected`, `received` and maybe a `hint`.
 *
 * @example
 * import { checkJourney } from 'peakend';
 * checkJourney({ name: 'Visit', interactions: [{ id: 'register', duration: -1 }] })[0].path; // 'interactions[0].duration'
 */
export function checkJourney(input: unknown): Issue[] {
  return readJourney(input).issues.slice(0, mostIssues).map(locate);
}
