import type { Flip } from './types';

/** A parameter tried alone at some value, and the mean difference there. */
export interface Trial {
  readonly value: number;
  readonly difference: number;
}

/** How many values between the ends are tried where the difference changes its sign between them. */
export const triedBetween = 9;

/** How far a difference lies on the other side than `reference`, beyond the margin: above 0 where it says the opposite. */
export function beyond(difference: number, reference: number, margin: number): number {
  return -Math.sign(reference) * difference - margin;
}

/**
 * Where the difference of a parameter's trials takes the other sign than `reference`, and passes the margin there: the first place above and
 * below the study's own value (from whichever end agrees with the study, where it has no one value), by a straight line between neighbouring
 * trials.
 */
export function findFlips(
  by: 'parameter' | 'input',
  path: string,
  trials: readonly Trial[],
  reference: number,
  asStudied: number | undefined,
  margin: number,
): Flip[] {
  const sorted = [...trials, ...(asStudied === undefined ? [] : [{ value: asStudied, difference: reference }])].sort(
    (a, b) => a.value - b.value,
  );
  const opposite = ({ difference }: Trial): boolean => beyond(difference, reference, margin) > 0;
  /** Where the straight line from a trial that agrees to one that does not passes the margin on the other side. */
  const crossing = (from: Trial, to: Trial): number => {
    const [before, after] = [beyond(from.difference, reference, margin), beyond(to.difference, reference, margin)];
    return from.value + ((to.value - from.value) * before) / (before - after);
  };
  const flips: Flip[] = [];
  const walk = (steps: readonly Trial[], side: 'above' | 'below'): void => {
    const index = steps.findIndex(opposite);
    if (index > 0) flips.push({ by, path, side, value: crossing(steps[index - 1]!, steps[index]!) });
  };
  if (asStudied === undefined) {
    if (!opposite(sorted[0]!)) walk(sorted, 'above');
    else walk([...sorted].reverse(), 'below');
    return flips;
  }
  const own = sorted.findIndex(({ value }) => value === asStudied);
  walk(sorted.slice(own), 'above');
  walk(sorted.slice(0, own + 1).reverse(), 'below');
  return flips;
}
