import { describe, expect, it } from 'vitest';
import { compare } from '../../../src/comparison/compare';
import { averaging } from '../../../src/model/memory';
import { redesign } from '../../../src/redesign/redesign';
import { move } from '../../../src/redesign/edits/move';
import { mergeShards } from '../../../src/sharding/merge-shards';
import { planShards } from '../../../src/sharding/plan-shards';
import { runShard } from '../../../src/sharding/run-shard';
import { partialOf } from '../../../src/sharding/make-shard';
import { verify } from '../../../src/sharding/verify';
import { writtenNumbers } from '../../../src/simulation/range-errand';
import { simulate } from '../../../src/simulation/simulate';
import { clinic, people } from '../simulation/clinic-study';

const study = { journey: clinic, segments: people, customers: 9000, seed: 'shards', population: 50_000 };
const { journey: _, ...settings } = study;
const compared = { ...settings, baseline: clinic, variants: { calmer: redesign(clinic, [move('leave', { to: 'start' })]), same: clinic } };
const shuffled = <Item>(items: readonly Item[]): Item[] =>
  items
    .map((item, index) => ({ item, turn: (index * 7 + 3) % 11 }))
    .sort((a, b) => a.turn - b.turn)
    .map(({ item }) => item);
const text = (value: unknown): string => JSON.stringify(value);

describe('shards', () => {
  it.each([2048, 4096, 6144, 65_536])(
    'of %d customers come to the bytes of one run, in any order, through JSON, with some twice',
    (shardSize) => {
      const parts = planShards(study, { shardSize }).map((shard) => text(runShard(text(shard))));
      expect(parts).toHaveLength(Math.ceil(9000 / shardSize));
      expect(text(mergeShards<'simulation'>(shuffled([...parts, parts[0]!])))).toBe(text(simulate(study)));
    },
  );

  it('of a comparison come to the bytes of one comparison', () => {
    const parts = planShards({ ...compared, margin: 0.5 }, { shardSize: 2048 }).map((shard) => runShard(shard));
    expect(text(mergeShards(shuffled(parts)))).toBe(text(compare({ ...compared, margin: 0.5 })));
  });

  it.each([
    ['a few outcomes', { ...study, outcomes: ['satisfaction', 'nps'] as const }],
    ['raw columns', { ...study, keep: 'all' as const }],
    ['until', { ...study, customers: undefined, until: { outcome: 'satisfaction', halfWidth: 0.4, max: 12_000 } as const }],
    ['until, bounded', { ...study, customers: undefined, until: { outcome: 'satisfaction', halfWidth: 0.001, max: 4100 } as const }],
    ['no seed', { ...study, seed: undefined }],
    ['one customer', { ...study, customers: 1 }],
    ['a model of its own', { ...study, model: { memory: averaging, satisfaction: { slow: 4 } } }],
    ['a journey alone', { journey: clinic, customers: 5000, seed: 1 }],
  ])('hold for %s', (_what, one) => {
    const parts = planShards(one, { shardSize: 2048 }).map((shard) => runShard(shard));
    expect(text(mergeShards(shuffled(parts)))).toBe(text(simulate(one)));
  });

  it('hold where values are only counted', () => {
    const interactions = [
      { id: 'queue', duration: 60, dropout: 0.1 },
      { id: 'desk', duration: 60, affect: { type: 'normal', mean: 1, sd: 2 } as const },
    ];
    const outcomes = ['satisfaction', 'completed'] as const;
    const large = { journey: { name: 'Large', interactions }, customers: 1_050_000, seed: 1, outcomes };
    const parts = planShards(large, { shardSize: 2048 * 100 }).map((shard) => runShard(shard));
    expect(text(mergeShards(shuffled(parts)))).toBe(text(simulate(large)));
  });

  it('are frozen, and small where values are only counted', () => {
    const [shard] = planShards(study, { shardSize: 2048 });
    expect(Object.isFrozen(shard)).toBe(true);
    expect(Object.isFrozen(shard!.study)).toBe(true);
    expect(Object.isFrozen(runShard(shard!))).toBe(true);
  });

  it('whose numbers no text can hold are told which size would do', () => {
    // The text of 6 bytes takes 8 characters; the memory is never touched.
    const numbers = new Float64Array(60_000_000);
    expect(() => writtenNumbers(numbers, 65_536, 'shard.count')).toThrow(
      'shard.count: expected at most 51200, whose numbers one text can hold, received 65536 customers with 60000000 numbers — ' +
        'plan shards with shardSize: 51200, or ask for fewer outcomes, or segments in studies of their own',
    );
    expect(() => writtenNumbers(numbers, 2048, 'shard.count')).toThrow(/numbers that one text can hold.* — ask for fewer outcomes/);
  });
});

describe('verify', () => {
  const parts = planShards(study, { shardSize: 2048 }).map((shard) => runShard(shard));

  it('finds the same bytes, and says which it looked at', () => {
    const found = verify(parts, { share: 0.4, seed: 3 });
    expect(found).toMatchObject({ kind: 'verification', same: true, shards: 5, differing: [] });
    expect(found.checked).toHaveLength(2);
    expect(verify(parts.map(text), { share: 0.4, seed: 3 })).toEqual(found);
  });

  it('finds what was forged with a hash of its own', () => {
    const other = planShards({ ...study, seed: 'other' }, { shardSize: 2048 }).map((shard) => runShard(shard))[1]!;
    const forged = partialOf(parts[1]!.shard, other.numbers);
    expect(
      verify(
        parts.map((part, index) => (index === 1 ? forged : part)),
        { share: 1 },
      ),
    ).toMatchObject({ same: false, differing: [1] });
  });

  it('says what it needs of a result', () => {
    expect(() => verify(simulate(study) as never)).toThrow(/a result alone does not hold the partials/);
  });
});
