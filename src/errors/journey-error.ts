import type { Issue, IssueCode } from './issue';
import { describeIssue } from './wording';

const brand = Symbol.for('peakend.JourneyError');

/**
 * Everything the library throws on bad input. `issues` holds every fault found, as plain data (at most 200; `more` counts the rest);
 * `code` is the code of the first; `message` is all of them in words.
 *
 * Test with {@link isJourneyError}: it also knows an error thrown by another copy of the library (ESM beside CJS).
 */
export class JourneyError extends Error {
  override readonly name = 'JourneyError';
  readonly code: IssueCode;
  readonly issues: readonly Issue[];
  /** How many further faults were found beyond those listed. */
  readonly more: number;

  constructor(issues: readonly Issue[], options: { more?: number; cause?: unknown } = {}) {
    const more = options.more ?? 0;
    const lines = issues.map(describeIssue);
    if (more > 0) lines.push(`and ${more} more`);
    super(lines.join('\n'), options.cause === undefined ? undefined : { cause: options.cause });
    this.code = issues[0]?.code ?? 'invalid-type';
    this.issues = Object.freeze([...issues]);
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
