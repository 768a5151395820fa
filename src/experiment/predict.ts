import { JourneyError } from '../errors/journey-error';
import { at } from '../errors/wording';
import { inWholeNumbers } from '../experience/answers';
import { isShare, type OutcomeName } from '../experience/outcomes';
import { normalQuantile } from '../numerics/normal';
import { momentsOf } from '../statistics/chunk-moments';
import { doubtInterval, noDoubt } from '../statistics/doubt';
import { shareInterval } from '../statistics/estimate';
import type { Interval } from '../statistics/interval';
import { choiceProbabilities } from './choice-probabilities';
import { addPair, correlationInterval, correlationOf, openCorrelation } from './correlation';
import { gatherColumns, type SegmentColumn } from './gather-columns';
import { endsOf, isProbability } from './outcome-range';
import { meanOfPeople, spreadOf, type Behind, type MeanOfPeople, type People, type Uncertain } from './people';
import type { Plans } from './plans';
import type { ResolvedCondition, ResolvedExperiment } from './read-experiment';
import type { ResolvedMeasure } from './read-measure';

/** What a condition is predicted to show. */
export interface Prediction extends Uncertain {
  readonly predicted: number;
  readonly interval: Interval;
  /** Between people, noise included. Undefined for a correlation. */
  readonly sd: number | undefined;
  /** Undefined for a correlation. */
  readonly people: People | undefined;
  readonly shares?: { readonly [name: string]: number };
}

/** The predictions of all conditions, in order. */
export function predictAll(experiment: ResolvedExperiment, plans: readonly Plans[]): Prediction[] {
  const { measure, conditions } = experiment;
  if (measure.kind === 'correlation') return conditions.map((condition) => predictCorrelation(experiment, condition));
  if (measure.kind === 'mean') return conditions.map((condition, index) => predictMean(experiment, condition, plans[index]!));
  if (!experiment.choosesAmongConditions) {
    return conditions.map((condition, own) => {
      const chosen = choose(experiment, condition, plans[own]!, condition.names);
      return { ...chosen[0]!, shares: Object.fromEntries(condition.names.map((name, index) => [name, chosen[index]!.predicted])) };
    });
  }
  // The episodes to choose between are the conditions: one cast lives them all.
  const { study } = conditions[0]!;
  const journeys = conditions.map((condition) => condition.journeys[0]!);
  return choose(
    experiment,
    { ...conditions[0]!, journeys, study },
    plans.map(([only]) => only!),
    conditions.map(({ name }) => name),
  );
}

function choose(experiment: ResolvedExperiment, condition: ResolvedCondition, episodes: Plans, names: readonly string[]): Prediction[] {
  const { measure, customers, confidence } = experiment;
  const { outcome } = measure;
  const lived = condition.journeys.map((journey) => gatherColumns(condition.study, journey, [outcome], customers));
  const bySegment = condition.study.segments.map((_, segment) =>
    choiceProbabilities(
      lived.map((columns) => columns[segment]![outcome]!),
      measure.noise,
    ),
  );
  return names.map((_, index) => {
    const people = peopleOf(
      condition,
      bySegment.map((options) => options[index]!),
      { kind: 'choice', outcome, episodes },
    );
    const { mean, standardError, doubt } = meanOfPeople(people);
    return {
      predicted: mean,
      standardError,
      doubt,
      interval: doubtInterval(mean, doubt, confidence, [0, 1]),
      sd: Math.sqrt(Math.max(0, mean * (1 - mean))),
      people,
    };
  });
}

function predictMean(experiment: ResolvedExperiment, condition: ResolvedCondition, [plans]: Plans): Prediction {
  const { measure, customers, confidence } = experiment;
  const { outcome, factor, offset, noise } = measure;
  const columns = gatherColumns(condition.study, condition.journeys[0]!, [outcome], customers);
  const people = peopleOf(
    condition,
    columns.map((segment) => present(segment, outcome, condition).map((value) => offset + factor * value)),
    { kind: 'mean', measure, plans: plans! },
  );
  const made = meanOfPeople(people);
  return {
    predicted: made.mean,
    standardError: made.standardError,
    doubt: made.doubt,
    interval: intervalOfMean(made, measure, confidence, customers * columns.length),
    sd: sdBetween(people, made, measure, noise),
    people,
  };
}

