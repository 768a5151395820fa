import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { JourneyError } from '../../../src/errors/journey-error';
import { canonicalJson } from '../../../src/plain/canonical-json';
import { mergeShards } from '../../../src/sharding/merge-shards';
import { partialOf } from '../../../src/sharding/make-shard';
import { planShards } from '../../../src/sharding/plan-shards';
import { runShard } from '../../../src/sharding/run-shard';
import { clinic, people } from '../simulation/clinic-study';

const seed = 20_261_129;
const study = { journey: clinic, segments: people, customers: 6000, seed: 'damage', outcomes: ['satisfaction'] as const };
const shards = planShards(study, { shardSize: 2048 });
const parts = shards.map((shard) => JSON.stringify(runShard(shard)));
const other = planShards({ ...study, seed: 'other' }, { shardSize: 2048 }).map((shard) => runShard(shard));

/** The paths of what is wrong. */
function faults(run: () => unknown): string[] {
  try {
    run();
  } catch (error) {
    if (error instanceof JourneyError) return error.issues.map(({ path }) => path);
    throw error;
  }
  return [];
}

/** Whether two texts hold the same data: a last digit too many is none. */
function isSame(a: string, b: string): boolean {
  try {
    return canonicalJson(JSON.parse(a)) === canonicalJson(JSON.parse(b));
  } catch {
    return false;
  }
}

describe(`partials that were damaged on the way (seed ${seed})`, () => {
  it('are refused by name: one bit of one character', () => {
    const flip = fc.record({ index: fc.nat(2), place: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), bit: fc.nat(6) });
    fc.assert(
      fc.property(flip, ({ index, place, bit }) => {
        const text = parts[index]!;
        const at = Math.floor(place * text.length);
        const flipped = text.slice(0, at) + String.fromCharCode(text.charCodeAt(at) ^ (1 << bit)) + text.slice(at + 1);
        const found = faults(() => mergeShards(parts.map((part, own) => (own === index ? flipped : part))));
        if (!isSame(flipped, text)) expect(found.some((path) => path.startsWith(`parts[${index}]`))).toBe(true);
        else expect(found).toEqual([]);
      }),
      { seed, numRuns: 250 },
    );
  });

  it('are refused by name: cut off', () => {
    fc.assert(
      fc.property(fc.nat(2), fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (index, place) => {
        const cut = parts[index]!.slice(0, Math.floor(place * parts[index]!.length));
        expect(faults(() => mergeShards(parts.map((part, own) => (own === index ? cut : part))))).toEqual([`parts[${index}]`]);
      }),
      { seed, numRuns: 100 },
    );
  });

  it('are refused by name: a key gone, or a value of another kind', () => {
    const values = [undefined, null, 0, -1, 1e300, NaN, '', 'x', [], {}, true, () => 1];
    const keys = fc.constantFrom('kind', 'shard', 'numbers', 'hash');
    const inner = fc.constantFrom('kind', 'of', 'study', 'index', 'shards', 'first', 'count', 'versions', 'studyHash', 'hash', 'until');
    fc.assert(
      fc.property(
        fc.oneof(
          keys,
          inner.map((key) => `shard.${key}`),
        ),
        fc.constantFrom(...values),
        (path, value) => {
          const part = JSON.parse(parts[1]!) as Record<string, Record<string, unknown>>;
          const [key, within] = path.split('.') as [string, string?];
          const before = within === undefined ? part[key] : part[key]![within];
          if (within === undefined) (part as Record<string, unknown>)[key] = value;
          else part[key]![within] = value;
          const found = faults(() => mergeShards([parts[0]!, part as never, parts[2]!]));
          if (value === before) expect(found).toEqual([]);
          else expect(found.some((fault) => fault.startsWith('parts[1]'))).toBe(true);
        },
      ),
      { seed, numRuns: 200 },
    );
  });

  it('of another study, cut otherwise, or planned with another version', () => {
    expect(faults(() => mergeShards([parts[0]!, other[1]!, parts[2]!]))).toEqual(['parts[1].shard']);
    const larger = planShards(study, { shardSize: 4096 }).map((shard) => runShard(shard));
    expect(faults(() => mergeShards([parts[0]!, parts[1]!, larger[1]!]))).toEqual(['parts[2].shard']);
    const old = { ...shards[0]!, versions: { library: '0.0.9', streams: 1 } };
    expect(faults(() => runShard(old))).toEqual(['shard.versions']);
  });

  it('say which shards are missing, and count twins once', () => {
    expect(() => mergeShards([parts[2]!, parts[2]!])).toThrow(/all 3 shards of the study.*all but 0, 1/);
    expect(faults(() => mergeShards([]))).toEqual(['parts']);
    expect(faults(() => mergeShards(7 as never))).toEqual(['parts']);
    expect(faults(() => mergeShards('[]' as never))).toEqual(['parts']);
  });

  it('say when two of them claim to be the same shard', () => {
    const forged = partialOf(shards[1]!, other[1]!.numbers);
    expect(faults(() => mergeShards([...parts, forged]))).toEqual(['parts[3]']);
    const odd = partialOf(shards[1]!, parts[0]!.slice(0, 80));
    expect(faults(() => mergeShards([parts[0]!, odd, parts[2]!]))).toEqual(['parts[1].numbers']);
    const short = partialOf(shards[1]!, 'AAAAAAAAAAA=');
    expect(faults(() => mergeShards([parts[0]!, short, parts[2]!]))).toEqual(['parts[1].numbers']);
  });
});

describe('what cannot be cut', () => {
  it('is refused with the reason', () => {
    const own = { ...study, model: { memory: () => 0 } };
    expect(() => planShards(own as never)).toThrow(/model\.memory: expected a memory model that can be written down/);
    expect(() => planShards(study, { shardSize: 3000 })).toThrow(/shardSize: expected a multiple of 2048.*4096 is one/);
    expect(() => planShards({ ...study, customers: 0 })).toThrow(/customers/);
    expect(() => planShards(null as never)).toThrow(JourneyError);
  });
});
