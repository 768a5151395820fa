import type { Arbitrary, Fc } from './fast-check';
import { maybe } from './maybe';

/**
 * Whether ids are whole numbers, as in sheets and databases. They count down: an object keyed by them lists them the other way round, so
 * whoever takes the order of its keys for that of the steps is found out.
 */
export function numbered(fc: Fc): Arbitrary<boolean> {
  return maybe(fc, fc.constant(true), 1, 3).map((one) => one === true);
}

/** The next id that nobody has. */
export function numberedId(taken: ReadonlySet<string>): string {
  let number = 9999 - taken.size;
  while (taken.has(String(number))) number--;
  return String(number);
}
