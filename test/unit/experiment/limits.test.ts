import { toText } from 'peakend';
import { expect, it } from 'vitest';
import { experiment } from '../../../src/experiment/experiment';

const journey = { name: 'Visit', interactions: [{ id: 'talk', duration: 60 }] };
const base = { conditions: { a: { journey } }, measure: 'rating', customers: 1 };
const many = (of: unknown): object => Object.fromEntries(Array.from({ length: 10_001 }, (_, index) => [`n${index}`, of]));
const own = (key: string, of: unknown): unknown => JSON.parse(`{"${key}":${JSON.stringify(of)}}`);
const correlation = (wanted: unknown): object => ({ measure: { correlation: 'satisfaction', with: wanted } });
const choice = (journeys: unknown): object => ({ measure: 'choice', conditions: { a: { journeys } } });

it.each([
  ['holes', choice(new Array(5)), 'invalid-type', 'conditions.a.journeys[0]'],
  ['too many journeys', choice(new Array(1e9)), 'too-large', 'conditions.a.journeys'],
  ['too many named journeys', choice(many(journey)), 'too-large', 'conditions.a.journeys'],
  ['too many conditions', { conditions: many({ journey }) }, 'too-large', 'conditions'],
  ['too many contrasts', { contrasts: many({}) }, 'too-large', 'contrasts'],
  ['too many outcomes', correlation(new Array(1e9)), 'too-large', 'measure.with'],
  ['holes among outcomes', correlation(new Array(2)), 'invalid-type', 'measure.with'],
  ['a null seed', { seed: null }, 'invalid-type', 'seed'],
  ['null segments', { segments: null }, 'invalid-type', 'segments'],
  ['null segments of a condition', { conditions: { a: { journey, segments: null } } }, 'invalid-type', 'conditions.a.segments'],
  ...['__proto__', 'constructor', 'prototype'].flatMap((key): [string, object, string, string][] => [
    [`contrast ${key}`, { contrasts: own(key, { of: 'a', versus: 'a' }) }, 'forbidden-key', `contrasts.${key}`],
    [`journey ${key}`, choice(own(key, journey)), 'forbidden-key', `conditions.a.journeys.${key}`],
  ]),
] as [string, object, string, string][])('experiment refuses %s', (_why, faulty, code, path) => {
  let issues: readonly unknown[] = [];
  try {
    experiment({ ...base, ...faulty } as never);
  } catch (error) {
    issues = (error as { issues: readonly unknown[] }).issues;
  }
  expect(issues).toContainEqual(expect.objectContaining({ code, path }));
});

it('tells in words how contrasts came out, also where nothing else was published', () => {
  const better = { journey: { ...journey, interactions: [{ id: 'talk', duration: 60, affect: 2 }] } };
  const contrasts = {
    near: { of: 'b', versus: 'a', observed: { value: 2, interval: [1, 3] } },
    far: { of: 'b', versus: 'a', observed: { value: 5, interval: [4, 6] } },
  };
  const found = experiment({ conditions: { a: { journey }, b: better }, contrasts, measure: 'rating', customers: 1, seed: 1 } as never);
  expect(toText(found)).toContain('Of the contrasts 1 of 2 within the observed interval.');
});
