import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020';
import { describe, expect, test } from 'vitest';
import { journeyJsonSchema, segmentsJsonSchema } from '../../../scripts/json-schemas';
import { distributionTypes } from '../../../src/distributions/families';
import { checkJourney, defineJourney } from '../../../src/journey/define-journey';
import { checkSegments, defineSegments } from '../../../src/journey/define-segments';
import { badJourneys } from './bad-journeys';
import { everything, plain } from './sample-journeys';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const published: object = JSON.parse(readFileSync(`${root}schema/journey.schema.json`, 'utf8'));
const validate = new Ajv2020({ strict: true, allowUnionTypes: true, strictRequired: false }).compile(published);

describe('the published JSON Schema', () => {
  test('is what the library checks with (else: node scripts/build-schema.mjs)', () => {
    expect(published).toEqual(JSON.parse(JSON.stringify(journeyJsonSchema(root))));
  });

  test('describes itself', () => {
    expect(published).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: 'https://peakend.dev/schema/journey-1.json',
    });
  });

  test('knows every kind of distribution', () => {
    const { Distribution } = (published as { $defs: Record<string, { oneOf: { properties: { type: { const: string } } }[] }> }).$defs;
    expect(Distribution!.oneOf.map((variant) => variant.properties.type.const)).toEqual(distributionTypes);
  });

  test.each([everything, plain])('accepts journeys as written and as kept', (input) => {
    expect(validate(input), JSON.stringify(validate.errors)).toBe(true);
    expect(validate(JSON.parse(JSON.stringify(defineJourney(input)))), JSON.stringify(validate.errors)).toBe(true);
  });

  test('refuses no journey the library accepts, and most of those it refuses', () => {
    const asJson = badJourneys.flatMap(([name, input]) => {
      try {
        const copy: unknown = JSON.parse(JSON.stringify(input));
        return checkJourney(copy).length > 0 ? [[name, copy] as const] : [];
      } catch {
        return []; // Has no JSON form.
      }
    });
    const accepted = asJson.filter(([, input]) => validate(input)).map(([name]) => name);
    // What JSON Schema cannot say: ids that refer, orders, readable text, and where a distribution lies.
    expect(accepted.length).toBeLessThan(asJson.length / 2);
    for (const name of [
      'a negative duration',
      'no duration',
      'parts and a duration',
      'waiting conditions on a service',
      'one part',
      'an unknown key',
    ])
      expect(accepted).not.toContain(name);
  });
});

describe('the published JSON Schema of segments', () => {
  const ofSegments: object = JSON.parse(readFileSync(`${root}schema/segments.schema.json`, 'utf8'));
  const validSegments = new Ajv2020({ strict: true, allowUnionTypes: true, strictRequired: false }).compile(ofSegments);

  test('is what the library checks with (else: node scripts/build-schema.mjs)', () => {
    expect(ofSegments).toEqual(JSON.parse(JSON.stringify(segmentsJsonSchema(root))));
  });

  test('accepts segments as written and as kept', () => {
    const segments = defineSegments([
      {
        id: 'a',
        count: 3,
        patience: '20 min',
        expectedDuration: '1 h',
        responses: { '*': { duration: '5 to 10 min', affect: { start: -1, end: 2 } } },
      },
      { id: 'b', count: 1, expectation: 2, dependence: { affect: 0.5 }, returnValue: 12, model: { time: { beta: 0.8 } } },
    ]);
    expect(validSegments(JSON.parse(JSON.stringify(segments))), JSON.stringify(validSegments.errors)).toBe(true);
    expect(validSegments([{ id: 'a', share: 1, patience: '20 min' }])).toBe(true);
  });

  test.each([
    ['no list', {}],
    ['an empty list', []],
    ['no id', [{ share: 1 }]],
    ['an unknown key', [{ id: 'a', share: 1, patients: 3 }]],
    ['a share above 1', [{ id: 'a', share: 1.5 }]],
    ['a response of another kind', [{ id: 'a', share: 1, responses: { '*': { durationScale: -1 } } }]],
  ])('refuses %s, as the library does', (_why, segments) => {
    expect(checkSegments(segments)).not.toEqual([]);
    expect(validSegments(segments)).toBe(false);
  });
});
