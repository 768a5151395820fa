import * as z from 'zod/mini';
import { fieldTable, optional, within, type FieldsOf } from './fields';
import { between, bounded, word } from './schema-parts';
import type { NumberSource, Source } from './types';

const kind = /* @__PURE__ */ word(['measured', 'literature', 'expert', 'guess']);

function buildSources() {
  const aCount = bounded('a whole number of observations from 1 to 1e12', { min: 1, max: 1e12 });
  const n = optional(
    z
      .number({ error: aCount })
      .check(z.minimum(1, { error: aCount }), z.maximum(1e12, { error: aCount }), z.multipleOf(1, { error: aCount })),
  );
  const number = (expected: string, min: number, max: number, what: string) =>
    fieldTable(expected, { kind: optional(kind), n, within: optional(between(min, max, what)) } satisfies FieldsOf<NumberSource>);
  const affect = number('where the affect is from: { kind?, n?, within? }', 0, 20, 'points of affect');
  const duration = number('where the duration is from: { kind?, n?, within? }', 1, 1000, 'a factor');
  const source = fieldTable('a source: { kind, note?, n?, affect?, duration? }', {
    kind,
    note: optional(z.string({ error: 'a note in words' })),
    n,
    affect: optional(within(affect)),
    duration: optional(within(duration)),
  } satisfies FieldsOf<Source>);
  return { affect, duration, source };
}

const tables = /* @__PURE__ */ buildSources();

/** Where the numbers of a step or segment are from. */
export const source = /* @__PURE__ */ (() => tables.source)();

/** The shapes of where one number is from. */
export const numberSourceSchemas = /* @__PURE__ */ (() => ({ affect: tables.affect.schema, duration: tables.duration.schema }))();
