import { expect, it } from 'vitest';
import normalCdf from '@stdlib/stats-base-dists-normal-cdf';
import { simulate } from '../../../src/simulation/simulate';
import type { InteractionInput, SegmentInput } from '../../../src/journey/types';

/* Seed 20250, 40,000 customers: each mean within four standard errors of its closed form, the error from the closed form as well. */

const customers = 40_000;
const run = (interactions: readonly InteractionInput[], segment: Partial<SegmentInput> = {}) =>
  simulate({ journey: { name: 'closed', interactions }, segments: [{ id: 'one', share: 1, ...segment }], customers, seed: 20_250 }).overall;

function expectNear(found: number, expected: number, sd: number): void {
  expect(Math.abs(found - expected)).toBeLessThan((4 * sd) / Math.sqrt(customers));
}
function expectShare(found: number, expected: number): void {
  expectNear(found, expected, Math.sqrt(expected * (1 - expected)));
}

it('log-normal durations: mean median·e^(σ²/2), sd mean·√(e^σ² − 1), median and p95', () => {
  const { clockDuration } = run([{ id: 'a', duration: { type: 'lognormal', median: 300, sigma: 0.5 } }]);
  const mean = 300 * Math.exp(0.125);
  const sd = mean * Math.sqrt(Math.exp(0.25) - 1);
  expectNear(clockDuration.mean, mean, sd);
  expect(clockDuration.standardError).toBeCloseTo(clockDuration.sd / Math.sqrt(customers), 9);
  // The error of a quantile is √(p(1 − p)/n) over the density there, φ(z)/(σ·q).
  const density = (quantile: number, z: number) => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI) / (0.5 * quantile);
  const p95 = 300 * Math.exp(0.5 * 1.6448536269514722);
  expectNear(clockDuration.quantiles.p50, 300, 0.5 / density(300, 0));
  expectNear(clockDuration.quantiles.p95, p95, Math.sqrt(0.95 * 0.05) / density(p95, 1.6448536269514722));
});

it('felt time of a log-normal is log-normal with β times the σ', () => {
  const { perceivedDuration } = run([{ id: 'a', duration: { type: 'lognormal', median: 300, sigma: 0.5 } }]);
  const mean = 900 * Math.pow(1 / 3, 0.9) * Math.exp((0.45 * 0.45) / 2);
  expectNear(perceivedDuration.mean, mean, mean * Math.sqrt(Math.exp(0.45 * 0.45) - 1));
});

it('satisfied and delighted: Φ((s − 62.5)/10) and Φ((s − 87.5)/10)', () => {
  const { satisfaction, satisfied, delighted } = run([{ id: 'a', duration: 100, affect: 5 }]);
  expect(satisfaction.sd).toBe(0);
  const share = (least: number) => 1 - normalCdf(least, satisfaction.mean, 10);
  expectShare(satisfied.mean, share(62.5));
  expectShare(delighted.mean, share(87.5));
});

it('NPS: from half a logit above satisfaction, rounded half up, 8.5 promotes and below 6.5 detracts', () => {
  const { satisfaction, nps } = run([{ id: 'a', duration: 100, affect: 5 }]);
  const odds = (Math.exp(0.5) * satisfaction.mean) / (100 - satisfaction.mean);
  const level = (100 * odds) / (1 + odds);
  const promoters = 1 - normalCdf(85, level, 10);
  const detractors = normalCdf(65, level, 10);
  const mean = promoters - detractors;
  expectNear(nps.mean, 100 * mean, 100 * Math.sqrt(promoters + detractors - mean * mean));
});

it('exponential patience: e^(−wait·hazard/mean) stay', () => {
  const wait = (conditions: object): InteractionInput => ({ id: 'w', kind: 'wait', duration: 300, wait: conditions });
  const patience = { type: 'exponential', mean: 400 } as const;
  expectShare(run([wait({})], { patience }).completed.mean, Math.exp(-0.75));
  expectShare(run([wait({ informed: true })], { patience }).completed.mean, Math.exp(-0.75 * 0.38));
});

it('failures, skips and dropouts come at their probabilities, independent of one another', () => {
  const found = run([
    { id: 'a', duration: 10, failure: { probability: 0.3, affect: -1, recovery: { probability: 0.5, affect: 1 } } },
    { id: 'b', duration: 10, skip: 0.2 },
    { id: 'c', duration: 10, dropout: 0.1 },
  ]);
  expectShare(found.failures.mean, 0.3);
  expectShare(1 - found.interactions!['b']!.reached, 0.2);
  expectShare(1 - found.completed.mean, 0.1);
  // A dropout happens uniformly along the step: half of 10 s on the average, sd 10/√12.
  const { clockDuration, left } = found.interactions!['c']!;
  const lost = (10 - clockDuration.mean) / left;
  expect(Math.abs(lost - 5)).toBeLessThan((4 * (10 / Math.sqrt(12))) / Math.sqrt(customers * left));
});

it('dependence keeps each step as it is and makes one customer’s steps go together', () => {
  const step = (id: string): InteractionInput => ({ id, duration: 10, affect: { type: 'normal', mean: 0, sd: 2 } });
  for (const rho of [0, 0.5, 1]) {
    const { meanAffect, interactions } = run([step('a'), step('b')], { dependence: { affect: rho } });
    // Variance of the mean of two: 4·(1 + ρ)/2. An estimated sd errs by sd/√(2n).
    const sd = Math.sqrt(2 * (1 + rho));
    expectNear(meanAffect.sd, sd, sd / Math.SQRT2);
    expectNear(interactions!['a']!.affect.sd, 2, 2 / Math.SQRT2);
  }
});

it('a model parameter drawn over customers: the mean of affect·weight', () => {
  // Loss aversion uniform on 1…2, X 4, R 2: Q = 1 − λ; satisfaction between, its mean the integral of 100·logistic((1 − λ)/4)
  const { overall } = simulate({
    journey: { name: 'closed', interactions: [{ id: 'a', duration: 10, affect: 2 }] },
    segments: [{ id: 'one', share: 1, expectation: 4, model: { satisfaction: { lossAversion: { type: 'uniform', min: 1, max: 2 } } } }],
    customers,
    seed: 20_250,
  });
  // ∫ logistic(−x/4) dx over 0…1 = 4·(ln 2 − ln(1 + e^(−1/4)))
  const mean = 400 * (Math.LN2 - Math.log(1 + Math.exp(-0.25)));
  const low = 100 / (1 + Math.exp(0.25));
  expectNear(overall.satisfaction.mean, mean, (50 - low) / Math.sqrt(12));
});
