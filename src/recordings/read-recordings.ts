import type { Issue } from '../errors/issue';
import { unfit } from '../errors/wording';
import { isMade } from '../plain/made-here';
import type { Recordings } from './types';

/** Recordings made here, or undefined with the fault written down. */
export function checkRecordings(value: unknown, path: string, issues: Issue[]): Recordings | undefined {
  if (isMade('recordings', value)) return value as Recordings;
  const hint = 'recordings.fromSamples, fromColumns or fromLog make them; copies and what was read from JSON are read anew';
  issues.push(unfit(value, path, 'recordings, as they were read', { hint }));
  return undefined;
}
