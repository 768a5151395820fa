import { fc, it } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import {
  atLeast,
  beta,
  checkEdits,
  checkJourney,
  checkSegments,
  compare,
  defineJourney,
  experiment,
  explain,
  fromScale,
  isJourneyError,
  journeyFromRows,
  normal,
  quantile,
  robustness,
  sampleSizeFor,
  simulate,
  type Issue,
} from 'peakend';
import { arbitraries, findCounterexample } from 'peakend/arbitraries';
import { emotionRibbon } from 'peakend/charts';
import { pathKeys } from '../../../src/errors/locate';
import { JourneyError } from '../../../src/errors/journey-error';
import { at } from '../../../src/errors/wording';
import { badJourneys } from '../journey/bad-journeys';
import { badEdits, clinic } from '../redesign/bad-edits';

const seed = 1_909;
/** Keys that look like paths themselves. */
const strange = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('', '0', '12', 'a.b', 'a[0]', '["a"]', ']', '"', '\\', "it's", 'stage:check in', '__proto__', 'ä', '😀', '\u2028', ' '),
  fc.string({ unit: fc.constantFrom('.', '[', ']', '"', '\\', 'a', '1') }),
);

describe('the keys of an issue', () => {
  it.prop([fc.array(fc.oneof(strange, fc.nat({ max: 10_000 })), { maxLength: 8 })], { seed, numRuns: 2000 })(
    'are those its path was written from, whatever they are called',
    (keys) => {
      expect(pathKeys(keys.reduce<string>(at, ''))).toEqual(keys);
    },
  );

  it.prop([fc.array(fc.oneof(strange, fc.nat()), { maxLength: 8 })], { seed, numRuns: 500 })('are given by every error', (keys) => {
    const path = keys.reduce<string>(at, '');
    const [issue] = new JourneyError([{ code: 'missing', path, expected: 'x', received: 'y' }]).issues;
    expect(issue).toEqual({ code: 'missing', path, keys, severity: 'unfinished', expected: 'x', received: 'y' });
    expect(Object.isFrozen(issue) && Object.isFrozen(issue!.keys)).toBe(true);
  });

  test('are whole where a key is too long to be quoted', () => {
    const long = 'stage:'.padEnd(500, 'x');
    const [issue] = checkSegments([{ id: 'a', share: 1, responses: { [long]: { durationScale: -1 } } }]);
    expect(issue?.keys).toEqual([0, 'responses', long, 'durationScale']);
    expect(new JourneyError([issue!]).message.length).toBeLessThan(300);
  });

  test('lead to what is wrong', () => {
    const journey = { name: 'a', interactions: [{ id: 'a', duration: 60, failure: { probability: 2, affect: -1 } }] };
    const segments = [{ id: 'p', share: 1, responses: { 'stage:Check.In [1]': { durationScale: -1 } } }];
    const faults = issuesOf(() => compare({ baseline: journey, variants: { 'my.variant [2]': journey }, segments }));
    expect(faults.map(({ keys }) => keys)).toEqual([
      ['baseline', 'interactions', 0, 'failure', 'probability'],
      ['variants', 'my.variant [2]', 'interactions', 0, 'failure', 'probability'],
      ['segments', 0, 'responses', 'stage:Check.In [1]', 'durationScale'],
    ]);
  });

  test('write the path again, for every fault we know of', () => {
    const found = [
      ...badJourneys.flatMap(([, input]) => checkJourney(input)),
      ...badEdits.flatMap(({ edits }) => checkEdits(edits, clinic)),
    ];
    expect(found.length).toBeGreaterThan(100);
    for (const { path, keys } of found) expect(keys.reduce<string>(at, '')).toBe(path);
  });

  test('name the row and what stands in it, where a table is no list', () => {
    const nested: unknown = { rows: [JSON.parse('{ "__proto__": 1 }')] };
    expect(issuesOf(() => journeyFromRows(nested as never, { name: 'a' })).map(({ path }) => path)).toEqual(['rows.rows[0].__proto__']);
  });
});

const visit = { name: 'a', interactions: [{ id: 'a', duration: 60 }] };
const step =
  (fields: object): (() => unknown) =>
  () =>
    defineJourney({ name: 'a', interactions: [{ id: 'a', duration: 60, ...fields }] });
const study =
  (fields: object): (() => unknown) =>
  () =>
    simulate({ journey: visit, seed: 1, ...fields });

