import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { compare } from '../../../src/comparison/compare';
import { clinic, people } from './clinic-study';

/*
 * Sameness, not correctness: these bytes change only on purpose, and the change note says what they were before.
 * One study with a bit of everything: every kind of step, drawn parameters, leaving, failing, choosing.
 */

it('one study in two journeys', () => {
  const verdict = compare({
    baseline: clinic,
    variants: {
      calmer: { ...clinic, interactions: clinic.interactions.map((step) => (step.id === 'queue' ? { ...step, affect: 1 } : step)) },
    },
    segments: people,
    customers: 2500,
    seed: 'golden',
    keep: 'all',
  });
  const { overall, segments: each, kept } = verdict.baseline;
  const hash = (value: unknown) => createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16);
  // How sure a mean is said to be may be said better without a number moving: it has a hash of its own.
  const doubts = ['interval', 'doubt', 'promoters', 'passives', 'detractors'];
  const numbers = (value: unknown): unknown =>
    JSON.parse(JSON.stringify(value, (key, own: unknown) => (doubts.includes(key) ? undefined : own)));
  expect({
    kept: hash(kept),
    numbers: hash(numbers([overall, each])),
    summaries: hash([overall, each]),
    differences: hash(verdict.variants.calmer.overall.satisfaction.difference),
  }).toEqual({ kept: 'a74c2aedef2a2e76', numbers: '85b3137ca9b39ebe', summaries: 'd1768b7f8e446816', differences: 'b2102ec42b42fed0' });
  expect(overall.satisfaction.mean).toBe(49.91029136866912);
});
