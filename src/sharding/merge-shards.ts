import type { Issue } from '../errors/issue';
import { isJourneyError } from '../errors/journey-error';
import { at } from '../errors/wording';
import { throwIssues } from '../plain/issues-error';
import { numbersFromText } from '../plain/base64';
import { finish } from '../plain/work';
import { chunkSize } from '../random/stream';
import type { Asked } from '../simulation/asked';
import { JourneyLife } from '../simulation/journey-life';
import { Harvest, type Gathered } from '../simulation/ranges';
import { Stage } from '../simulation/stage';
import { askedOf } from './asked-of';
import { noParts, openParts } from './open-parts';
import type { ResultOf, Shard, ShardedResult, ShardPartial } from './types';

/**
 * Merges what the shards of one study came to: the bytes of one big run, in whatever order they arrive. Parts are looked at one after the other, and no
 * more is held than one run of the study holds: hand over a generator that reads files, and a billion customers fit.
 *
 * @param parts Partials of {@link runShard}, or their JSON texts; any iterable, in any order. What arrives twice counts once.
 * @returns what `simulate` or `compare` gives for the whole study.
 * @throws JourneyError naming every part that was altered, is of another study or another version of the library, and the shards that are missing.
 *
 * @example
 * import { compare, mergeShards, planShards, runShard } from 'peakend';
 * const call = (affect) => ({ name: 'Call', interactions: [{ id: 'talk', duration: '2 to 9 min', affect }] });
 * const study = { baseline: call(0), variants: { kinder: call(2) }, customers: 5000, seed: 1 };
 * const parts = planShards(study, { shardSize: 2048 }).map((shard) => runShard(shard));
 * JSON.stringify(mergeShards([...parts, parts[0]])) === JSON.stringify(compare(study)); // true
 */
export function mergeShards<Of extends ShardedResult>(parts: Iterable<ShardPartial<Of> | string>): ResultOf<Of> {
  const issues: Issue[] = [];
  const merging = new Merging(issues);
  for (const { partial, path } of openParts(parts, issues)) merging.add(partial, path);
  return merging.result as ResultOf<Of>;
}

/** So many missing shards are named; the rest are counted. */
const mostNamed = 10;

/** A study that comes together. */
class Merging {
  #shard: Shard | undefined;
  #asked: Asked<object, Gathered> | undefined;
  #harvest: Harvest<Gathered> | undefined;
  /** Hashes of the partials that are in, by shard. */
  readonly #known = new Map<number, string>();

  constructor(private readonly issues: Issue[]) {}

  add(partial: ShardPartial, path: string): void {
    const { issues } = this;
    const { shard, hash } = partial;
    this.#shard ??= shard;
    const known = this.#known.get(shard.index);
    if (known === hash) return;
    const numbers = numbersFromText(partial.numbers);
    if (known !== undefined || numbers === undefined) {
      const expected = known === undefined ? 'numbers as base64' : `what shard ${shard.index} came to before, ${known}`;
      issues.push({ code: 'conflict', path: known === undefined ? at(path, 'numbers') : path, expected, received: hash });
      return;
    }
    // With faults there is no result, and nothing to be added up.
    if (issues.length > 0) return;
    this.#known.set(shard.index, hash);
    try {
      this.#begin(shard).join({ numbers, columns: [] }, shard.first);
    } catch (error) {
      if (isJourneyError(error)) throw error;
      issues.push({ code: 'conflict', path: at(path, 'numbers'), expected: 'what was gathered of this study', received: 'something else' });
    }
  }

  /** Room for all of the study, at the first part of it. */
  #begin({ of, study, until }: Shard): Harvest<Gathered> {
    if (this.#harvest !== undefined) return this.#harvest;
    const asked = (this.#asked = askedOf(of, study, until));
    const harvest = new Harvest(
      asked.study,
      asked.gather,
      asked.study.journeys.map(() => new JourneyLife()),
    );
    finish(harvest.prepare(asked.study.customers, new Stage(asked.study, chunkSize)));
    return (this.#harvest = harvest);
  }

  get result(): object {
    const { issues } = this;
    const { shards } = this.#shard ?? { shards: 0 };
    if (issues.length === 0 && shards > this.#known.size) issues.push(this.#missing(shards));
    if (issues.length === 0 && shards === 0) issues.push(noParts);
    throwIssues(issues);
    return finish(this.#asked!.answer(this.#harvest!, this.#asked!.study.customers));
  }

  #missing(shards: number): Issue {
    const missing = Array.from({ length: shards }, (_, index) => index).filter((index) => !this.#known.has(index));
    const more = missing.length > mostNamed ? ` and ${missing.length - mostNamed} more` : '';
    const named = `${missing.slice(0, mostNamed).join(', ')}${more}`;
    const hint = 'run them, and hand over all parts together';
    return { code: 'missing', path: 'parts', expected: `all ${shards} shards of the study`, received: `all but ${named}`, hint };
  }
}
