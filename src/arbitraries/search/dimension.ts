import type { Interaction, Journey, JourneyInput, Option } from '../../journey/types';
import { units } from '../../journey/units';
import { tidy } from '../quantities';
import type { SearchRange } from './types';

export type Value = number | string;
export type Plain = Record<string, unknown>;

/** A customer, a model and a journey under change. */
export interface Draft {
  readonly segment: Plain;
  readonly model: Plain;
  /** Done to baseline and redesign alike. */
  readonly changes: ((journey: Journey) => JourneyInput)[];
}

/** What may be tried: all values, those nearest to the usual first; and those farthest from it, which are tried first. */
export interface Values {
  readonly values: readonly Value[];
  readonly ends: readonly Value[];
}

/** One way in which a case may differ from the usual. */
export interface Dimension extends Values {
  readonly key: string;
  readonly of: 'customer' | 'assumption' | 'journey';
  readonly put: (draft: Draft, value: Value) => void;
  /** For customers after `who …`, for assumptions after `if …`, for journeys after `where …`. */
  readonly words: (value: Value) => string;
}

const gridSteps = 10;

/** Round numbers from low to high. */
export function grid({ low, high }: SearchRange, usual: number): Values {
  const all = Array.from({ length: gridSteps + 1 }, (_, step) => tidy(low + (step / gridSteps) * (high - low), 3));
  const values = [...new Set(all)].filter((value) => value !== usual);
  const far = (value: number): number => (value < usual ? (usual - value) / (usual - low || 1) : (value - usual) / (high - usual || 1));
  values.sort((a, b) => far(a) - far(b) || a - b);
  const ends = new Set([tidy(low, 3), tidy(high, 3)]);
  ends.delete(usual);
  return { values, ends: [...ends] };
}

const roundSeconds = [
  ...[1, 2, 5, 10, 15, 20, 30, 45, 60, 90, 120, 180, 300, 420, 600, 900, 1200, 1800, 2700],
  ...[3600, 5400, 7200, 10_800, 14_400, 21_600, 43_200, 86_400],
];

/** Round durations from low to high, the longest first: none at all is the usual. */
export function roundDurations({ low, high }: SearchRange): Values {
  const inside = roundSeconds.filter((value) => value >= low && value <= high).reverse();
  const values = inside.length === 0 ? [tidy(high, 2)] : inside;
  return { values, ends: [...new Set([values.at(-1)!, values[Math.floor(values.length / 2)]!, values[0]!])] };
}

/** Every step, part and option of some journeys. */
export function allUnits(journeys: readonly Journey[]): (Interaction | Option)[] {
  return journeys.flatMap((journey) => Array.from(units(journey), ({ unit }) => unit));
}
