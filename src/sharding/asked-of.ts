import { comparisonOf, readComparison } from '../comparison/compare';
import type { Asked } from '../simulation/asked';
import { openInput, readStudy, type ResolvedStudy } from '../simulation/read-study';
import type { Gathered } from '../simulation/ranges';
import { simulationOf } from '../simulation/simulate-work';
import type { Shard, ShardedResult } from './types';

/** What a written study asks, read by the door it is written for. `until`: what set its number of customers. */
export function askedOf(of: ShardedResult, given: unknown, until?: Shard['until']): Asked<object, Gathered> {
  const settled = (study: ResolvedStudy): ResolvedStudy =>
    until === undefined ? study : { ...study, until: until as ResolvedStudy['until'] };
  if (of === 'comparison') {
    const parts = readComparison(given);
    return comparisonOf({ ...parts, study: settled(parts.study) }) as unknown as Asked<object, Gathered>;
  }
  const written = openInput(given, ['journey']);
  const study = readStudy(written, [{ path: 'journey', value: written['journey'] }], ['journey']);
  return simulationOf(settled(study)) as unknown as Asked<object, Gathered>;
}
