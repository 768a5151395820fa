import { expect, test } from 'vitest';
import { compare } from '../../../src/comparison/compare';
import { journeyFromRows } from '../../../src/journey/journey-from-rows';
import { ratingCautions } from '../../../src/simulation/cautions/ratings';
import { simulate } from '../../../src/simulation/simulate';
import type { Journey } from '../../../src/journey/types';

function rated(feelings: readonly unknown[], options: object = {}): Journey {
  const rows = feelings.map((feeling, i) => ({ id: `s${i}`, minutes: 1, feeling }));
  return journeyFromRows(rows, { name: 'Call', ...options });
}

test.each([[[1, 5]], [[2, 3, 3]], [[1, 2.5, 4, 5]], [[5, 5, 5]], [[3, '4', null, '2']], [[1, 1, 2, 1, null]]])(
  'feelings %o look like ratings',
  (feelings) => {
    const found = simulate({ journey: rated(feelings), customers: 100, seed: 1 }).cautions.filter(
      ({ code }) => code === 'ratings-as-affect',
    );
    expect(found.map(({ path }) => path)).toEqual(['interactions']);
    expect(found[0]!.message).toMatch(/name their scale.*scale: \[1, 5\]/);
  },
);

test.each([[[0, 4, 5]], [[2, 3]], [[-1, 2, 3, 4]], [[2, 3, 6]], [[1.2, 3, 4]], [[2, 3, 4, null, null, null]], [[null, null, null]], [[1]]])(
  'feelings %o do not',
  (feelings) => expect(ratingCautions(rated(feelings))).toEqual([]),
);

test('a named scale leaves nothing to doubt, and neither do lines and distributions', () => {
  expect(ratingCautions(rated([1, 2, 4, 5], { scale: [1, 7] }))).toEqual([]);
  const affect = { type: 'normal', mean: 2, sd: 1 } as const;
  expect(ratingCautions(rated([1, 2, affect, 5]))).toEqual([]);
  expect(ratingCautions(rated([1, 2, { start: 2, end: 3 }, 5]))).toEqual([]);
});

test('a comparison says it once where baseline and variant agree, and at the variant where only that one is rated', () => {
  const found = (baseline: Journey, variant: Journey): string[] =>
    compare({ baseline, variants: { variant }, customers: 100, seed: 1 })
      .cautions.filter(({ code }) => code === 'ratings-as-affect')
      .map(({ path }) => path);
  expect(found(rated([1, 4, 5]), rated([1, 5, 4]))).toEqual(['interactions']);
  expect(found(rated([0, 4, 5]), rated([1, 5, 4]))).toEqual(['variants.variant.interactions']);
});
