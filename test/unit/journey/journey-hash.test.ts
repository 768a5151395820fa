import { expect, test } from 'vitest';
import { canonicalJson } from '../../../src/plain/canonical-json';
import { defineJourney } from '../../../src/journey/define-journey';
import { hashText, journeyHash } from '../../../src/journey/journey-hash';
import { everything, plain } from './sample-journeys';

test('the same journey has the same hash, however it was written', () => {
  const hash = journeyHash(defineJourney(everything));
  expect(hash).toMatch(/^[0-9a-f]{16}$/);
  const seconds = { ...everything, promise: 7200, extensions: { id: 7 } };
  expect(journeyHash(defineJourney(seconds))).toBe(hash);
  expect(journeyHash(defineJourney({ ...everything, cohesion: 0.81 }))).not.toBe(hash);
});

test('sorted keys, lists in order', () => {
  expect(canonicalJson({ b: [2, 1], a: { d: null, c: 'x' } })).toBe('{"a":{"c":"x","d":null},"b":[2,1]}');
});

test('sameness, not correctness: the hash does not change between versions unnoticed', () => {
  expect(hashText('')).toMatchInlineSnapshot(`"8f195fc589495488"`);
  expect(journeyHash(defineJourney(plain))).toMatchInlineSnapshot(`"bda944fe86d3711e"`);
});

test('a hundred thousand near-alike texts have a hundred thousand hashes, spread over both halves', () => {
  // 1e5 values in 64 bits meet by chance with probability 3e-10; in 32 bits about 1.2 pairs are expected (Poisson: more than 8 has p < 1e-5).
  const hashes = Array.from({ length: 100_000 }, (_, i) => hashText(`step-${i}`));
  expect(new Set(hashes).size).toBe(100_000);
  for (const half of [0, 8]) expect(new Set(hashes.map((hash) => hash.slice(half, half + 8))).size).toBeGreaterThan(100_000 - 9);
});
