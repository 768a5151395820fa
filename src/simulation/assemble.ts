import { journeyHash } from '../journey/journey-hash';
import type { Journey, Segment } from '../journey/types';
import type { ExperienceModel, ExperienceModelInput } from '../model/types';
import type { Work } from '../plain/work';
import { streamSchemeVersion } from '../random/root-key';
import type { SegmentTally } from '../summary/segment-tally';
import { libraryVersion } from '../version';
import { studyCautions } from './cautions';
import type { JourneyLife } from './journey-life';
import type { ResolvedStudy } from './read-study';
import { seenCautions } from './cautions/seen';
import { untilBounded } from './cautions/until-bounded';
import type { Precision, Simulation, StudyRecord, Versions } from '../results/types';

/** The life of one of the study's journeys becomes a result: every segment, all of them together, and what it was made from. */
export function* assemble(study: ResolvedStudy, index: number, life: JourneyLife, customers: number): Work<Simulation> {
  const journey = study.journeys[index]!;
  const { tallies } = life;
  const { segments: summaries, overall } = yield* life.summaries(study);
  const cautions = [...(yield* studyCautions(study, customers, journey)), ...seenCautions(journey, study.segments, tallies, customers)];
  if (index === 0) cautions.push(...untilBounded(study, customers, overall));
  const segments: Record<string, unknown> = {};
  study.segments.forEach((segment, index) => setOwn(segments, segment.id, summaries[index]));
  return {
    kind: 'simulation',
    journey,
    overall,
    segments: segments as Simulation['segments'],
    order: { segments: segmentOrder(study), interactions: journey.interactions.map(({ id }) => id) },
    cautions,
    study: recordOf(study, customers),
    precision: precisionOf(study, tallies[0]!.quantileRule),
    versions: versions(journey),
    ...(study.keep.size === 0 ? {} : { kept: keptColumns(study, tallies) }),
  };
}

export function versions(journey: Journey): Versions {
  return { library: libraryVersion, streams: streamSchemeVersion, schema: 1, journey: journeyHash(journey) };
}

export function segmentOrder(study: ResolvedStudy): string[] {
  return study.segments.map(({ id }) => id);
}

export function precisionOf({ until }: ResolvedStudy, quantiles: Precision['quantiles']): Precision {
  return { quantiles, ...(until === undefined ? {} : { until }) };
}

export function recordOf(study: ResolvedStudy, customers: number): StudyRecord {
  return {
    seed: study.seed,
    customers,
    confidence: study.confidence,
    segments: study.segments.map(jsonSegment),
    model: jsonModel(study.model),
    outcomes: study.requested,
    ...(study.population === undefined ? {} : { population: study.population }),
  };
}

/** A user's own memory model has no JSON form: its kind is recorded. */
function jsonModel(model: ExperienceModel): ExperienceModel {
  if (model.memory.kind !== 'custom') return model;
  const { remember: _, ...memory } = model.memory;
  return { ...model, memory: memory as ExperienceModel['memory'] };
}

function jsonSegment(segment: Segment): Segment {
  const { model } = segment;
  if (typeof model?.memory !== 'function' && !(typeof model?.memory === 'object' && 'remember' in model.memory)) return segment;
  return { ...segment, model: { ...model, memory: { kind: 'custom' } as ExperienceModelInput['memory'] & object } };
}

function keptColumns(study: ResolvedStudy, tallies: readonly SegmentTally[]): NonNullable<Simulation['kept']> {
  const kept: Record<string, Record<string, readonly number[]>> = {};
  study.segments.forEach((segment, index) => {
    const columns: Record<string, readonly number[]> = {};
    for (const [name, tally] of tallies[index]!.outcomes) if (study.keep.has(name)) columns[name] = Array.from(tally.store.values!);
    setOwn(kept, segment.id, columns);
  });
  return kept;
}

/** Sets a key that a person chose as an own property, whatever its name. */
export function setOwn(target: object, key: string, value: unknown): void {
  Object.defineProperty(target, key, { value, enumerable: true, writable: true, configurable: true });
}
