import { mean, quantile } from '../../distributions/mathematics';
import { readDuration } from '../../journey/read-quantity';
import type { Parameter } from '../../model/types';
import { isRecord } from '../../plain/check-number';
import { isList } from '../../plain/plain-object';
import { tidy } from '../quantities';

/** Makes one thing simpler in plain data; gives the same data back where there is nothing to do. */
export type Simplify = <Data>(data: Data) => Data;

/** What is not to be taken out of a thing, and what is not even looked into. */
export interface Fixed {
  readonly kept: readonly string[];
  readonly closed?: readonly string[];
}

type Path = readonly (string | number)[];

/**
 * All ways to make plain data simpler by one thing: an item or a key less, a distribution that becomes a number, a number that becomes round.
 * Those that take away most come first. Whether what comes out still makes sense is for its door to say.
 */
export function* simplerBy(value: unknown, fixed: Fixed, path: Path = []): Generator<Simplify> {
  const key = path.at(-1);
  const at =
    (where: Path, change: (now: unknown) => unknown): Simplify =>
    (data) =>
      changeAt(data, where, change) as typeof data;
  if (isList(value) || (isRecord(value) && typeof value['type'] !== 'string')) {
    for (const [name, inner] of Object.entries(value)) {
      const where = [...path, isList(value) ? Number(name) : name];
      if (!fixed.kept.includes(name)) yield at(where, () => undefined);
      if (fixed.closed?.includes(name) !== true) yield* simplerBy(inner, fixed, where);
    }
  } else if (typeof value === 'number' || isRecord(value) || isTime(key)) yield at(path, (now) => rounded(now, key));
}

/** Data with what lies at a path changed: without it where the change leaves nothing, and the same where nothing lies there. */
function changeAt(data: unknown, [key, ...rest]: Path, change: (now: unknown) => unknown): unknown {
  if (key === undefined) return change(data);
  if (!(isList(data) || isRecord(data)) || !Object.hasOwn(data, key)) return data;
  const now = (data as Record<string | number, unknown>)[key];
  const next = changeAt(now, rest, change);
  if (next === now) return data;
  if (isList(data)) return data.flatMap((item, place) => (place !== key ? [item] : next === undefined ? [] : [next]));
  const { [key]: _, ...others } = data as Record<string | number, unknown>;
  return next === undefined ? others : { ...data, [key]: next };
}

function isTime(key: unknown): boolean {
  return key === 'duration' || key === 'promise' || key === 'tolerance' || key === 'patience' || key === 'expectedDuration';
}

/** What an edit brings may be written as text. */
function rounded(value: unknown, key: unknown): unknown {
  if (isTime(key)) {
    const read = readDuration(value, '', []);
    return read === undefined ? value : roundDuration(typeof read === 'number' ? read : quantile(read, 0.5));
  }
  const number = typeof value === 'number' ? value : mean(value as Exclude<Parameter, number>);
  const isLevel = key === 'affect' || key === 'start' || key === 'end' || key === 'expectation';
  return isLevel ? Math.floor(number * 2 + 0.5) / 2 : tidy(number, 1);
}

/** Two digits of the largest unit that fits. */
export function roundDuration(seconds: number): number {
  const unit = seconds >= 7200 ? 1800 : seconds >= 120 ? 60 : seconds >= 20 ? 5 : 1;
  return tidy(Math.floor(seconds / unit + 0.5) * unit);
}
