import type { Issue } from '../errors/issue';
import { at, unfit, type IssueDetails } from '../errors/wording';
import { checkChoice, checkKeys } from './check-keys';
import { checkNumber, checkWhole, isRecord, type NumberRange } from './check-number';
import { throwIssues } from './issues-error';
import { openOptions, type OpenOptions } from './open-options';

/** A check as they all are: it hands back what it read, and writes faults down under the path. */
type Door<Value> = (value: unknown, path: string, issues: Issue[]) => Value;

/**
 * An object of named settings while it is read, a key at a time. What a method hands back is sound, or undefined: where there is nothing under
 * the key, or where a fault was written down. All faults go to one list, those of objects inside the object too, in the order of reading.
 */
export class Reading<Key extends string = string> {
  constructor(
    /** The values as they were written; what is absent or undefined has no key. */
    readonly written: { readonly [Name in Key]?: unknown },
    readonly path: string,
    readonly issues: Issue[],
  ) {}

  /** Where a value stands. */
  at(key: Key): string {
    return at(this.path, key);
  }

  has(key: Key): boolean {
    return this.written[key] !== undefined;
  }

  /** What a check of its own makes of a value. */
  by<Value>(key: Key, door: Door<Value>): Value | undefined {
    const value = this.written[key];
    return value === undefined ? undefined : door(value, this.at(key), this.issues);
  }

  number(key: Key, range: NumberRange): number | undefined {
    return this.by(key, (value, path, issues) => (checkNumber(value, path, issues, range) ? value : undefined));
  }

  /** As {@link number}, where there has to be one. */
  needed(key: Key, range: NumberRange): number | undefined {
    const value = this.written[key];
    return checkNumber(value, this.at(key), this.issues, range) ? value : undefined;
  }

  whole(key: Key, range: NumberRange): number | undefined {
    return this.by(key, (value, path, issues) => (checkWhole(value, path, issues, range) ? value : undefined));
  }

  oneOf<Word extends string>(key: Key, words: readonly Word[]): Word | undefined {
    return this.by(key, (value, path, issues) => (checkChoice(value, words, path, issues) ? value : undefined));
  }

  text(key: Key, expected = 'a text'): string | undefined {
    return this.by(key, (value) => (typeof value === 'string' ? value : this.fault(key, expected)));
  }

  flag(key: Key): boolean | undefined {
    return this.by(key, (value) => (typeof value === 'boolean' ? value : this.fault(key, 'true or false')));
  }

  /** A function of the caller's, as it is. */
  callback<Callback>(key: Key, expected = 'a function'): Callback | undefined {
    return this.by(key, (value) => (typeof value === 'function' ? (value as Callback) : this.fault(key, expected)));
  }

  /** An object inside the object, as a reading of its own. */
  record<Inner extends string>(key: Key, expected: string, known?: readonly Inner[], hint?: string): Reading<Inner> | undefined {
    return this.by(key, (value, path, issues) => readRecord(value, path, issues, expected, known, hint));
  }

  /** Writes down that something else is wanted under a key. */
  fault(key: Key, expected: string, more?: IssueDetails): undefined {
    this.issues.push(unfit(this.written[key], this.at(key), expected, more));
  }

  /** Throws all faults at once, where there are any. */
  finish(): void {
    throwIssues(this.issues);
  }
}

/** The options of a function, opened once: what is no object of settings at all is thrown, keys nobody knows are told with the other faults. */
export function reading<Key extends string>(given: unknown, known: readonly Key[], how: OpenOptions = {}): Reading<Key> {
  const issues: Issue[] = [];
  return new Reading<Key>(openOptions(given, known, issues, how) as Reading<Key>['written'], how.under ?? '', issues);
}

/** An object in plain data, `known` the only keys it may have; undefined, with the fault written down, where something else stands there. */
export function readRecord<Key extends string>(
  value: unknown,
  path: string,
  issues: Issue[],
  expected: string,
  known?: readonly Key[],
  hint?: string,
): Reading<Key> | undefined {
  if (!isRecord(value)) {
    issues.push(unfit(value, path, expected, { hint }));
    return undefined;
  }
  if (known !== undefined) checkKeys(value, known, path, issues);
  return new Reading<Key>(value as Reading<Key>['written'], path, issues);
}
