import { isJourneyError } from '../../../src/index';
import type { Issue } from '../../../src/index';

/** The issues of what a call throws. */
export function issuesOf(call: () => unknown): readonly Issue[] {
  try {
    call();
  } catch (error) {
    if (isJourneyError(error)) return error.issues;
    throw error;
  }
  return [];
}
