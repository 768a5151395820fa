import * as z from 'zod/mini';
import { quantities } from './quantity-schema';
import { between, bounded, flag, probability, text } from './schema-parts';

function buildSegments() {
  const { level, affect, duration, seconds } = quantities;
  const optional = z.exactOptional;
  const factor = between(0, 1e6, 'a factor');
  const response = z.strictObject(
    {
      duration: optional(duration),
      affect: optional(affect),
      skip: optional(probability),
      dropout: optional(probability),
      affectShift: optional(between(-20, 20, 'a shift of affect')),
      durationScale: optional(factor),
      failureScale: optional(factor),
      dropoutScale: optional(factor),
      appeal: optional(between(-100, 100, 'logits')),
      available: optional(flag),
    },
    { error: 'a response: an object such as { durationScale: 1.5 }' },
  );
  const dependence = z.strictObject(
    { affect: optional(between(0, 1, 'a dependence')), duration: optional(between(0, 1, 'a dependence')) },
    { error: 'an object with affect, duration or both' },
  );
  const aShare = bounded('a share above 0, at most 1', { min: 0, minExcluded: true, max: 1 });
  const positive = bounded('a number above 0, at most 1e12', { min: 0, minExcluded: true, max: 1e12 });
  const segment = z.strictObject(
    {
      id: text('an id (text that is not blank)'),
      share: optional(z.number({ error: aShare }).check(z.positive({ error: aShare }), z.maximum(1, { error: aShare }))),
      count: optional(z.number({ error: positive }).check(z.positive({ error: positive }), z.maximum(1e12, { error: positive }))),
      name: optional(text('a name')),
      expectation: optional(level),
      patience: optional(duration),
      priorBelief: optional(level),
      returnValue: optional(between(-1e12, 1e12, 'an amount of any currency')),
      expectedDuration: optional(seconds),
      dependence: optional(dependence),
      // Checked by the model's own table, which knows every range.
      model: optional(z.unknown()),
      responses: optional(z.record(z.string(), response, { error: 'an object of responses by target' })),
    },
    { error: 'a segment: an object with an id and a share' },
  );
  const segments = z.array(segment, { error: 'a list of segments' }).check(z.minLength(1, { error: 'at least one segment' }));
  return { segments, segment, response, dependence };
}

/** The shape of segments as people write them. */
export const segmentSchemas = /* @__PURE__ */ buildSegments();
