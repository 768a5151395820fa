import type { Issue } from '../errors/issue';
import { isJourneyError } from '../errors/journey-error';
import { unfit } from '../errors/wording';
import { prefixIssues } from '../plain/prefix-issues';
import { issuesError } from '../plain/issues-error';
import { checkStudy, openInput, type ResolvedStudy } from '../simulation/read-study';

/** A study with its one journey, told under the name of the argument it came as. */
export function readStudyAt(given: unknown, path: string, issues: Issue[]): ResolvedStudy | undefined {
  try {
    const written = openInput(given, ['journey']);
    const faults: Issue[] = [];
    const study = checkStudy(written, [{ path: 'journey', value: written['journey'] }], ['journey'], faults);
    if (study?.until !== undefined) faults.push(unfit(written['until'], 'until', 'customers in place of until', { code: 'conflict' }));
    issues.push(...prefixIssues(faults, path));
    return faults.length > 0 ? undefined : study;
  } catch (error) {
    if (!isJourneyError(error)) throw error;
    throw issuesError(prefixIssues(error.issues, path));
  }
}
