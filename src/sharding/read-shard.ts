import type { Issue } from '../errors/issue';
import { at, quote, unfit } from '../errors/wording';
import { parsed } from '../journey/from-json';
import { guardPlain, standardLimits, type GuardLimits } from '../plain/guard-plain';
import { openAt, peek } from '../plain/plain-object';
import { prefixIssues } from '../plain/prefix-issues';
import { readRecord } from '../plain/reading';
import { samePlain } from '../plain/same-plain';
import { isJourneyError } from '../errors/journey-error';
import { mostCustomers } from '../simulation/read-study';
import { partialHashOf, shardHashOf, shardVersions, studyHashOf } from './make-shard';
import type { Shard, ShardPartial } from './types';

const shardKeys = ['kind', 'of', 'study', 'until', 'index', 'shards', 'first', 'count', 'versions', 'studyHash', 'hash'] as const;
const partialKeys = ['kind', 'shard', 'numbers', 'hash'] as const;

/** Several journeys stand in a study, each of which is held to its own limits by its door. */
const limits: GuardLimits = {
  ...standardLimits,
  values: 100_000_000,
  extensions: 1_000_000,
  counted: { ...standardLimits.counted, most: 1_000_000 },
};

/** A shard from outside, as an object or as JSON text: whole, unaltered, and of this library; or what is wrong with it. `known`: one of the same study. */
export function readShard(given: unknown, path: string, issues: Issue[], known?: Shard): Shard | undefined {
  const before = issues.length;
  const fields = read(given, path, 'a shard of planShards', issues);
  if (fields === undefined) return undefined;
  const { data, issue } = guardPlain(fields, limits);
  if (issue !== undefined) {
    issues.push(...prefixIssues([issue], path));
    return undefined;
  }
  const shard = data as Shard;
  const record = readRecord(shard, path, issues, 'a shard', shardKeys)!;
  if (shard.kind !== 'shard') record.fault('kind', "'shard'", { hint: 'hand over what planShards gave' });
  record.oneOf('of', ['simulation', 'comparison']);
  record.record('study', 'a study');
  const most = { min: 0, max: mostCustomers };
  for (const key of ['index', 'shards', 'first', 'count'] as const) record.whole(key, most);
  if (issues.length > before) return undefined;
  if (!samePlain(shard.versions, shardVersions)) {
    const hint = 'plan and run all shards of a study with one version of the library';
    const expected = `those of this library, ${said(shardVersions)}`;
    issues.push({ code: 'conflict', path: at(path, 'versions'), expected, received: said(shard.versions), hint });
    return undefined;
  }
  const isKnown = known !== undefined && known.studyHash === shard.studyHash && samePlain(known.study, shard.study);
  const hash = isKnown && known.of === shard.of && samePlain(known.until, shard.until) ? known.studyHash : studyHashOf(shard);
  if (shard.studyHash !== hash) altered(shard.studyHash, at(path, 'studyHash'), 'study', issues);
  else if (shard.hash !== shardHashOf(shard)) altered(shard.hash, at(path, 'hash'), 'shard', issues);
  else if (known !== undefined && (!isKnown || shard.shards !== known.shards)) {
    const expected = `a part of the same study, cut the same way: ${known.studyHash} in ${known.shards}`;
    issues.push({ code: 'conflict', path, expected, received: `${shard.studyHash} in ${shard.shards}` });
  }
  if (issues.length > before) return undefined;
  return isKnown ? { ...shard, study: known.study } : shard;
}

/** What {@link runShard} gave, from outside; as {@link readShard}. */
export function readPartial(given: unknown, path: string, issues: Issue[], known?: Shard): ShardPartial | undefined {
  const before = issues.length;
  const fields = read(given, path, 'a partial of runShard', issues);
  if (fields === undefined) return undefined;
  const record = readRecord(fields, path, issues, 'a partial', partialKeys)!;
  const { numbers, hash } = fields;
  if (fields['kind'] !== 'partial') record.fault('kind', "'partial'", { hint: 'hand over what runShard gave' });
  if (typeof numbers !== 'string') record.fault('numbers', 'numbers as base64');
  if (issues.length > before) return undefined;
  const shard = readShard(fields['shard'], at(path, 'shard'), issues, known);
  if (shard === undefined) return undefined;
  const partial = { kind: 'partial' as const, shard, numbers: numbers as string };
  if (hash === partialHashOf(partial)) return { ...partial, hash };
  altered(hash, at(path, 'hash'), 'partial', issues);
  return undefined;
}

function read(given: unknown, path: string, expected: string, issues: Issue[]): Readonly<Record<string, unknown>> | undefined {
  try {
    return openAt(parsed(given), path, expected, issues);
  } catch (error) {
    if (!isJourneyError(error)) throw error;
    const hint = 'it may have been cut off: fetch it again';
    issues.push(unfit(given, path, `${expected}, or its JSON`, { code: 'invalid-text', hint }));
    return undefined;
  }
}

function altered(hash: unknown, path: string, what: string, issues: Issue[]): void {
  const hint = 'it was altered or damaged on the way: fetch it again, or run it again';
  issues.push({ code: 'conflict', path, expected: `the hash of what is in the ${what}`, received: quote(hash), hint });
}

function said(versions: unknown): string {
  return `library ${quote(peek(versions, 'library'))}, streams ${quote(peek(versions, 'streams'))}`;
}
