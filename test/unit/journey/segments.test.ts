import { describe, expect, expectTypeOf, test } from 'vitest';
import { isJourneyError } from '../../../src/errors/journey-error';
import { checkSegments, defineSegments } from '../../../src/journey/define-segments';
import { averaging } from '../../../src/model/memory';

describe('defineSegments', () => {
  test('keeps the ids in its type', () => {
    const segments = defineSegments([
      { id: 'regular', share: 0.7 },
      { id: 'first-time', share: 0.3, expectation: 2 },
    ]);
    expectTypeOf(segments[0]!.id).toEqualTypeOf<'regular' | 'first-time'>();
    expect(segments.map((segment) => segment.share)).toEqual([0.7, 0.3]);
  });

  test('shares follow exactly from counts', () => {
    const segments = defineSegments([
      { id: 'a', count: 1 },
      { id: 'b', count: 2 },
    ]);
    expect(segments.map((segment) => [segment.share, segment.count])).toEqual([
      [1 / 3, 1],
      [2 / 3, 2],
    ]);
    expect(defineSegments(segments)).toBe(segments);
    expect(defineSegments(JSON.parse(JSON.stringify(segments)))).toEqual(segments);
  });

  test('reads durations and keeps models and functions', () => {
    const memory = (): number => 1;
    const segments = defineSegments([
      {
        id: 'a',
        share: 0.5,
        patience: '20 min',
        expectedDuration: '1 h',
        responses: { queue: { duration: '5 to 10 min' } },
        model: { memory },
      },
      {
        id: 'b',
        share: 0.5,
        model: { memory: averaging, time: { beta: { type: 'truncatedNormal', mean: 0.9, sd: 0.05, min: 0.6, max: 1 } } },
      },
    ]);
    expect(segments[0]).toMatchObject({
      patience: 1200,
      expectedDuration: 3600,
      responses: { queue: { duration: { type: 'lognormal' } } },
      model: { memory },
    });
    expect(Object.isFrozen(segments[0]!.responses)).toBe(true);
    expect(Object.isFrozen(memory)).toBe(false);
    expect(segments[1]!.model!.memory).toEqual(averaging);
  });

  const good = { id: 'a', share: 1 };
  const one = (more: object): unknown => [{ ...good, ...more }];
  test.each<[string, unknown, string, string]>([
    ['nothing', undefined, 'missing', ''],
    ['an object', {}, 'invalid-type', ''],
    ['no segments', [], 'missing', ''],
    ['no share', [{ id: 'a' }], 'missing', '[0].share'],
    ['shares that do not sum to 1', [{ id: 'a', share: 0.5 }], 'shares', ''],
    [
      'shares that sum to almost 1',
      [
        { id: 'a', share: 0.5 },
        { id: 'b', share: 0.5 + 2e-9 },
      ],
      'shares',
      '',
    ],
    ['a share of 0', [{ id: 'a', share: 0 }, good], 'out-of-range', '[0].share'],
    ['percent', [{ id: 'a', share: 70 }], 'out-of-range', '[0].share'],
    ['a share NaN', one({ share: NaN }), 'out-of-range', '[0].share'],
    ['a count of 0', [{ id: 'a', count: 0 }], 'out-of-range', '[0].count'],
    [
      'some with counts',
      [
        { id: 'a', count: 3 },
        { id: 'b', share: 1 },
      ],
      'missing',
      '[1].count',
    ],
    [
      'shares against counts',
      [
        { id: 'a', count: 3, share: 0.5 },
        { id: 'b', count: 1, share: 0.5 },
      ],
      'conflict',
      '',
    ],
    [
      'the same id twice',
      [
        { id: 'a', share: 0.5 },
        { id: 'a', share: 0.5 },
      ],
      'duplicate-id',
      '[1].id',
    ],
    ['__proto__ as id', one({ id: '__proto__' }), 'forbidden-key', '[0].id'],
    ['an unknown key', one({ expectaton: 2 }), 'unknown-key', '[0].expectaton'],
    ['an expectation off the scale', one({ expectation: 20 }), 'out-of-range', '[0].expectation'],
    ['negative patience', one({ patience: -1 }), 'out-of-range', '[0].patience'],
    ['patience that may be negative', one({ patience: { type: 'normal', mean: 60, sd: 60 } }), 'out-of-range', '[0].patience'],
    ['an expected duration of 0', one({ expectedDuration: 0 }), 'out-of-range', '[0].expectedDuration'],
    ['endless value', one({ returnValue: Infinity }), 'out-of-range', '[0].returnValue'],
    ['dependence above 1', one({ dependence: { affect: 2 } }), 'out-of-range', '[0].dependence.affect'],
    ['responses as a list', one({ responses: [] }), 'invalid-type', '[0].responses'],
    ['a response that is a number', one({ responses: { queue: 2 } }), 'invalid-type', '[0].responses.queue'],
    [
      'a response with an unknown key',
      one({ responses: { queue: { durationscale: 2 } } }),
      'unknown-key',
      '[0].responses.queue.durationscale',
    ],
    ['a negative scale', one({ responses: { queue: { durationScale: -1 } } }), 'out-of-range', '[0].responses.queue.durationScale'],
    ['a stage without a name', one({ responses: { 'stage:': {} } }), 'unknown-id', '[0].responses["stage:"]'],
    ['a merge rule as a response', one({ responses: { queue: { affect: 'time-weighted' } } }), 'conflict', '[0].responses.queue.affect'],
    ['a model parameter out of range', one({ model: { time: { beta: 2 } } }), 'out-of-range', '[0].model.time.beta'],
    ['an unknown model setting', one({ model: { tme: {} } }), 'unknown-key', '[0].model.tme'],
    [
      '__proto__ as a target',
      JSON.parse('[{"id":"a","share":1,"responses":{"__proto__":{}}}]'),
      'forbidden-key',
      '[0].responses.__proto__',
    ],
    ['too many', Array.from({ length: 10_001 }, (_, i) => ({ id: `s${i}`, count: 1 })), 'too-large', ''],
  ])('refuses %s', (_name, input, code, path) => {
    const issues = checkSegments(input);
    expect(issues.map((issue) => [issue.code, issue.path])).toContainEqual([code, path]);
    let thrown: unknown;
    try {
      defineSegments(input as never);
    } catch (error) {
      thrown = error;
    }
    expect(isJourneyError(thrown) && thrown.issues).toEqual(issues);
  });
});
