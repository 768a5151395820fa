import type { Issue } from '../errors/issue';
import type { JourneyInput } from '../journey/types';
import { checkKeys } from '../plain/check-keys';
import { reading } from '../plain/reading';
import type { Requested } from '../results/types';
import { ColumnCache } from '../sampling/column-cache';
import { throwIssues } from '../plain/issues-error';
import { openInput, readStudy } from '../simulation/read-study';
import { finish } from '../simulation/run-study';
import { presentSimulation } from '../simulation/simulate';
import { simulateWork } from '../simulation/simulate-work';
import type { SegmentsOrIds, SimulationOf, Study } from '../simulation/types';
import { comparisonKeys, compareWork, presentComparison, readComparison } from './compare';
import type { CompareInput, ComparisonOf } from './compare-types';

/** What {@link createSimulator} gives: a study with everything in it but the journey. */
export interface Simulator<Segments extends SegmentsOrIds, Name extends Requested> {
  /** The bytes that `simulate({ …study, journey })` would give. */
  simulate(journey: JourneyInput): SimulationOf<Segments, Name>;
  /** The bytes that `compare({ …study, baseline, variants, margin })` would give. */
  compare<Variant extends string>(
    input: Pick<CompareInput<Segments, Variant, Name>, 'baseline' | 'variants' | 'margin'>,
  ): ComparisonOf<Segments, Variant, Name>;
  /** Bytes of drawn columns kept at the moment; never more than `maxBytes`. */
  readonly bytes: number;
}

/** How a simulator works. */
export interface SimulatorOptions {
  /** How much memory drawn columns may take, in bytes, 0 or more (a column takes 8 bytes a customer). Default 256 MiB (judgement). */
  readonly maxBytes?: number | undefined;
}

const defaultMaxBytes = 256 * 1024 * 1024;

/**
 * A study to be asked again and again, by an editor in which a journey is dragged about: what was drawn for one version is kept, so the
 * next one only has to be lived. What it answers is what `simulate` and `compare` answer, byte for byte.
 *
 * @param study As for `simulate`, without the journey.
 * @param options `maxBytes`: how much memory drawn columns may take (a column takes 8 bytes a customer). Default 256 MiB (judgement); what
 * has not been used for longest goes first.
 * @throws JourneyError when the study itself is faulty; `simulate` and `compare` throw for their journeys.
 *
 * @example
 * import { createSimulator } from 'peakend';
 * const editor = createSimulator({ customers: 1000, seed: 1, outcomes: ['satisfaction', 'clockDuration'] });
 * editor.simulate({ name: 'Call', interactions: [{ id: 'talk', duration: 300, affect: 2 }] }).overall.clockDuration.mean; // 300
 */
export function createSimulator<const Segments extends SegmentsOrIds = 'everyone', Name extends Requested = Requested>(
  study: Study<Segments, Name>,
  options: SimulatorOptions = {},
): Simulator<Segments, Name> {
  const settings = reading(options, ['maxBytes']);
  const { maxBytes = defaultMaxBytes } = settings.written;
  const isSize = typeof maxBytes === 'number' && maxBytes >= 0;
  if (!isSize) settings.fault('maxBytes', 'a number of bytes, 0 or more', { code: 'out-of-range', params: { min: 0 } });
  settings.finish();
  // The study is checked now, with no journey yet; what responses refer to is checked with each journey.
  const written = openInput(study, []);
  const { segments, model } = readStudy(written, [], []);
  // All of it copies: what the caller does to the study afterwards changes nothing.
  const fixed = { ...written, segments, model };
  const cache = new ColumnCache(maxBytes as number);
  return {
    simulate(journey) {
      const resolved = readStudy({ ...fixed, journey }, [{ path: 'journey', value: journey }], ['journey']);
      return presentSimulation(finish(simulateWork(resolved, cache).work)) as unknown as SimulationOf<Segments, Name>;
    },
    compare(input) {
      const written = openInput(input, comparisonKeys);
      const issues: Issue[] = [];
      checkKeys(written, comparisonKeys, '', issues);
      throwIssues(issues);
      const parts = readComparison({ ...fixed, ...written });
      return presentComparison(finish(compareWork(parts, cache).work)) as never;
    },
    get bytes() {
      return cache.bytes;
    },
  };
}
