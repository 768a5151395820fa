import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as peakend from 'peakend';
import { arbitraries, findCounterexample } from 'peakend/arbitraries';
import { emotionRibbon } from 'peakend/charts';

const u = undefined;
const visit = {
  name: 'Visit',
  interactions: [
    { id: 'queue', kind: 'wait', duration: 600, wait: { occupied: 0.3 } },
    { id: 'desk', duration: 60, affect: 3, failure: { probability: 0.1, affect: -3, recovery: { probability: 0.5, affect: 2 } } },
  ],
} as const;
const result = peakend.simulate({ journey: visit, customers: 50, seed: 1 });
const better = peakend.redesign(visit, [peakend.scaleDuration('queue', 0.5)]);
const comparison = peakend.compare({ baseline: visit, variants: { better }, customers: 50, seed: 1, population: 100 });

/** The same call twice: without a field, and with it there and undefined. The types allow both; a form gives the second. */
const pairs: Record<string, readonly [without: () => unknown, undefinedThere: () => unknown]> = {
  'a journey': [
    () => peakend.defineJourney(visit),
    () =>
      peakend.defineJourney({
        $schema: u,
        schemaVersion: u,
        cohesion: u,
        progress: u,
        promise: u,
        extensions: u,
        name: 'Visit',
        interactions: [
          { id: 'queue', kind: 'wait', duration: 600, affect: u, stage: u, wait: { occupied: 0.3, anxious: u, tolerance: u, phase: u } },
          {
            id: 'desk',
            name: u,
            duration: 60,
            affect: 3,
            effort: u,
            wait: u,
            choice: u,
            parts: u,
            failure: { probability: 0.1, affect: -3, duration: u, recovery: { probability: 0.5, affect: 2, duration: u } },
            source: u,
          },
        ],
      }),
  ],
  'a progress display, an option and a source': [
    () =>
      peakend.defineJourney({
        name: 'a',
        progress: { shown: true },
        interactions: [{ id: 'a', duration: 1, source: { kind: 'guess' }, choice: { options: [{ id: 'b', duration: 2 }] } }],
      }),
    () =>
      peakend.defineJourney({
        name: 'a',
        progress: { shown: true, endowed: u, pace: u },
        interactions: [
          {
            id: 'a',
            duration: 1,
            source: { kind: 'guess', note: u },
            choice: {
              appeal: u,
              difficulty: u,
              options: [{ id: 'b', duration: 2, affect: u, appeal: u, available: u, failure: u, wait: u }],
            },
          },
        ],
      }),
  ],
  segments: [
    () => peakend.defineSegments([{ id: 'a', share: 1, dependence: {}, responses: { '*': {} }, model: { time: {} } }]),
    () =>
      peakend.defineSegments([
        {
          id: 'a',
          share: 1,
          count: u,
          patience: u,
          expectation: u,
          dependence: { affect: u, duration: u },
          responses: { '*': { duration: u, affectShift: u, available: u } },
          model: { time: { beta: u }, waiting: u, memory: u },
        },
      ]),
  ],
  'a study': [
    () => result,
    () =>
      peakend.simulate({
        journey: visit,
        customers: 50,
        seed: 1,
        segments: u,
        model: { waiting: { idle: { time: u }, impatience: u }, memory: { weights: { peak: u }, carryOver: u }, loyalty: u },
        until: u,
        confidence: u,
        outcomes: u,
        keep: u,
        population: u,
      }),
  ],
  'a comparison': [
    () => comparison,
    () =>
      peakend.compare({
        baseline: visit,
        variants: { better },
        customers: 50,
        seed: 1,
        population: 100,
        margin: { satisfaction: u, nps: u },
        until: u,
      }),
  ],
  'a simulator': [
    () => peakend.createSimulator({ customers: 50, seed: 1 }).simulate(visit),
    () => peakend.createSimulator({ customers: 50, seed: 1, segments: u, model: u }, { maxBytes: u }).simulate(visit),
  ],
  'a waterfall': [
    () => peakend.waterfall({ baseline: visit, edits: [peakend.informWait('queue')], customers: 50, seed: 1 }),
    () =>
      peakend.waterfall({
        baseline: visit,
        edits: [peakend.informWait('queue', { cost: u })],
        outcome: u,
        segments: u,
        customers: 50,
        seed: 1,
      }),
  ],
  robustness: [
    () => peakend.robustness({ baseline: visit, variant: better, customers: 50, seed: 1, over: { draws: 10 } }),
    () =>
      peakend.robustness({
        baseline: visit,
        variant: better,
        variants: u,
        customers: 50,
        seed: 1,
        outcome: u,
        margin: u,
        over: { draws: 10, memory: u, parameters: u },
      }),
  ],
  'an experiment': [
    () =>
      peakend.experiment({
        measure: { outcome: 'csat' },
        conditions: { a: { journey: visit, observed: { value: 4, interval: { low: 3, high: 5 } } }, b: { journey: better } },
        customers: 50,
        seed: 1,
      }),
    () =>
      peakend.experiment({
        measure: { outcome: 'csat', scale: u, from: u },
        conditions: {
          a: {
            journey: visit,
            journeys: u,
            segments: u,
            model: u,
            observed: { value: 4, interval: { low: 3, high: 5, level: u }, n: u, sd: u },
          },
          b: { journey: better, observed: u },
        },
        noise: u,
        contrasts: u,
        segments: u,
        model: u,
        confidence: u,
        customers: 50,
        seed: 1,
      }),
  ],
  distributions: [
    () => [
      peakend.beta({ alpha: 2, beta: 2 }),
      peakend.truncatedNormal({ mean: 1, sd: 1, min: 0 }),
      peakend.empirical([1, 2]),
      peakend.scaled(peakend.uniform({ min: 0, max: 1 }), {}),
      peakend.fromInterval(1, 2),
    ],
    () => [
      peakend.beta({ alpha: 2, beta: 2, min: u, max: u }),
      peakend.truncatedNormal({ mean: 1, sd: 1, min: 0, max: u }),
      peakend.empirical([1, 2], { weights: u, scale: u, missing: u }),
      peakend.scaled(peakend.uniform({ min: 0, max: 1 }), { scale: u, shift: u }),
      peakend.fromInterval(1, 2, { kind: u }),
    ],
  ],
  'a distribution within a journey': [
    () => peakend.defineJourney({ name: 'a', interactions: [{ id: 'a', duration: { type: 'truncatedNormal', mean: 1, sd: 1, min: 0 } }] }),
    () =>
      peakend.defineJourney({
        name: 'a',
        interactions: [{ id: 'a', duration: { type: 'truncatedNormal', mean: 1, sd: 1, min: 0, max: u } }],
      }),
  ],
  edits: [
    () =>
      peakend.redesign(visit, [
        peakend.update('desk', { effort: 2 }),
        peakend.split('queue', [
          { id: 'x', share: 0.5 },
          { id: 'y', share: 0.5 },
        ]),
        peakend.merge(['x', 'y'], { id: 'z' }),
        peakend.improveRecovery('desk', { probability: 0.6 }),
        peakend.showProgress({}),
        peakend.addChoice('desk', [{ id: 'o', duration: 1 }]),
        { edit: 'removeChoice', id: 'desk' },
      ]),
    () =>
      peakend.redesign(visit, [
        peakend.update('desk', { effort: 2, affect: u, name: u, without: u, appeal: u }),
        peakend.split('queue', [
          { id: 'x', share: 0.5, name: u },
          { id: 'y', share: 0.5 },
        ]),
        peakend.merge(['x', 'y'], { id: 'z', name: u, affect: u }),
        peakend.improveRecovery('desk', { probability: 0.6, affect: u, duration: u }),
        peakend.showProgress({ pace: u, endowed: u }),
        peakend.addChoice('desk', [{ id: 'o', duration: 1, failure: u }], { cost: u }),
        { edit: 'removeChoice', id: 'desk', option: u, cost: u },
      ]),
  ],
  rows: [
    () => peakend.journeyFromRows([{ id: 'a', minutes: 1 }], { name: 'a' }),
    () => peakend.journeyFromRows([{ id: 'a', minutes: 1, seconds: u, duration: u, feeling: u, stage: u, kind: u }], { name: 'a' }),
  ],
  standards: [
    () =>
      peakend.checkStandards(comparison, [
        peakend.atLeast('satisfaction', 10),
        peakend.improves('satisfaction'),
        peakend.noSegmentWorse('satisfaction'),
        peakend.fewWorse('satisfaction', { atMost: 0.5 }),
        { improves: 'satisfaction' },
      ]),
    () =>
      peakend.checkStandards(
        comparison,
        [
          peakend.atLeast('satisfaction', 10, { statistic: u, segment: u }),
          peakend.improves('satisfaction', { by: u, segment: u }),
          peakend.noSegmentWorse('satisfaction', { margin: u }),
          peakend.fewWorse('satisfaction', { atMost: 0.5, segment: u }),
          { improves: 'satisfaction', by: u, segment: u },
        ],
        { confidence: u },
      ),
  ],
  planning: [
    () => [peakend.sampleSizeFor({ difference: 1, sd: 2 }), peakend.populationImpact(comparison)],
    () => [
      peakend.sampleSizeFor(
        { difference: 1, sd: 2, variantSd: u, differenceSd: u },
        { design: u, power: u, alpha: u, responseRate: u, outcome: u, variant: u, segment: u },
      ),
      peakend.populationImpact(comparison, { population: u }),
    ],
  ],
  explanations: [
    () => peakend.explain(comparison, { segment: 'everyone', customer: 1 }),
    () => peakend.explain(comparison, { segment: 'everyone', customer: 1, remember: u, variant: u }),
  ],
  presets: [
    () => [peakend.recency(), peakend.acclimationDecay()],
    () => [peakend.recency({ halfLife: u }), peakend.acclimationDecay({ acclimation: u, decay: u })],
  ],
  charts: [
    () => emotionRibbon(result),
    () => emotionRibbon(result, { segment: u, against: u, variant: u, across: u, theme: u, title: u, subtitle: u, note: u, width: u }),
  ],
  searches: [
    () => findCounterexample({ baseline: visit, variant: better, standard: peakend.noSegmentWorse('satisfaction'), runs: 5 }),
    () =>
      findCounterexample({
        baseline: visit,
        variant: better,
        standard: peakend.noSegmentWorse('satisfaction', { margin: u }),
        runs: 5,
        outcomes: u,
        within: { segments: u, customers: { mood: u }, assumptions: u, journeys: u },
        model: u,
        seed: u,
        errorRate: u,
      }),
  ],
  'random journeys': [
    () => fc.sample(arbitraries(fc).journeys(), { seed: 1, numRuns: 3 }),
    () => fc.sample(arbitraries(fc).journeys({ minInteractions: u, maxInteractions: u, channels: u, waits: u }), { seed: 1, numRuns: 3 }),
  ],
};

describe('a field that is there and undefined counts as left out', () => {
  test.each(Object.entries(pairs))('in %s', (_, [without, undefinedThere]) => {
    expect(undefinedThere()).toEqual(without());
  });
});
