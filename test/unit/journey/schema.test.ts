import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020';
import { describe, expect, test } from 'vitest';
import { journeyJsonSchema } from '../../../scripts/journey-json-schema';
import { distributionTypes } from '../../../src/distributions/families';
import { checkJourney, defineJourney } from '../../../src/journey/define-journey';
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
