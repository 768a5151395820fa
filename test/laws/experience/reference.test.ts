import fc from 'fast-check';
import { expect, it } from 'vitest';
import { anyStudy } from '../../reference/any-study';
import { disagreements } from '../../reference/disagreements';

const seed = 20_250;
const runs = 300;

it(`agrees with the reference, customer by customer, on ${runs} random studies of seed ${seed}`, () => {
  fc.assert(
    fc.property(anyStudy, (study) => {
      expect(disagreements(study, 1e-9)).toEqual([]);
    }),
    { seed, numRuns: runs },
  );
});
