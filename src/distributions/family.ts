import type { Issue } from '../errors/issue';
import { at } from '../errors/wording';
import { above, anyNumber, numberUnder, onlyKeys, readNumbers, type Entry, type NumberRule } from './fields';
import type { Scaling, Simple } from './simple';

/** Whatever says its type: a distribution, before the catalogue knows which there are. */
export interface Typed {
  readonly type: string;
}

/** All there is to know of one family of distributions: what everything else that treats them alike reads. */
export interface Family<Data extends Typed = Typed> {
  readonly type: Data['type'];
  readonly fields: { readonly [Key in Exclude<keyof Data, 'type'>]-?: Field };
  /** Explain keys that people may well try. */
  readonly hints?: Readonly<Record<string, string>>;
  /** What the fields say together: their canonical form, or faults between them written down. Some may be missing, with a fault of their own. */
  settle?(read: Partial<Data>, entry: Entry): Partial<Data> | undefined;
  /** The simplest form of `shift + scale · x`; `simplify` does it for a distribution inside. The scale is not 0. */
  simplify(data: Data, line: Scaling, simplify: (inner: Typed, scale: number, shift: number) => Simple): Simple;
  /** How random ones are made; none for what holds other distributions. */
  readonly random?: RandomForm<Data>;
}

/** Reads a distribution that stands inside another. */
export type ReadInner = (value: unknown, path: string, issues: Issue[]) => Typed | undefined;

export interface Field {
  /** What the JSON Schema says of it. */
  readonly holds: 'number' | 'positive' | 'share' | 'numbers' | 'weights' | 'distribution' | 'components';
  /** Canonical data may go without it. */
  readonly optional?: true;
  /** The value under `key`; undefined where it is absent, or with a fault written down. */
  read(entry: Entry, key: string, inner: ReadInner): unknown;
  /** The value times a factor, where it is in the distribution's unit; `inner` does it for a distribution inside. */
  times?(value: unknown, factor: number, inner: (distribution: Typed) => Typed): unknown;
}

/** How a random distribution is made of random numbers, without the tool that draws them. */
export type RandomForm<Data> =
  | { readonly over: 'point'; make(value: number): Data }
  | RandomStretch<Data>
  /** From 0 up without end, of a size near 1. */
  | { readonly over: 'half-line'; make(shape: number, sigma: number): Data }
  /** Up to so many values with their counts and shares. */
  | {
      readonly over: 'values';
      readonly most: number;
      make(values: readonly number[], counts: readonly number[], shares: readonly number[]): Data;
    };

/** On a stretch from low to high, and from further numbers of these ranges. */
export interface RandomStretch<Data> {
  readonly over: 'stretch';
  readonly numbers?: readonly (readonly [low: number, high: number])[];
  /** Whether it always has tails, or may have one end only. */
  readonly tails?: 'always' | 'maybe';
  make(low: number, high: number, numbers: readonly number[], ends: 'both' | 'min' | 'max'): Data;
}

/** The canonical form of one family's fields, or undefined with at least one fault written down. */
export function readFamily<Data extends Typed>(family: Family<Data>, entry: Entry, inner: ReadInner): Data | undefined {
  const before = entry.issues.length;
  onlyKeys(entry, ['type', ...Object.keys(family.fields)], family.hints);
  const read = { type: family.type, ...readFields(family.fields, entry, inner) } as unknown as Partial<Data>;
  const settled = family.settle === undefined ? read : family.settle(read, entry);
  return entry.issues.length === before ? (settled as Data) : undefined;
}

/** Every field that is there and sound. */
export function readFields(fields: { readonly [key: string]: Field }, entry: Entry, inner: ReadInner): Record<string, unknown> {
  const read = Object.entries(fields).map(([key, field]) => [key, field.read(entry, key, inner)] as const);
  return Object.fromEntries(read.filter(([, value]) => value !== undefined));
}

const timesNumber = (value: unknown, factor: number): number => (value as number) * factor;
const timesNumbers = (values: unknown, factor: number): readonly number[] => (values as readonly number[]).map((value) => value * factor);

/** A number in the distribution's unit. */
export function amount(rule: NumberRule = anyNumber): Field {
  return { holds: 'number', read: (entry, key) => numberUnder(entry, key, rule), times: timesNumber };
}

/** A number above 0 in the distribution's unit. */
export function size(rule = above(0)): Field {
  return { holds: 'positive', read: (entry, key) => numberUnder(entry, key, rule), times: timesNumber };
}

/** A number above 0 without a unit. */
export function shape(rule: NumberRule): Field {
  return { holds: 'positive', read: (entry, key) => numberUnder(entry, key, rule) };
}

/** A field that may be left out when written: then it is `standing`, where there is anything. */
export function optional(field: Field, standing?: number): Field {
  const read: Field['read'] = (entry, key, inner) => (entry.fields[key] === undefined ? standing : field.read(entry, key, inner));
  return standing === undefined ? { ...field, optional: true, read } : { ...field, read };
}

/** Values in the distribution's unit. */
export function valueList(): Field {
  return {
    holds: 'numbers',
    read: ({ fields, path, issues }, key) => readNumbers(fields[key], at(path, key), issues),
    times: timesNumbers,
  };
}

/** A number for each value. */
export function weightList(rule: NumberRule): Field {
  return { holds: 'weights', read: ({ fields, path, issues }, key) => readNumbers(fields[key], at(path, key), issues, rule) };
}

/** A distribution inside. */
export function inside(): Field {
  return {
    holds: 'distribution',
    read: ({ fields, path, issues }, key, inner) => {
      const place = at(path, key);
      if (fields[key] !== undefined) return inner(fields[key], place, issues);
      issues.push({ code: 'missing', path: place, expected: 'a number or a distribution', received: 'nothing' });
      return undefined;
    },
  };
}
