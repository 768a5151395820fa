import type { Comparison, Simulation } from '../results/types';
import type { UntilPrecise } from '../simulation/types';

/** What a study asks: of one journey, or of several. */
export type ShardedResult = 'simulation' | 'comparison';

/** What shards of that kind come to. */
export type ResultOf<Of extends ShardedResult> = Of extends 'simulation' ? Simulation : Of extends 'comparison' ? Comparison : never;

/** Some customers of a study, to be lived wherever there is room: plain JSON. */
export interface Shard<Of extends ShardedResult = ShardedResult> {
  /** Always `shard`. */
  readonly kind: 'shard';
  /** What the study comes to. */
  readonly of: Of;
  /** The whole study as `simulate` or `compare` takes it, with its number of customers. */
  readonly study: Readonly<Record<string, unknown>>;
  /** How closely an outcome was to be known, where that set the number of customers. Default: the number was named. */
  readonly until?: UntilPrecise | undefined;
  /** Which of all it is, 0 … `shards` − 1. */
  readonly index: number;
  /** How many there are, 1 or more. */
  readonly shards: number;
  /** The first of its customers, in each segment: a multiple of 2,048, 0 … 1e9. */
  readonly first: number;
  /** How many customers of each segment, 1 … 1e9. */
  readonly count: number;
  /** What it was planned with: only the same library gives the same bytes. */
  readonly versions: ShardVersions;
  /** 16 hexadecimal digits over the study, `until` and `versions`: shards of one study have the same. */
  readonly studyHash: string;
  /** 16 hexadecimal digits over all of it. They tell damage, not malice. */
  readonly hash: string;
}

/** What a shard was planned with. */
export interface ShardVersions {
  /** The version of the library. */
  readonly library: string;
  /** The version of the scheme of random streams, 1 or more. */
  readonly streams: number;
}

/** What the customers of a shard came to: plain JSON, to be merged with all others of the study. */
export interface ShardPartial<Of extends ShardedResult = ShardedResult> {
  /** Always `partial`. */
  readonly kind: 'partial';
  /** The shard it came from. */
  readonly shard: Shard<Of>;
  /** What was gathered, bit for bit: numbers as base64. */
  readonly numbers: string;
  /** 16 hexadecimal digits over the shard's hash and the numbers. They tell damage, not malice. */
  readonly hash: string;
}

/** How a study is cut. */
export interface PlanShardsOptions {
  /** Customers of each segment in a shard: a multiple of 2,048, 2,048 … 1e9. Default 65,536 (judgement). The result does not depend on it. */
  readonly shardSize?: number | undefined;
}

/** How parts of a result are checked. */
export interface VerifyOptions {
  /** How many of the shards are run again, 0 … 1 of them, at least one. Default 0.05 (judgement). */
  readonly share?: number | undefined;
  /** Which ones: a text, or a whole number; `1` and `'1'` are the same. Default `verify`. */
  readonly seed?: string | number | undefined;
}

/** What came out when shards were run again. */
export interface Verification {
  /** Always `verification`. */
  readonly kind: 'verification';
  /** Whether all that were run again came to the same bytes. */
  readonly same: boolean;
  /** How many shards there are. */
  readonly shards: number;
  /** Which of them were run again, by index. */
  readonly checked: readonly number[];
  /** Which of those came to something else, by index. */
  readonly differing: readonly number[];
}
