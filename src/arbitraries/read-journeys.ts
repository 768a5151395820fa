import { openList } from '../plain/plain-object';
import { at } from '../errors/wording';
import { issuesError } from '../plain/issues-error';
import { readJourney } from '../journey/read-journey';
import type { Journey } from '../journey/types';
import { prefixIssues } from '../plain/prefix-issues';

const mostJourneys = 10_000;

/** A journey from outside, read as `defineJourney` does; its faults are told from `path`. */
export function readJourneyAt(given: unknown, path: string): Journey {
  const { journey, issues } = readJourney(given);
  if (journey === undefined) throw issuesError(prefixIssues(issues, path));
  return journey;
}

/** A list of them. */
export function readJourneys(given: unknown, path: string): readonly Journey[] {
  const { items, issue } = openList(given, 'a list of journeys', mostJourneys);
  if (items === undefined) throw issuesError(prefixIssues([issue], path));
  return items.map((item, index) => readJourneyAt(item, at(path, index)));
}
