import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compare, compareAsync } from '../../../src/comparison/compare';
import { isJourneyError } from '../../../src/errors/journey-error';
import { mergeShards } from '../../../src/sharding/merge-shards';
import { planShards } from '../../../src/sharding/plan-shards';
import { runShard } from '../../../src/sharding/run-shard';
import { simulate, simulateAsync } from '../../../src/simulation/simulate';
import { anyStudy } from '../../reference/any-study';
import { backwards } from '../../unit/elsewhere/runners';

const seed = 1_129;
const runs = 25;
const text = (value: unknown): string => JSON.stringify(value);

const queue = backwards();

it(`any study comes to the same bytes by shards and by a runner: ${runs} random studies of seed ${seed}`, async () => {
  await fc.assert(
    fc.asyncProperty(anyStudy, fc.constantFrom(1, 2048, 5000), fc.nat(3), async (one, customers, turn) => {
      const study = { ...one, customers };
      let result;
      try {
        result = text(simulate(study));
      } catch (error) {
        // Studies that cannot be, cannot be cut either.
        fc.pre(!isJourneyError(error));
        throw error;
      }
      const parts = planShards(study, { shardSize: 2048 }).map((shard) => text(runShard(text(shard))));
      expect(text(mergeShards([...parts.slice(turn), ...parts.slice(0, turn)]))).toBe(result);
      expect(text(await simulateAsync(study, { runner: queue }))).toBe(result);
      const { journey, ...settings } = study;
      const variant = { ...journey, interactions: [...journey.interactions].reverse() };
      const compared = { ...settings, baseline: journey, variants: { variant } };
      let verdict;
      try {
        verdict = text(compare(compared));
      } catch (error) {
        if (isJourneyError(error)) return;
        throw error;
      }
      expect(text(await compareAsync(compared, { runner: queue }))).toBe(verdict);
    }),
    { seed, numRuns: runs },
  );
}, 120_000);
