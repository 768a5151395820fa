import { conflict, type Entry } from './fields';
import { point, type Scaling, type Simple } from './simple';

// What the families between two ends have in common.

export interface Ends {
  readonly min: number;
  readonly max: number;
}

export const hintAtOneValue = 'for one value only, write the number itself';

/** Writes a fault down where the ends are not in order. */
export function checkEnds<Read extends Partial<Ends>>(read: Read, entry: Entry): Read {
  const { min, max } = read;
  if (min !== undefined && max !== undefined && !(min < max)) {
    conflict(entry, 'max', `a number above min (${min})`, max, min === max ? hintAtOneValue : undefined);
  }
  return read;
}

/** As {@link checkEnds}, with the most likely value in between. */
export function checkMode<Read extends Partial<Ends & { readonly mode: number }>>(read: Read, entry: Entry): Read {
  const { min, mode, max } = checkEnds(read, entry);
  if (min === undefined || max === undefined || mode === undefined || !(min < max) || (mode >= min && mode <= max)) return read;
  conflict(entry, 'mode', `a number from min (${min}) to max (${max})`, mode);
  return read;
}

/** The most likely value at a share of the way. */
export function modeAt(low: number, high: number, share: number): number {
  return Math.min(high, Math.max(low, low + share * (high - low)));
}

/** The form on the range that a line makes of another. A range of no width, as rounding leaves of a narrow one far from 0, is its one value. */
export function onRange({ min, max }: Ends, line: Scaling, form: (ends: Ends) => Simple): Simple {
  const ends = line.scale > 0 ? { min: line.at(min), max: line.at(max) } : { min: line.at(max), max: line.at(min) };
  return ends.min === ends.max ? point(ends.min) : form(ends);
}
