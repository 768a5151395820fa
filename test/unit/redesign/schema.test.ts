import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editsJsonSchema } from '../../../scripts/json-schemas';
import { arbitraries } from '../../../src/arbitraries';
import { editKinds } from '../../../src/redesign/edit-catalogue';
import { checkEdits } from '../../../src/redesign/redesign';
import { badEdits } from './bad-edits';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const published: object = JSON.parse(readFileSync(`${root}schema/edits.schema.json`, 'utf8'));
const validate = new Ajv2020({ strict: true, allowUnionTypes: true, strictRequired: false }).compile(published);

describe('the published JSON Schema of edits', () => {
  test('is what the library checks with (else: node scripts/build-schema.mjs)', () => {
    expect(published).toEqual(JSON.parse(JSON.stringify(editsJsonSchema(root))));
  });

  test('describes every field of every edit', () => {
    const { $defs } = published as { $defs: Record<string, { properties?: Record<string, { description?: string }> }> };
    const bare = Object.entries($defs).flatMap(([name, { properties = {} }]) =>
      Object.entries(properties).flatMap(([key, { description }]) => (description === undefined ? [`${name}.${key}`] : [])),
    );
    expect(bare).toEqual([]);
  });

  test.each(editKinds)('accepts %s as it is made', (kind) => {
    const made = fc.sample(arbitraries(fc).journeyWithRedesign({ kinds: [kind], maxEdits: 1 }), { seed: 12, numRuns: 20 });
    expect(made.some(({ edits }) => edits[0]!.edit === kind)).toBe(true);
    for (const { edits } of made) expect(validate(edits), JSON.stringify([edits, validate.errors])).toBe(true);
  });

  test('refuses no edits the library accepts, and half of those that no journey allows', () => {
    const asJson = badEdits.flatMap(({ edits }) => {
      try {
        return [JSON.parse(JSON.stringify(edits)) as unknown];
      } catch {
        return []; // Has no JSON form.
      }
    });
    expect(asJson.filter((edits) => checkEdits(edits).length === 0 && !validate(edits))).toEqual([]);
    const wrong = asJson.filter((edits) => checkEdits(edits).length > 0);
    expect(wrong.filter((edits) => validate(edits)).length).toBeLessThan(wrong.length / 2);
    for (const edits of [
      {},
      [{ edit: 'mov', id: 'a' }],
      [{ edit: 'remove' }],
      [{ edit: 'remove', id: 'a', step: 1 }],
      [{ edit: 'update', id: 'a', changes: {} }],
    ])
      expect(validate(edits), JSON.stringify(edits)).toBe(false);
  });
});
