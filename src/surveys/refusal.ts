import { fixed } from '../results/format-outcome';
import type { LevelRefusal } from './anchor-types';
import type { Unreachable } from './find-levels';
import { figureText } from './figure-text';

/** Why a level stays where it was. */
export function refusalOf({ row, target, low, high }: Unreachable, segment: string): LevelRefusal {
  const { parameter, least, most } = row;
  const text = (value: number): string => figureText(target.figure, value);
  const why =
    target.figure === 'csat.sd'
      ? 'customers of this journey differ too much or too little in themselves'
      : 'look at the affects, at who takes part, and at whether the figure belongs to this journey';
  const message =
    `no ${parameter} explains ${text(target.value)}: from ${fixed(least, 0)} to ${fixed(most, 0)} this journey is answered with ${text(low)} to ` +
    `${text(high)}; it stays as it was (${why})`;
  return { parameter, segment, figure: target.figure, observed: target.value, reachable: { low, high }, message };
}
