import type { IssueCode } from './issue-code';

/** How bad a fault is while somebody types. */
export type IssueSeverity = 'unfinished' | 'wrong';

/** One fault, as plain data. */
export interface Issue {
  /** Which kind of fault: stable, to be tested for and translated by. */
  readonly code: IssueCode;
  /** Where, written like code: `interactions[2].duration`. Empty for the whole input. */
  readonly path: string;
  /** The same as a list of keys, names as text and places as numbers: `['interactions', 2, 'duration']`. */
  readonly keys: readonly (string | number)[];
  /**
   * Whether more typing can put it right: `'unfinished'` where nothing stands yet (an absent key, an empty text, an empty list) or a duration has
   * only begun (`5`, `5 to`, `5 mi`), `'wrong'` for all else. An editor hints at the first and warns of the second.
   */
  readonly severity: IssueSeverity;
  /** What should stand there, in lower-case words. */
  readonly expected: string;
  /** What stood there, quoted and cut at 80 characters. */
  readonly received: string;
  /** What probably helps, where that can be guessed. */
  readonly hint?: string;
  /** The bounds that `expected` speaks of, as numbers, where it speaks of any. */
  readonly params?: IssueParams;
}

/** Bounds of a number, or of how many there may be: what is absent is not bounded. */
export interface IssueParams {
  /** The least that is allowed. */
  readonly min?: number;
  /** The most that is allowed. */
  readonly max?: number;
  /** `min` itself is not allowed: the number must be above it. */
  readonly minExcluded?: true;
  /** `max` itself is not allowed: the number must be below it. */
  readonly maxExcluded?: true;
  /** Only whole numbers are. */
  readonly whole?: true;
}
