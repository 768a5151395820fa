import type { Journey, JourneyInput } from '../../journey/types';
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

/** One way in which a case may differ from the usual. */
export interface Dimension {
  readonly key: string;
  readonly of: 'customer' | 'assumption' | 'journey';
  /** All values tried, those nearest to the usual first. */
  readonly values: readonly Value[];
  /** Those farthest from the usual: what is tried first. */
  readonly ends: readonly Value[];
  readonly put: (draft: Draft, value: Value) => void;
  /** For customers after `who …`, for assumptions after `if …`, for journeys after `where …`. */
  readonly words: (value: Value) => string;
}

const gridSteps = 10;

/** Round numbers from low to high, those nearest to the usual first; and the ends. */
export function grid({ low, high }: SearchRange, usual: number): Pick<Dimension, 'values' | 'ends'> {
  const all = Array.from({ length: gridSteps + 1 }, (_, step) => tidy(low + (step / gridSteps) * (high - low), 3));
  const values = [...new Set(all)].filter((value) => value !== usual);
  const far = (value: number): number => (value < usual ? (usual - value) / (usual - low || 1) : (value - usual) / (high - usual || 1));
  values.sort((a, b) => far(a) - far(b) || a - b);
  const ends = [low, high].map((end) => tidy(end, 3)).filter((end, index, both) => end !== usual && both.indexOf(end) === index);
  return { values, ends };
}

const seconds = [
  1, 2, 5, 10, 15, 20, 30, 45, 60, 90, 120, 180, 300, 420, 600, 900, 1200, 1800, 2700, 3600, 5400, 7200, 10_800, 14_400, 21_600, 43_200,
  86_400,
];

/** Round durations from low to high, the longest first: none at all is the usual. */
export function roundDurations({ low, high }: SearchRange): Pick<Dimension, 'values' | 'ends'> {
  const inside = seconds.filter((value) => value >= low && value <= high);
  const values = inside.length === 0 ? [tidy(high, 2)] : inside.reverse();
  return {
    values,
    ends: [values[values.length - 1]!, values[Math.floor(values.length / 2)]!, values[0]!].filter(
      (end, index, all) => all.indexOf(end) === index,
    ),
  };
}

export function setAt(target: Plain, path: string, value: unknown): void {
  const keys = path.split('.');
  const last = keys.pop()!;
  let group = target;
  for (const key of keys) {
    const inner = group[key];
    group = (group[key] = typeof inner === 'object' && inner !== null ? { ...inner } : {}) as Plain;
  }
  group[last] = value;
}
