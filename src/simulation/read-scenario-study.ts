import type { Issue } from '../errors/issue';
import { quote } from '../errors/wording';
import type { OutcomeName } from '../experience/outcomes';
import { throwIssues } from '../plain/issues-error';
import { checkStudy, type NamedJourney, type ResolvedStudy } from './read-study';

/** What a study may say but a question about one outcome has no use for. */
const useless = ['keep', 'until'] as const;

/**
 * As {@link checkStudy}, for a question about one outcome with its own default number of customers; `issues` come before the study's own. A
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
  const study = checkStudy({ customers, ...written }, journeys, ownKeys, issues);
  if (study?.outcomes.has(outcome) === false) {
    const expected = `one of the study's outcomes: ${study.requested.join(', ')}`;
    issues.push({ code: 'conflict', path: 'outcome', expected, received: outcome, hint: 'name another outcome, or leave outcomes out' });
  }
  throwIssues(issues);
  return study!;
}