/** How far apart people's own figures lie: of shares yes and no, of csat and recommendation the whole numbers that are ticked. */
function sdBetween(people: People, { mean, variance }: MeanOfPeople, { outcome, factor, offset }: ResolvedMeasure, noise: number): number {
  if (isProbability(outcome)) {
    const share = (mean - offset) / factor;
    return Math.abs(factor) * Math.sqrt(Math.max(0, share * (1 - share)));
  }
  if (!inWholeNumbers.includes(outcome)) return Math.sqrt(variance + factor * noise * (factor * noise));
  const ticked = people.values.map((column) => column.map((value) => Math.floor((value - offset) / factor + 0.5)));
  return Math.abs(factor) * Math.sqrt(spreadOf(people.shares, ticked.map(momentsOf)).variance);
}

function intervalOfMean(
  { mean, standardError, doubt }: MeanOfPeople,
  measure: ResolvedMeasure,
  confidence: number,
  people: number,
): Interval {
  const { outcome, factor, offset } = measure;
  if (!isShare(outcome)) return doubtInterval(mean, doubt, confidence, endsOf(measure));
  const share = (mean - offset) / factor;
  const error = standardError / Math.abs(factor);
  const counted = shareInterval(share, error > 0 ? (share * (1 - share)) / (error * error) : people, confidence);
  const ends = [offset + factor * counted.low, offset + factor * counted.high];
  return { low: Math.min(...ends), high: Math.max(...ends), level: confidence };
}

function predictCorrelation(experiment: ResolvedExperiment, condition: ResolvedCondition): Prediction {
  const { measure, confidence } = experiment;
  const names = [...new Set([measure.outcome, ...measure.with])];
  // The people are dealt out over the episodes.
  const customers = Math.max(1, Math.ceil(experiment.customers / condition.journeys.length));
  const sums = openCorrelation();
  let people = 0;
  for (const journey of condition.journeys) {
    const columns = gatherColumns(condition.study, journey, names, customers);
    columns.forEach((segment, index) => {
      const share = condition.study.segments[index]!.share;
      const y = present(segment, measure.outcome, condition);
      const others = measure.with.map((name) => present(segment, name, condition));
      for (let i = 0; i < customers; i++) {
        let x = 0;
        for (const other of others) x += other[i]!;
        addPair(sums, share, x / others.length, y[i]!);
      }
      people += customers;
    });
  }
  const r = correlationOf(sums, measure.noise);
  const interval = correlationInterval(r, people, normalQuantile(0.5 + confidence / 2), confidence);
  const standardError = people > 3 ? (1 - r * r) / Math.sqrt(people - 3) : 0;
  return { predicted: r, standardError, doubt: noDoubt, interval, sd: undefined, people: undefined };
}

function peopleOf(condition: ResolvedCondition, values: readonly Float64Array[], behind: Behind): People {
  const { segments } = condition.study;
  const shares = segments.map(({ share }) => share);
  return { cast: JSON.stringify(segments.map(({ id, share }) => [id, share])), shares, values, behind };
}

/** Ease and value stand only where the journey or the segment gives rise to them. */
function present(segment: SegmentColumn, name: OutcomeName, condition: ResolvedCondition): Float64Array {
  const column = segment[name];
  if (column !== undefined) return column;
  throw new JourneyError([
    {
      code: 'missing',
      path: at('conditions', condition.name),
      expected: name === 'ease' ? 'a journey with effort: ease is measured' : `segments that give rise to ${name}`,
      received: 'none',
    },
  ]);
}
