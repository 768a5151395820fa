import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isJourneyError, type Issue } from 'peakend';
import { arbitraries } from 'peakend/arbitraries';
import { fromJson, toJson } from 'peakend/formats';

function issueOf(text: string | Uint8Array): Issue {
  try {
    fromJson(text);
  } catch (error) {
    if (isJourneyError(error)) return error.issues[0]!;
    throw error;
  }
  throw new Error('nothing was wrong');
}

test('1,000 random journeys come back the same', () => {
  fc.assert(
    fc.property(arbitraries(fc).journeys(), (journey) => {
      const { value, left } = toJson(journey);
      expect(left).toEqual([]);
      const back = fromJson(value);
      expect(back.value).toEqual(journey);
      expect(back.left).toEqual([]);
      expect(toJson(back.value).value).toBe(value);
    }),
    { seed: 3, numRuns: 1000 },
  );
});

describe('as people and programs write it', () => {
  const step = '{ "id": "a", "duration": 60 }';

  test('a byte order mark, a schema, no version', () => {
    const { value, left } = fromJson(`\ufeff{ "$schema": "x", "name": "Visit", "interactions": [${step}] }`);
    expect(value).toEqual({ schemaVersion: 1, name: 'Visit', interactions: [{ id: 'a', duration: 60 }] });
    expect(left).toEqual([{ path: '$schema', what: 'the address of a schema is no part of a journey' }]);
  });

  test('what was typed for durations, wherever units stand', () => {
    const option = { id: 'c', duration: '1 min' };
    const merged = {
      id: 'm',
      parts: [
        { id: 'p', duration: ' 2 min ' },
        { id: 'q', duration: '5 to 10 min', choice: { options: [option] } },
      ],
    };
    const { value } = fromJson(JSON.stringify({ name: 'Visit', interactions: [{ id: 'a', duration: '12 min' }, merged] }));
    expect(value.interactions[0]).toEqual({ id: 'a', duration: 720, durationText: '12 min' });
    expect(value.interactions[1]!.parts![0]!.durationText).toBe('2 min');
    expect(value.interactions[1]!.parts![1]!.choice!.options[0]!.durationText).toBe('1 min');
    expect(fromJson(toJson(value).value).value).toEqual(value);
  });

  test('ids that are numbers are read as texts, and said', () => {
    const { value, left } = fromJson(
      '{ "name": "Visit", "interactions": [{ "id": 1, "duration": 60 }, { "id": 2, "duration": 60, "after": [1] }] }',
    );
    expect(value.interactions.map(({ id }) => id)).toEqual(['1', '2']);
    expect(value.interactions[1]!.after).toEqual(['1']);
    expect(left).toEqual([{ path: 'interactions[0].id', what: 'ids that are numbers are read as texts', count: 3 }]);
  });
});

describe('faults', () => {
  test.each([
    ['', 'line[1].column[1]', 'the end of the text'],
    ['{\n  "name": "x",\n  "interactions": [,]\n}', 'line[3].column[20]', '",] }"'],
    ['{ "name": "x" "a": 1 }', 'line[1].column[15]', undefined],
    ["{ 'name': 1 }", 'line[1].column[3]', undefined],
    ['{ "name": "two\nlines" }', 'line[1].column[15]', undefined],
    ['{ "a": [1, 2, }', 'line[1].column[15]', undefined],
    ['{ "a": [1, 2, 3 }', 'line[1].column[17]', undefined],
    ['{ "a": 01 }', 'line[1].column[9]', undefined],
    ['{ "a": "\\x" }', 'line[1].column[9]', undefined],
    ['[1] // list', 'line[1].column[5]', undefined],
    ['{ "a": tru }', 'line[1].column[8]', undefined],
    ['{', 'line[1].column[2]', 'the end of the text'],
  ])('%j stops at its place', (text, path, received) => {
    const issue = issueOf(text);
    expect([issue.code, issue.path]).toEqual(['invalid-text', path]);
    if (received !== undefined) expect(issue.received).toBe(received);
  });

  test('agree with the engine on what is JSON', () => {
    const texts = fc.oneof(
      fc.json(),
      fc.tuple(fc.json(), fc.nat(), fc.constantFrom('', ',', '"', '}', ']', '\\', '1', ' ', '\n', ':')).map(([text, at, sign]) => {
        const place = at % (text.length + 1);
        return text.slice(0, place) + sign + text.slice(place + 1);
      }),
    );
    fc.assert(
      fc.property(texts, (text) => {
        let isJson = true;
        try {
          JSON.parse(text);
        } catch {
          isJson = false;
        }
        // Where it is JSON but no journey, the fault is another.
        expect(issueOf(text).code === 'invalid-text').toBe(!isJson);
      }),
      { seed: 5, numRuns: 3000 },
    );
  });

  test.each([
    ['{ "schemaVersion": 2, "name": "x", "interactions": [] }', 'schemaVersion'],
    ['{ "schemaVersion": "1", "name": "x", "interactions": [] }', 'schemaVersion'],
    ['{ "schemaVersion": 0, "name": "x", "interactions": [] }', 'schemaVersion'],
    ['{ "name": "x", "interactions": [{ "id": "a", "duration": "soon" }] }', 'interactions[0].duration'],
    ['{ "name": "x", "interactions": [{ "id": "a", "duration": 1, "__proto__": 1 }] }', 'interactions[0].__proto__'],
    ['[]', ''],
    ['null', ''],
  ])('%j', (text, path) => expect(issueOf(text).path).toBe(path));

  test('deep, long and mis-encoded texts end with a fault, in time', () => {
    expect(['invalid-text', 'too-deep']).toContain(issueOf('['.repeat(5_000_000)).code);
    expect(['invalid-text', 'too-deep']).toContain(issueOf(`${'['.repeat(200_000)}${']'.repeat(200_000)}`).code);
    expect(issueOf(`"${'\\n'.repeat(1_000_000)}`).code).toBe('invalid-text');
    expect(issueOf(Uint8Array.from(Buffer.from('{ "name": "x" }', 'utf16le'))).expected).toContain('UTF-8');
    expect(issueOf(5 as never).path).toBe('text');
  });
});

describe('what reading JSON loses in silence is said', () => {
  const text = `{ "name": "T", "name": "U", "interactions": [
    { "id": 12345678901234567890, "duration": 1, "\\u0069d": 9007199254740993 }, { "id": "{\\"id\\", \\"id\\": 12345678901234567890", "duration": 100 }] }`;

  test('keys that stand twice, numbers that become others', () => {
    expect(fromJson(text).left).toEqual([
      { path: 'line[1].column[16]', what: 'keys that stand twice in the same object: the last "name" counts' },
      expect.objectContaining({ path: 'line[2].column[13]' }),
      { path: 'line[2].column[50]', what: 'keys that stand twice in the same object: the last "id" counts' },
      {
        path: 'line[2].column[61]',
        what: 'whole numbers too long for a computer number are changed: 9007199254740993 becomes 9007199254740992',
      },
      { path: 'interactions[0].id', what: 'ids that are numbers are read as texts' },
    ]);
  });

  test('in time, and in a list of bounded length', () => {
    const keys = Array.from({ length: 4000 }, (_, index) => `"k${index}": 1, "k${index}": 2`).join(',');
    const { left } = fromJson(`{ "name": "T", "interactions": [{ "id": "a", "duration": 1 }], "extensions": { ${keys} } }`);
    expect(left).toHaveLength(1001);
    expect(left.at(-1)).toMatchObject({ count: 3000, what: expect.stringContaining('more is left than is listed') });
  });
});
