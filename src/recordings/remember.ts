import { compileMemory } from '../experience/compile-memory';
import { Curve } from '../experience/living/curve';
import { beginningOf } from '../experience/memory/ends';
import { Remembering } from '../experience/memory/remember';
import { trendOf } from '../experience/memory/trend';
import { ModelSlots } from '../experience/model-slots';
import type { Issue } from '../errors/issue';
import { defaultModel } from '../model/defaults';
import { modelParameters } from '../model/parameters';
import { readModel } from '../model/read-model';
import type { CustomMemory, MemoryModel, MemoryModelInput } from '../model/types';
import { throwIssues } from '../plain/issues-error';
import { reading } from '../plain/reading';
import { ColumnPlan } from '../sampling/column-plan';
import { checkRecordings } from './read-recordings';
import type { Recordings } from './types';

/** What a memory makes of recordings: one number for each recording in every column, on the scale of affect unless said otherwise. */
export interface Remembered {
  /** Remembered utility, R. */
  readonly remembered: Float64Array;
  /** The peak, as the memory takes it; of a memory without one as the default takes it. */
  readonly peak: Float64Array;
  /** The worst and the best of which it is made. */
  readonly worst: Float64Array;
  readonly best: Float64Array;
  /** The end, as the memory takes it. */
  readonly end: Float64Array;
  /** The first value. */
  readonly beginning: Float64Array;
  /** The time-weighted mean. */
  readonly mean: Float64Array;
  /** What affect gains from one end to the other, by a straight line. */
  readonly trend: Float64Array;
  /** How long it took, seconds. */
  readonly seconds: Float64Array;
}

/** What remembering may be told. */
export interface RememberOptions {
  /** What people expected, −10…+10: where memories that begin with it begin, and what is left of a memory that fades. Default 0. */
  readonly expectation?: number | undefined;
}

/**
 * What a memory makes of each recording: the columns that ratings of the whole can be held against. By the engine that `simulate` uses; thousands of
 * recordings take milliseconds. Mood is not carried over: what people said while it lasted has it in it.
 *
 * @param recordings What `recordings.fromSamples`, `fromColumns` or `fromLog` returned.
 * @param memory A preset, part of one over the default, or a function of the curve. Its numbers are numbers, not distributions. Default `peakEnd`.
 * @param options See {@link RememberOptions}.
 * @returns columns, each with one number for each recording.
 * @throws JourneyError for a memory that is none, and for recordings that were not made by the library.
 *
 * @example
 * import { averaging } from 'peakend';
 * import { recordings, remember } from 'peakend/data';
 * const forms = recordings.fromColumns([{ a: 5, b: 1, c: 3 }, { a: 3, b: 3, c: 5 }], { steps: ['a', 'b', 'c'], scale: [1, 5] });
 * remember(forms, averaging).remembered.map(Math.round); // Float64Array(2) [ 0, 3 ]
 * remember(forms).end; // Float64Array(2) [ 0, 10 ]
 */
export function remember(recordings: Recordings, memory: MemoryModelInput | CustomMemory = {}, options: RememberOptions = {}): Remembered {
  const read = reading(options, ['expectation'], { path: 'options' });
  const expectation = read.number('expectation', { min: -10, max: 10, what: 'affect' }) ?? 0;
  const made = checkRecordings(recordings, 'recordings', read.issues);
  const model = readMemory(memory, 'memory', read.issues);
  throwIssues(read.issues);
  return rememberAll(made!, model!, expectation);
}

/** A memory from outside, all of whose numbers are numbers. */
export function readMemory(written: unknown, path: string, issues: Issue[]): MemoryModel | undefined {
  const faults: Issue[] = [];
  const model = readModel({ memory: written }, defaultModel, '', faults);
  // The door of models tells of a memory inside a model; here it stands by itself.
  issues.push(...faults.map((fault) => ({ ...fault, path: fault.path.replace(/^memory/, path) })));
  if (model === undefined) return undefined;
  for (const name of Object.keys(modelParameters)) {
    if (!name.startsWith('memory.')) continue;
    let value: unknown = model;
    for (const key of name.split('.')) value = (value as Record<string, unknown> | undefined)?.[key];
    if (typeof value !== 'object') continue;
    const expected = 'one number: people who differ in it cannot be told from one rating each';
    issues.push({ code: 'invalid-type', path: name.replace(/^memory/, path), expected, received: 'a distribution' });
  }
  return model.memory;
}

/** As {@link remember}, inside. */
export function rememberAll(recordings: Recordings, memory: MemoryModel, expectation = 0): Remembered {
  const { count, offsets, seconds, affectStart, affectEnd } = recordings;
  const columns = new ColumnPlan();
  const [plan, prior] = [
    compileMemory(memory, 1, new ModelSlots({ ...defaultModel, memory }, columns), columns),
    columns.constant(expectation),
  ];
  const remembering = new Remembering(
    { memory: plan, expectation: prior, priorBelief: prior },
    { utility: true, peak: true, end: true, mean: true, both: true },
  );
  let most = 1;
  for (let i = 0; i < count; i++) most = Math.max(most, offsets[i + 1]! - offsets[i]!);
  const curve = new Curve(most);
  const column = (): Float64Array => new Float64Array(count);
  const made = { remembered: column(), peak: column(), worst: column(), best: column(), end: column() };
  const rest = { beginning: column(), mean: column(), trend: column(), seconds: column() };
  for (let i = 0; i < count; i++) {
    curve.clear();
    let whole = 0;
    for (let k = offsets[i]!; k < offsets[i + 1]!; k++) {
      curve.add(seconds[k]!, affectStart[k]!, affectEnd[k]!);
      whole += seconds[k]!;
    }
    curve.totalSeconds = whole;
    remembering.remember(curve, 0);
    made.remembered[i] = remembering.utility;
    made.peak[i] = remembering.peak;
    made.worst[i] = remembering.worst;
    made.best[i] = remembering.best;
    made.end[i] = remembering.end;
    rest.beginning[i] = beginningOf(curve, expectation);
    rest.mean[i] = remembering.mean;
    rest.trend[i] = trendOf(curve);
    rest.seconds[i] = whole;
  }
  return Object.freeze({ ...made, ...rest });
}
