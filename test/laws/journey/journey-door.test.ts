import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isJourneyError } from '../../../src/errors/journey-error';
import { checkJourney, defineJourney } from '../../../src/journey/define-journey';
import { checkSegments, defineSegments } from '../../../src/journey/define-segments';
import { journeyFromRows } from '../../../src/journey/journey-from-rows';
import { everything } from '../../unit/journey/sample-journeys';

const seed = 20_251;
const codes =
  /^(invalid-type|out-of-range|missing|unknown-key|forbidden-key|unknown-id|duplicate-id|invalid-text|conflict|cycle|too-deep|too-large|shares)$/;

/** Anything JavaScript can hold, and things that look much like journeys. */
const anything = fc.anything({
  withBigInt: true,
  withDate: true,
  withMap: true,
  withSet: true,
  withSparseArray: true,
  withTypedArray: true,
  withNullPrototype: true,
  withObjectString: true,
});
const keys = [
  'id',
  'duration',
  'affect',
  'wait',
  'failure',
  'choice',
  'parts',
  'after',
  'pin',
  'options',
  'kind',
  'start',
  'end',
  'type',
  'probability',
  'recovery',
  'name',
  'extensions',
  'share',
  'responses',
  'model',
  '__proto__',
];
const leaf = fc.oneof(
  anything,
  fc.constantFrom<unknown>(
    0,
    -1,
    1,
    0.5,
    NaN,
    'a',
    'b',
    '5 min',
    '5 to 10 min',
    'wait',
    'first',
    'time-weighted',
    'lognormal',
    null,
    undefined,
    true,
  ),
);
const nearly = fc.letrec<{ node: unknown; step: unknown }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small' },
    leaf,
    fc.dictionary(fc.constantFrom(...keys), tie('node')),
    fc.array(tie('node'), { maxLength: 3 }),
  ),
  step: fc.record(
    {
      id: fc.oneof(fc.constantFrom('a', 'b', 'c'), tie('node')),
      duration: tie('node'),
      affect: tie('node'),
      parts: tie('node'),
      after: tie('node'),
      wait: tie('node'),
    },
    { requiredKeys: [] },
  ),
}));
const nearlyJourney = fc.record(
  {
    name: fc.oneof(fc.constant('x'), leaf),
    interactions: fc.oneof(fc.array(fc.oneof(nearly.step, nearly.node), { maxLength: 4 }), nearly.node),
    progress: nearly.node,
    promise: leaf,
  },
  { requiredKeys: ['name', 'interactions'] },
);

/** A sound journey with one value somewhere in it replaced. */
const mutated = fc.tuple(fc.nat(), nearly.node).map(([pick, value]) => {
  const journey: unknown = structuredClone(everything);
  const places: (() => void)[] = [];
  const walk = (holder: unknown): void => {
    if (typeof holder !== 'object' || holder === null) return;
    for (const key of Object.keys(holder)) {
      places.push(() => ((holder as Record<string, unknown>)[key] = value));
      walk((holder as Record<string, unknown>)[key]);
    }
  };
  walk(journey);
  places[pick % places.length]!();
  return journey;
});

function agree(check: (input: unknown) => readonly unknown[], define: (input: never) => unknown, input: unknown): void {
  const issues = check(input);
  for (const issue of issues) expect((issue as { code: string }).code).toMatch(codes);
  let thrown: unknown;
  let made: unknown;
  try {
    made = define(input as never);
  } catch (error) {
    thrown = error;
  }
  if (issues.length === 0) {
    expect(thrown).toBeUndefined();
    expect(define(made as never)).toBe(made);
  } else {
    expect(isJourneyError(thrown) && thrown.issues).toEqual(issues);
  }
}

describe(`the door never throws anything but its own error, and never hangs (seed ${seed})`, () => {
  test.each([
    ['anything', anything, 1000],
    ['what looks like a journey', nearlyJourney, 2000],
    ['a journey with one value replaced', mutated, 1500],
  ] as const)('defineJourney throws exactly where checkJourney finds something: %s', (_name, inputs, numRuns) => {
    fc.assert(
      fc.property(inputs as fc.Arbitrary<unknown>, (input) => agree(checkJourney, defineJourney, input)),
      { seed, numRuns, interruptAfterTimeLimit: 60_000, markInterruptAsFailure: true },
    );
  });

  test.each([
    ['anything', anything],
    [
      'what looks like segments',
      fc.array(
        fc.oneof(
          nearly.node,
          fc.record(
            {
              id: fc.constantFrom('a', 'b'),
              share: fc.constantFrom(0.5, 1),
              model: nearly.node,
              responses: nearly.node,
              patience: nearly.node,
            },
            { requiredKeys: ['id', 'share'] },
          ),
        ),
        { maxLength: 3 },
      ),
    ],
  ] as const)('defineSegments throws exactly where checkSegments finds something: %s', (_name, inputs) => {
    fc.assert(
      fc.property(inputs as fc.Arbitrary<unknown>, (input) => agree(checkSegments, defineSegments, input)),
      { seed, numRuns: 1000 },
    );
  });

  test('journeyFromRows throws nothing else either', () => {
    fc.assert(
      fc.property(fc.oneof(anything, fc.array(nearly.node, { maxLength: 3 })), nearly.node, (rows, options) => {
        try {
          journeyFromRows(rows as never, options as never);
        } catch (error) {
          expect(isJourneyError(error)).toBe(true);
        }
      }),
      { seed, numRuns: 1000 },
    );
  });
});

describe(`what the door makes (seed ${seed})`, () => {
  const step = (id: string) =>
    fc.record(
      {
        id: fc.constant(id),
        duration: fc.oneof(
          fc.nat(10_000),
          fc.constantFrom('3 min', '5 to 10 min', '2 h'),
          fc.record({ type: fc.constant('lognormal' as const), median: fc.integer({ min: 1, max: 900 }), sigma: fc.constantFrom(0.2, 1) }),
        ),
        affect: fc.oneof(
          fc.integer({ min: -10, max: 10 }),
          fc.constant(-0),
          fc.record({ start: fc.integer({ min: -10, max: 10 }), end: fc.integer({ min: -10, max: 10 }) }),
        ),
        dropout: fc.double({ min: 0, max: 1, noNaN: true }),
        stage: fc.constantFrom('arrival', 'visit'),
        extensions: fc.dictionary(
          fc.string({ minLength: 1, maxLength: 5 }).filter((key) => !['__proto__', 'constructor', 'prototype'].includes(key)),
          fc.jsonValue({ maxDepth: 3 }).filter((value) => !/"(__proto__|constructor|prototype)":/.test(JSON.stringify(value))),
        ),
      },
      { requiredKeys: ['id', 'duration'] },
    );
  const journeys = fc.integer({ min: 1, max: 6 }).chain((count) =>
    fc.record({
      name: fc.string({ minLength: 1 }).filter((name) => /\S/.test(name)),
      interactions: fc.tuple(...Array.from({ length: count }, (_, i) => step(`s${i}`))),
    }),
  );

  test('is the same again after JSON, is idempotent, and leaves the input as it was', () => {
    fc.assert(
      fc.property(journeys, (input) => {
        const before = structuredClone(input);
        const journey = defineJourney(input);
        expect(input).toEqual(before);
        expect(Object.isFrozen(input.interactions[0])).toBe(false);
        expect(defineJourney(journey)).toBe(journey);
        const text = JSON.stringify(journey);
        expect(JSON.stringify(defineJourney(JSON.parse(text)))).toBe(text);
      }),
      { seed, numRuns: 300 },
    );
  });
});