describe('the bounds of an issue', () => {
  test.each([
    ['an affect beyond the scale', step({ affect: 12 }), { min: -10, max: 10 }],
    ['an affect that is a word', step({ affect: 'good' }), { min: -10, max: 10 }],
    ['a line that leaves the scale', step({ affect: { start: 0, end: -11 } }), { min: -10, max: 10 }],
    ['a duration below 0', step({ duration: -1 }), { min: 0, max: 1e11 }],
    ['a duration that is missing', () => defineJourney({ name: 'a', interactions: [{ id: 'a' }] }), { min: 0, max: 1e11 }],
    ['a duration that reaches below 0', step({ duration: normal({ mean: 5, sd: 3 }) }), { min: 0 }],
    ['a tolerance of 0', step({ kind: 'wait', wait: { tolerance: 0 } }), { min: 0, minExcluded: true, max: 1e11 }],
    ['an effort that may exceed 10', step({ effort: normal({ mean: 5, sd: 3 }) }), { min: 0, max: 10 }],
    ['a probability', step({ dropout: 40 }), { min: 0, max: 1 }],
    ['a probability in quotes', step({ dropout: '0.4' }), { min: 0, max: 1 }],
    ['a loss that is a gain', step({ failure: { probability: 0.1, affect: 2 } }), { min: -20, max: 0 }],
    ['an appeal', step({ choice: { appeal: 101, options: [{ id: 'b', duration: 1 }] } }), { min: -100, max: 100 }],
    ['too few options', step({ choice: { options: [] } }), { min: 1 }],
    ['too few parts', () => defineJourney({ name: 'a', interactions: [{ id: 'a', parts: [{ id: 'b', duration: 1 }] }] }), { min: 2 }],
    ['a text without end', step({ name: 'x'.repeat(10_001) }), { max: 10_000 }],
    ['a share', study({ segments: [{ id: 'a', share: 0 }] }), { min: 0, minExcluded: true, max: 1 }],
    ['a scale of a response', study({ segments: [{ id: 'a', share: 1, responses: { a: { dropoutScale: -1 } } }] }), { min: 0, max: 1e6 }],
    ['a setting of the model', study({ model: { time: { beta: 2 } } }), { min: 0.6, max: 1 }],
    ['a number of customers', study({ customers: 1.5 }), { min: 1, max: 1e9, whole: true }],
    ['a confidence', study({ confidence: 95 }), { min: 0.5, max: 0.9999 }],
    ['a half-width', study({ until: { outcome: 'satisfaction', halfWidth: 0 } }), { min: 0, minExcluded: true }],
    ['a margin', () => compare({ baseline: visit, variants: { b: visit }, margin: -1 }), { min: 0, max: 100 }],
    ['a shape', () => beta({ alpha: 0, beta: 1 }), { min: 0.01, max: 1e6 }],
    ['a spread', () => normal({ mean: 0, sd: 0 }), { min: 0, minExcluded: true }],
    ['a rating', () => fromScale(7, { scale: [1, 5] }), { min: 1, max: 5 }],
    ['a percentile', () => quantile(normal({ mean: 0, sd: 1 }), 2), { min: 0, max: 1 }],
    ['a power', () => sampleSizeFor({ difference: 1, sd: 2 }, { power: 80 }), { min: 0.5, max: 0.999 }],
    ['a number of draws', () => robustness({ baseline: visit, variant: visit, over: { draws: 0.5 } }), { min: 1, max: 10_000 }],
    [
      'a customer',
      () => explain(simulate({ journey: visit, customers: 5, seed: 1 }), { segment: 'everyone', customer: 5 }),
      { min: 0, max: 4, whole: true },
    ],
    [
      'a share of people',
      () => experiment({ measure: 'completed', conditions: { a: { journey: visit, observed: 80 } } }),
      { min: 0, max: 1 },
    ],
    ['a width', () => emotionRibbon(simulate({ journey: visit, customers: 5, seed: 1 }), { width: 10 }), { min: 320, max: 4000 }],
    [
      'a search',
      () => findCounterexample({ baseline: visit, variant: visit, standard: atLeast('satisfaction', 1), errorRate: 1 }),
      { min: 1e-6, max: 0.1 },
    ],
    ['random journeys', () => arbitraries(fc).journeys({ minInteractions: 0.5 }), { min: 1, max: 1000 }],
    ['a factor', () => checkEdits([{ edit: 'scaleDuration', id: 'a', factor: 0 }]), { min: 0, minExcluded: true }],
  ] as const)('of %s are numbers, too', (_, faulty, params) => {
    expect(issuesOf(faulty)[0]?.params).toEqual(params);
  });

  test('are absent where nothing is bounded', () => {
    for (const { params } of issuesOf(step({ kind: 'queue', feeling: 3 }))) expect(params).toBeUndefined();
  });
});

/** What a call throws, or gives, as issues. */
function issuesOf(call: () => unknown): readonly Issue[] {
  try {
    const given = call();
    return Array.isArray(given) ? (given as Issue[]) : [];
  } catch (error) {
    if (isJourneyError(error)) return error.issues;
    throw error;
  }
}
