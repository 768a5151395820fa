import type { Issue } from '../errors/issue';
import { JourneyError } from '../errors/journey-error';
import { quote } from '../errors/wording';
import type { OutcomeName } from '../experience/outcomes';
import { issuesError } from '../plain/issues-error';
import { readStudy, type NamedJourney, type ResolvedStudy } from './read-study';

/** What a study may say but a question about one outcome has no use for. */
const useless = ['keep', 'until'] as const;

/**
 * As {@link readStudy}, for a question about one outcome with its own default number of customers; `issues` come before the study's own. A
 * study that names its `outcomes`, as the record in a result does, has to name the one that is asked.
 */
export function readScenarioStudy(
  input: Readonly<Record<string, unknown>>,
  journeys: readonly NamedJourney[],
  ownKeys: readonly string[],
  customers: number,
  outcome: OutcomeName,
  issues: Issue[],
): ResolvedStudy {
  const written = { ...input };
  for (const key of useless) {
    if (written[key] === undefined) continue;
    const hint = key === 'until' ? 'say how many with customers' : 'name the one outcome with outcome';
    issues.push({ code: 'unknown-key', path: key, expected: 'nothing here', received: quote(written[key]), hint });
    delete written[key];
  }
  let study: ResolvedStudy | undefined;
  let more = 0;
  try {
    study = readStudy({ customers, ...written }, journeys, ownKeys);
  } catch (error) {
    if (!(error instanceof JourneyError)) throw error;
    issues.push(...error.issues);
    more = error.more;
  }
  if (study?.outcomes.has(outcome) === false) {
    issues.push({
      code: 'conflict',
      path: 'outcome',
      expected: `one of the study's outcomes: ${study.requested.join(', ')}`,
      received: outcome,
      hint: 'name another outcome, or leave outcomes out',
    });
  }
  if (issues.length > 0)
    throw more > 0 ? new JourneyError(issues.slice(0, 200), { more: more + Math.max(0, issues.length - 200) }) : issuesError(issues);
  return study!;
}
