import { describe, expect, it } from 'vitest';
import { earthMoved, logScoreOf, massWithin, meanOf, quantileIn, sampleOf, scoresAt, varianceOf } from '../../../src/surveys/proper-scores';
import { normals } from './known-survey';

describe('proper scores', () => {
  it('of a forecast are what the definition says, value by value', () => {
    const sample = sampleOf([1, 2, 2, 5, 3], [1, 1, 2, 0.5, 3]);
    const pairs = (f: (x: number, w: number) => number): number => sample.values.reduce((sum, x, i) => sum + f(x, sample.weights[i]!), 0);
    const answers = [0, 1, 2.5, 5, 9];
    const slow = answers.map((y) => pairs((x, w) => w * Math.abs(x - y)) - pairs((x, w) => pairs((z, v) => w * v * Math.abs(x - z))) / 2);
    scoresAt(sample, Float64Array.from(answers)).forEach((score, index) => expect(score).toBeCloseTo(slow[index]!, 12));
  });

  it('of yes and no are Brier’s', () => {
    const [no, yes] = scoresAt(sampleOf([0, 1], [0.3, 0.7]), Float64Array.of(0, 1));
    expect(no).toBeCloseTo(0.49, 12);
    expect(yes).toBeCloseTo(0.09, 12);
  });

  it('of a normal forecast are those of its closed form', () => {
    const sample = sampleOf(normals(1, 'crps', 40_000));
    // Gneiting & Raftery: σ(z(2Φ(z) − 1) + 2φ(z) − 1/√π).
    const [atZero, atOne] = scoresAt(sample, Float64Array.of(0, 1));
    expect(atZero).toBeCloseTo(0.2337, 2);
    expect(atOne).toBeCloseTo(0.6024, 2);
  });

  it('are least for the truth: too sure and too unsure both cost', () => {
    const truth = sampleOf([1, 2, 3, 4, 5], [0.05, 0.1, 0.3, 0.35, 0.2]);
    const score = (weights: readonly number[]): number =>
      scoresAt(sampleOf([1, 2, 3, 4, 5], weights), truth.values).reduce((sum, one, i) => sum + one * truth.weights[i]!, 0);
    const honest = score([...truth.weights]);
    expect(score([0, 0, 0, 1, 0])).toBeGreaterThan(honest + 0.05);
    expect(score([0.2, 0.2, 0.2, 0.2, 0.2])).toBeGreaterThan(honest + 0.01);
    expect(score([0.04, 0.1, 0.3, 0.36, 0.2])).toBeGreaterThan(honest);
  });

  it('move earth', () => {
    expect(earthMoved(sampleOf([0, 10]), sampleOf([0, 10]))).toBe(0);
    expect(earthMoved(sampleOf([0, 10]), sampleOf([5]))).toBe(5);
    expect(earthMoved(sampleOf([1, 2, 3]), sampleOf([4, 5, 6]))).toBeCloseTo(3, 12);
  });

  it('know means, quantiles, masses, and that nothing is impossible', () => {
    const sample = sampleOf([3, 1, 1, 2]);
    expect([meanOf(sample), varianceOf(sample)]).toEqual([1.75, 0.6875]);
    expect([quantileIn(sample, 0.5), quantileIn(sample, 0.51), quantileIn(sample, 1)]).toEqual([1, 2, 3]);
    expect(massWithin(sample, 1.5, 3)).toBe(0.5);
    expect(logScoreOf(sampleOf([1]), sampleOf([2]), 1000, 5)).toBeCloseTo(Math.log(0.5 / 1002.5), 10);
  });
});
