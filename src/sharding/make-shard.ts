import { hashText } from '../journey/journey-hash';
import { canonicalJson } from '../plain/canonical-json';
import { streamSchemeVersion } from '../random/root-key';
import { libraryVersion } from '../version';
import type { Shard, ShardedResult, ShardPartial, ShardVersions } from './types';

/** What this library gives its shards. */
export const shardVersions: ShardVersions = { library: libraryVersion, streams: streamSchemeVersion };

export function studyHashOf({ of, study, until, versions }: Pick<Shard, 'of' | 'study' | 'until' | 'versions'>): string {
  return hashText(canonicalJson({ of, study, versions, ...(until === undefined ? {} : { until }) }));
}

/** The study is told by its own hash. */
export function shardHashOf({ studyHash, index, shards, first, count }: Omit<Shard, 'hash'>): string {
  return hashText(`shard ${studyHash} ${index} ${shards} ${first} ${count}`);
}

export function partialHashOf({ shard, numbers }: Omit<ShardPartial, 'hash'>): string {
  return hashText(`partial ${shard.hash} ${numbers}`);
}

export function partialOf<Of extends ShardedResult>(shard: Shard<Of>, numbers: string): ShardPartial<Of> {
  return Object.freeze({ kind: 'partial', shard, numbers, hash: partialHashOf({ kind: 'partial', shard, numbers }) } as const);
}
