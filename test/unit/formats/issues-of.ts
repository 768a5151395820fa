import { isJourneyError, type Issue } from 'peakend';

/** What is wrong with what a function was given; empty where nothing is. */
export function issuesOf(run: () => unknown): readonly Issue[] {
  try {
    run();
  } catch (error) {
    return issuesIn(error);
  }
  return [];
}

export async function issuesLater(run: () => Promise<unknown>): Promise<readonly Issue[]> {
  try {
    await run();
  } catch (error) {
    return issuesIn(error);
  }
  return [];
}

function issuesIn(error: unknown): readonly Issue[] {
  if (isJourneyError(error)) return error.issues;
  throw error;
}
