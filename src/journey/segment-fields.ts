import * as z from 'zod/mini';
import type { Issue } from '../errors/issue';
import { at, quote } from '../errors/wording';
import { checkModel } from '../model/check-model';
import { isRecord } from '../plain/check-number';
import { fieldTable, optional, within, type FieldsOf } from './fields';
import { quantities } from './quantity-schema';
import { readAffect, readDuration, readLevel, readSeconds } from './read-quantity';
import { between, bounded, flag, probability, text } from './schema-parts';
import { source } from './source-fields';
import type { Dependence, Response, Segment } from './types';

function buildSegments() {
  const duration = optional([quantities.duration, readDuration]);
  const level = optional([quantities.level, readLevel]);
  const factor = optional(between(0, 1e6, 'a factor'));
  const chance = optional(probability);
  const response = fieldTable('a response: an object such as { durationScale: 1.5 }', {
    duration,
    affect: optional([quantities.affect, (value, path, issues) => readAffect(value, path, issues, false)]),
    skip: chance,
    dropout: chance,
    affectShift: optional(between(-20, 20, 'a shift of affect')),
    durationScale: factor,
    failureScale: factor,
    dropoutScale: factor,
    appeal: optional(between(-100, 100, 'logits')),
    available: optional(flag),
  } satisfies FieldsOf<Response>);
  const readResponses = (value: unknown, path: string, issues: Issue[]): unknown => {
    if (!isRecord(value)) return value;
    return Object.fromEntries(
      Object.keys(value).map((target) => {
        const where = at(path, target);
        checkTarget(target, where, issues);
        return [target, response.read(value[target], where, issues, value)];
      }),
    );
  };
  const dependence = fieldTable('an object with affect, duration or both', {
    affect: optional(between(0, 1, 'a dependence')),
    duration: optional(between(0, 1, 'a dependence')),
  } satisfies FieldsOf<Dependence>);
  const aShare = bounded('a share above 0, at most 1', { min: 0, minExcluded: true, max: 1 });
  const positive = bounded('a number above 0, at most 1e12', { min: 0, minExcluded: true, max: 1e12 });
  const segment = fieldTable('a segment: an object with an id and a share', {
    id: text('an id (text that is not blank)'),
    share: optional(z.number({ error: aShare }).check(z.positive({ error: aShare }), z.maximum(1, { error: aShare }))),
    count: optional(z.number({ error: positive }).check(z.positive({ error: positive }), z.maximum(1e12, { error: positive }))),
    name: optional(text('a name')),
    expectation: level,
    patience: duration,
    priorBelief: level,
    returnValue: optional(between(-1e12, 1e12, 'an amount of any currency')),
    expectedDuration: optional([quantities.seconds, readSeconds]),
    dependence: optional(within(dependence)),
    source: optional(within(source)),
    // Checked by the model's own table, which knows every range.
    model: optional([z.unknown(), (value, path, issues) => checkModel(value, path, issues)]),
    responses: optional([z.record(z.string(), response.schema, { error: 'an object of responses by target' }), readResponses]),
  } satisfies FieldsOf<Segment>);
  const segments = z.array(segment.schema, { error: 'a list of segments' }).check(z.minLength(1, { error: 'at least one segment' }));
  return {
    read: segment.read,
    schemas: { segments, segment: segment.schema, response: response.schema, dependence: dependence.schema },
  };
}

function checkTarget(target: string, path: string, issues: Issue[]): void {
  if (target.trim() !== '' && target !== 'stage:' && target !== 'channel:') return;
  const expected = 'the id of a step, "stage:" or "channel:" with a name, or "*"';
  issues.push({ code: 'unknown-id', path, expected, received: quote(target) });
}

const tables = /* @__PURE__ */ buildSegments();

/** The shape of segments as people write them. */
export const segmentSchemas = /* @__PURE__ */ (() => tables.schemas)();

/** One segment in canonical form. */
export function readSegment(value: unknown, path: string, issues: Issue[]): unknown {
  return tables.read(value, path, issues, {});
}
