import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraries } from '../../../src/arbitraries';
import { compare } from '../../../src/comparison/compare';
import { outcomeDescriptions, outcomeNames } from '../../../src/experience/outcomes';
import { simulate } from '../../../src/simulation/simulate';
import { estimateIn } from '../../../src/results/simulation-words';
import type { Differences } from '../../../src/results/types';
import type { Summary } from '../../../src/summary/types';
import { differenceIn } from '../../../src/results/comparison-words';

const seed = 20260303;
const numRuns = 120;
const plain = { distributions: false };
const { journeys, segments, models, journeyWithRedesign } = arbitraries(fc);

/** A journey, people for it, and assumptions. */
const study = journeys(plain).chain((journey) =>
  fc.tuple(fc.constant(journey), segments({ journeys: [journey], ...plain }), models(plain)),
);
const outcomes = outcomeNames.filter((name) => name !== 'nps');
/** Segments are weighed with shares that sum to 1 up to rounding. */
const rounding = 1e-9;

describe(`whatever the journey, the people and the assumptions (seed ${seed})`, () => {
  it('every outcome is a number within its range', () => {
    fc.assert(
      fc.property(study, ([journey, people, model]) => {
        const result = simulate({ journey, segments: people, model, customers: 20, seed: 1, outcomes });
        for (const name of outcomes) {
          const estimate = estimateIn(result.overall as Summary, name);
          if (estimate === undefined) continue;
          expect([name, Number.isFinite(estimate.mean)]).toEqual([name, true]);
          const { unit } = outcomeDescriptions[name];
          if (unit === 'points' || (unit === 'share' && name !== 'progress')) {
            expect(estimate.mean).toBeGreaterThanOrEqual(0);
            expect(estimate.mean).toBeLessThanOrEqual((unit === 'points' ? 100 : 1) * (1 + rounding));
          }
        }
      }),
      { seed, numRuns },
    );
  });

  it('a journey against itself is the same for everybody', () => {
    fc.assert(
      fc.property(study, ([journey, people, model]) => {
        const { variants } = compare({
          baseline: journey,
          variants: { itself: journey },
          segments: people,
          model,
          customers: 20,
          seed: 1,
          outcomes,
        });
        for (const name of outcomes) {
          const found = differenceIn(variants.itself.overall as Differences, name);
          if (found !== undefined) expect([name, found.difference, found.worse + found.better]).toEqual([name, 0, 0]);
        }
      }),
      { seed, numRuns: 60 },
    );
  });

  it('every redesign can be compared with what it was made from', () => {
    const both = journeyWithRedesign({ ...plain, maxInteractions: 4 }).chain((pair) =>
      fc.tuple(fc.constant(pair), segments({ journeys: [pair.journey, pair.redesigned], ...plain })),
    );
    fc.assert(
      fc.property(both, ([{ journey, redesigned }, people]) => {
        const result = compare({
          baseline: journey,
          variants: { redesigned },
          segments: people,
          customers: 20,
          seed: 1,
          outcomes: ['satisfaction', 'perceivedDuration'],
        });
        const { satisfaction, perceivedDuration } = result.variants.redesigned.overall;
        expect(Number.isFinite(satisfaction.difference) && Number.isFinite(perceivedDuration.difference)).toBe(true);
      }),
      { seed, numRuns },
    );
  });
});
