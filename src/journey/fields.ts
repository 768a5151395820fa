import * as z from 'zod/mini';
import type { Issue } from '../errors/issue';
import { at } from '../errors/wording';
import { isRecord } from '../plain/check-number';

/** Reads one value found in an object; `holder` is the object it stands in. */
export type Reader = (value: unknown, path: string, issues: Issue[], holder: Record<string, unknown>) => unknown;

/** What may stand under a key: its shape and, where keeping it as written is not enough, how it is read. */
export type Field = z.core.$ZodType | readonly [shape: z.core.$ZodType, read: Reader];

/** A field, or a function that gives one: for objects that hold their own kind. */
type Entry = Field | (() => Field);

/** One entry for each field of a type: one that is forgotten, or that the type does not have, does not compile. */
export type FieldsOf<Data> = { readonly [Key in keyof Required<Data>]: Entry };

type ShapeOfField<One> = One extends () => infer Late ? ShapeOfField<Late> : One extends readonly [infer Shape, Reader] ? Shape : One;
type Shapes<Entries> = { -readonly [Key in keyof Entries]: ShapeOfField<Entries[Key]> };

export interface FieldTable<Entries> {
  readonly schema: z.ZodMiniObject<Shapes<Entries> extends z.core.$ZodShape ? Shapes<Entries> : never, z.core.$strict>;
  readonly read: Reader;
}

/**
 * The table of an object people write: keys in their canonical order, each with its shape and reader. From it come the schema and the reader
 * of the whole: known keys in order, quantities read, the rest as guarded. What is read is sound only if no issue was written down (here or
 * by the shape); values of a wrong shape pass through, because the shape has already said so. `check` judges the object before it is read.
 */
export function fieldTable<Entries extends Readonly<Record<string, Entry>>>(
  expected: string,
  entries: Entries,
  check?: (holder: Record<string, unknown>, path: string, issues: Issue[]) => void,
): FieldTable<Entries> {
  const shape = {};
  const listed = Object.entries(entries);
  for (const [key, entry] of listed) {
    // zod asks for the shapes of such a key when it first needs them.
    Object.defineProperty(shape, key, { enumerable: true, configurable: true, get: () => shapeOf(entry) });
  }
  const read: Reader = (value, path, issues) => {
    if (!isRecord(value)) return value;
    check?.(value, path, issues);
    const result: Record<string, unknown> = {};
    for (const [key, entry] of listed) {
      if (value[key] === undefined) continue;
      const made = readerOf(entry)(value[key], at(path, key), issues, value);
      if (made !== undefined) result[key] = made;
    }
    return result;
  };
  return { schema: z.strictObject(shape, { error: expected }) as unknown as FieldTable<Entries>['schema'], read };
}

const kept: Reader = (value) => value;

function fieldOf(entry: Entry): Field {
  return typeof entry === 'function' ? entry() : entry;
}

function shapeOf(entry: Entry): z.core.$ZodType {
  const field = fieldOf(entry);
  return Array.isArray(field) ? (field as readonly [z.core.$ZodType, Reader])[0] : (field as z.core.$ZodType);
}

function readerOf(entry: Entry): Reader {
  const field = fieldOf(entry);
  return Array.isArray(field) ? (field as readonly [z.core.$ZodType, Reader])[1] : kept;
}

type Optional<One> = One extends readonly [infer Shape extends z.core.$ZodType, Reader]
  ? readonly [z.ZodMiniExactOptional<Shape>, Reader]
  : One extends z.core.$ZodType
    ? z.ZodMiniExactOptional<One>
    : never;

/** A field that may be left out. */
export function optional<One extends Field>(field: One): Optional<One> {
  const made = Array.isArray(field) ? [z.exactOptional(shapeOf(field)), readerOf(field)] : z.exactOptional(shapeOf(field));
  return made as unknown as Optional<One>;
}

/** A field that is an object with a table of its own. */
export function within<Entries>({ schema, read }: FieldTable<Entries>): readonly [FieldTable<Entries>['schema'], Reader] {
  return [schema, read];
}

/** Each item of a list, read. */
export function eachOf(read: Reader): Reader {
  return (value, path, issues, holder) =>
    Array.isArray(value) ? value.map((item, index) => read(item, at(path, index), issues, holder)) : value;
}
