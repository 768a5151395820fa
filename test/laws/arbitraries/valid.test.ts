import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraries } from '../../../src/arbitraries';
import { checkDistribution } from '../../../src/distributions/check-distribution';
import { quantile } from '../../../src/distributions/mathematics';
import { support } from '../../../src/distributions/mathematics';
import { checkJourney, defineJourney } from '../../../src/journey/define-journey';
import { checkResponseTargets } from '../../../src/journey/check-response-targets';
import { checkSegments, defineSegments } from '../../../src/journey/define-segments';
import { checkModel } from '../../../src/model/check-model';
import { defaultModel } from '../../../src/model/defaults';
import type { Issue } from '../../../src/errors/issue';
import { checkEdits, redesign } from '../../../src/redesign/redesign';
import { editKinds } from '../../../src/arbitraries/edit-proposals';

const seed = 20260301;
const { distributions, interactions, waits, choices, journeys, segments, models, edits, redesigns, journeyWithRedesign } = arbitraries(fc);

/** What comes back from storage: nobody can see that the library made it. */
const stored = <Data>(data: Data): Data => JSON.parse(JSON.stringify(data)) as Data;

describe(`every value is valid, and in the form the library keeps (seed ${seed})`, () => {
  it.each([
    { min: -10, max: 10 },
    { min: 0, max: 3600, tails: 'above' as const },
    { min: 0.6, max: 1 },
    { min: -8, max: -3, tails: 'none' as const },
    { min: 5, max: 5 },
  ])('distributions from $min to $max', ({ min, max, tails = 'both' as const }) => {
    fc.assert(
      fc.property(distributions({ min, max, tails }), (distribution) => {
        const issues: Issue[] = [];
        expect(checkDistribution(stored(distribution), '', issues)).toEqual(distribution);
        expect(issues).toEqual([]);
        // Where a type has no end, one customer in a thousand may pass; and rounding may, in the last digit.
        const slack = 1e-12 * Math.max(Math.abs(min), Math.abs(max));
        const ends = support(distribution);
        expect(tails === 'both' ? quantile(distribution, 0.001) : ends.min).toBeGreaterThanOrEqual(min - slack);
        expect(tails === 'none' ? ends.max : quantile(distribution, 0.999)).toBeLessThanOrEqual(max + slack);
      }),
      { seed, numRuns: 200 },
    );
  });

  it('journeys', () => {
    fc.assert(
      fc.property(journeys(), (journey) => {
        expect(checkJourney(stored(journey))).toEqual([]);
        expect(defineJourney(stored(journey))).toEqual(journey);
      }),
      { seed, numRuns: 300 },
    );
  });

  it('single interactions, waits and choices', () => {
    const alone = (step: object): Issue[] => checkJourney({ name: 'Alone', interactions: [step] });
    fc.assert(
      fc.property(interactions(), waits(), choices(), (any, wait, choice) => {
        expect([any, wait, choice].flatMap(alone)).toEqual([]);
        expect(wait.kind).toBe('wait');
        expect(choice.choice!.options.length).toBeGreaterThan(0);
      }),
      { seed, numRuns: 150 },
    );
  });

  it('segments, whose shares sum to 1 and whose responses aim at something', () => {
    const either = fc
      .tuple(journeys({ maxInteractions: 3 }))
      .chain(([journey]) => fc.tuple(fc.constant(journey), segments({ journeys: [journey] })));
    fc.assert(
      fc.property(either, ([journey, people]) => {
        expect(checkSegments(stored(people))).toEqual([]);
        expect(defineSegments(stored(people))).toEqual(people);
        expect(checkResponseTargets([journey], people, 'segments')).toEqual([]);
        const sum = people.reduce((all, { share }) => all + share, 0);
        expect(Math.abs(sum - 1)).toBeLessThanOrEqual(1e-9);
      }),
      { seed, numRuns: 200 },
    );
  });

  it('experience models', () => {
    fc.assert(
      fc.property(models(), (model) => {
        const issues: Issue[] = [];
        checkModel(stored(model), 'model', issues, defaultModel);
        expect(issues).toEqual([]);
      }),
      { seed, numRuns: 400 },
    );
  });

  it('edits and lists of edits are lawful for the journey at hand', () => {
    const either = fc
      .tuple(journeys({ maxInteractions: 4 }))
      .chain(([journey]) => fc.tuple(fc.constant(journey), edits(journey), redesigns(journey, { maxEdits: 4 })));
    fc.assert(
      fc.property(either, ([journey, edit, list]) => {
        expect(checkEdits(stored([edit]), journey)).toEqual([]);
        expect(checkEdits(stored(list), journey)).toEqual([]);
        expect(list.length).toBeGreaterThan(0);
      }),
      { seed, numRuns: 150 },
    );
  });

  it.each(editKinds)('pairs of a journey and its redesign by %s', (kind) => {
    fc.assert(
      fc.property(journeyWithRedesign({ kinds: [kind], maxInteractions: 4 }), ({ journey, edits: list, redesigned }) => {
        expect(list[0]!.edit).toBe(kind);
        expect(redesign(defineJourney(stored(journey)), stored(list))).toEqual(redesigned);
      }),
      { seed, numRuns: 25 },
    );
  });
});

describe('constraints', () => {
  it('are kept', () => {
    const plain = journeys({
      minInteractions: 2,
      maxInteractions: 3,
      channels: ['fax'],
      stages: [],
      waits: false,
      choices: false,
      failures: false,
      merges: false,
      dropouts: false,
      skips: false,
      distributions: false,
      efforts: false,
      notes: false,
      orders: false,
      progress: false,
      promises: false,
      cohesion: false,
      maxDuration: 100,
    });
    fc.assert(
      fc.property(plain, ({ interactions: steps, ...rest }) => {
        expect(rest).toEqual({ schemaVersion: 1, name: 'Journey' });
        expect(steps.length).toBeGreaterThanOrEqual(2);
        expect(steps.length).toBeLessThanOrEqual(3);
        for (const step of steps) {
          for (const key of Object.keys(step)) expect(['id', 'channel', 'kind', 'duration', 'affect']).toContain(key);
          expect(step.kind).not.toBe('wait');
          expect(['fax', undefined]).toContain(step.channel);
          expect(step.duration).toBeLessThanOrEqual(100);
        }
      }),
      { seed, numRuns: 100 },
    );
  });

  it.each([
    [() => journeys({ maxInteractions: 0 }), 'out-of-range', 'maxInteractions'],
    [() => journeys({ minInteractions: 3, maxInteractions: 2 }), 'conflict', 'maxInteractions'],
    [() => segments({ minSegments: 1.5 }), 'out-of-range', 'minSegments'],
    [() => journeyWithRedesign({ kinds: [] }), 'missing', 'kinds'],
    [() => journeyWithRedesign({ kinds: ['mend' as 'merge'] }), 'unknown-id', 'kinds'],
    [() => distributions({ min: 3, max: 2 }), 'conflict', 'max'],
    [() => distributions({ min: 0, max: 1, tails: 'none', types: ['normal'] }), 'conflict', 'types'],
    [() => arbitraries({} as typeof fc), 'invalid-type', 'fc'],
  ] as const)('that cannot be kept are refused: %s', (make, code, path) => {
    expect(make).toThrow(expect.objectContaining({ code, issues: expect.arrayContaining([expect.objectContaining({ path })]) }));
  });
});
