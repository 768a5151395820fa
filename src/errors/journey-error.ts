import type { IssueCode } from './issue-code';
import { locate } from './locate';
import type { Issue } from './located-issue';
import { describeIssue } from './wording';

const brand = Symbol.for('peakend.JourneyError');

/**
 * Everything the library throws on bad input. `issues` holds every fault found, as plain data (at most 200; `more` counts the rest);
 * `code` is the code of the first; `message` is all of them in words.
 *
 * Test with {@link isJourneyError}: it also knows an error thrown by another copy of the library (ESM beside CJS).
 */
export class JourneyError extends Error {
  /** `AbortError` where a signal stopped the run, as everywhere else in JavaScript. */
  override readonly name: 'JourneyError' | 'AbortError';
  /** The code of the first issue. */
  readonly code: IssueCode;
  /** Every fault found, at most 200. */
  readonly issues: readonly Issue[];
  /** How many further faults were found beyond those listed. */
  readonly more: number;
  /** Of a run that its signal stopped: the result so far, a simulation or comparison; undefined where there is none yet. */
  declare readonly partial?: unknown;

  constructor(
    issues: readonly (Omit<Issue, 'keys' | 'severity'> & Partial<Pick<Issue, 'severity'>>)[],
    options: { more?: number; cause?: unknown } = {},
  ) {
    const more = options.more ?? 0;
    const shown = issues.map(locate);
    const lines = shown.map(describeIssue);
    if (more > 0) lines.push(`and ${more} more`);
    super(lines.join('\n'), options.cause === undefined ? undefined : { cause: options.cause });
    this.code = issues[0]?.code ?? 'invalid-type';
    this.name = this.code === 'aborted' ? 'AbortError' : 'JourneyError';
    this.issues = Object.freeze(shown);
    this.more = more;
    Object.defineProperty(this, brand, { value: true });
  }
}

/** Whether a caught value is a {@link JourneyError}, from this copy of the library or another. */
export function isJourneyError(value: unknown): value is JourneyError {
  try {
    return typeof value === 'object' && value !== null && (value as Record<symbol, unknown>)[brand] === true;
  } catch {
    // Whatever throws when it is asked is none of ours.
    return false;
  }
}
