import { defineSegments } from '../journey/define-segments';
import type { Journey, Response, Segment, SegmentInput } from '../journey/types';
import { throwIssues } from '../plain/issues-error';
import { affects, durations, levels } from './amounts';
import { numbered, numberedId } from './assemble';
import { allowed, type Allowed } from './constraints';
import type { Arbitrary, Fc } from './fast-check';
import { lists, maybe, withoutGaps } from './maybe';
import { models } from './models';
import { between, seconds, shares, toShares } from './quantities';
import { count, flags, outOfOrder, readJourneys, type Rules } from './read-constraints';
import { sources } from './step-seeds';
import { targetsOf, type Target } from './targets';

/** Which segments there are to be. */
export interface SegmentConstraints {
  /** The journeys they go through (in a comparison all of them): responses aim at what stands there. Default: none, and responses aim at `*` only. */
  readonly journeys?: readonly Journey[] | undefined;
  /** Fewest segments, at least 1. Default 1. */
  readonly minSegments?: number | undefined;
  /** Most segments. Default 4. */
  readonly maxSegments?: number | undefined;
  /** Numbers of people besides shares. Default true. */
  readonly counts?: boolean | undefined;
  /** Segments that lose patience. Default true. */
  readonly patience?: boolean | undefined;
  /** Segments that differ at some steps. Default true. */
  readonly responses?: boolean | undefined;
  /** Segments with a model of their own. Default true. */
  readonly models?: boolean | undefined;
  /** Numbers that differ between customers. Default true. */
  readonly distributions?: boolean | undefined;
}

export const segmentRules: Rules<SegmentConstraints> = {
  journeys: 'own',
  minSegments: count,
  maxSegments: count,
  ...flags('counts', 'patience', 'responses', 'models', 'distributions'),
};

/** Whole populations: shares sum to 1. Shrinks towards one plain segment. */
export function segments(fc: Fc, constraints: SegmentConstraints = {}): Arbitrary<readonly Segment[]> {
  const { minSegments = 1, maxSegments = Math.max(4, minSegments), counts = true, distributions = true } = constraints;
  throwIssues(outOfOrder(['minSegments', minSegments], ['maxSegments', maxSegments]));
  const amounts = allowed({ distributions });
  const targets = targetsOf(constraints.journeys === undefined ? [] : readJourneys(constraints.journeys, 'journeys'));
  const people = fc.integer({ min: 1, max: 100 });
  return fc
    .tuple(
      lists(fc, fc.tuple(people, oneSegment(fc, constraints, amounts, targets)), { min: minSegments, max: maxSegments }),
      maybe(fc, fc.constant(true)),
      numbered(fc),
    )
    .map(([parts, counted, inNumbers]) => {
      const portions = toShares(parts.map(([count]) => count));
      const taken = new Set<string>();
      const written = parts.map(([count, segment], index) => {
        const size = counts && counted === true ? { count } : { share: portions[index]! };
        const id = inNumbers ? numberedId(taken) : `segment-${index + 1}`;
        taken.add(id);
        return withoutGaps({ id, ...size, ...segment });
      });
      return defineSegments(written as unknown as readonly SegmentInput[]);
    });
}

function oneSegment(fc: Fc, constraints: SegmentConstraints, amounts: Allowed, targets: readonly Target[]): Arbitrary<object> {
  const { patience = true, responses = true, models: withModels = true } = constraints;
  const never = fc.constant(undefined);
  return fc.record({
    name: maybe(fc, fc.constantFrom('Regulars', 'First-timers', 'In a hurry'), 1, 5),
    expectation: maybe(fc, levels(fc, amounts), 1, 2),
    patience: patience ? maybe(fc, durations(fc, amounts)) : never,
    priorBelief: maybe(fc, levels(fc, amounts), 1, 5),
    returnValue: maybe(fc, between(fc, -100, 1000), 1, 5),
    expectedDuration: maybe(fc, seconds(fc, { min: 1, max: 1e9 })),
    dependence: maybe(fc, fc.record({ affect: maybe(fc, shares(fc), 1, 1), duration: maybe(fc, shares(fc), 1, 1) })),
    source: maybe(fc, sources(fc), 1, 5),
    model: withModels ? maybe(fc, models(fc, { maxChanges: 2, distributions: amounts.distributions }), 1, 5) : never,
    responses: responses ? maybe(fc, responsesTo(fc, amounts, targets), 1, 1) : never,
  });
}

function responsesTo(fc: Fc, amounts: Allowed, targets: readonly Target[]): Arbitrary<object> {
  const one = fc.tuple(fc.constantFrom(...targets), response(fc, amounts));
  return lists(fc, one, { min: 1, max: 4 }).map((written) => {
    const byTarget: Record<string, object> = {};
    for (const [{ name, merged, option }, { duration, skip, dropout, available, ...shifts }] of written) {
      byTarget[name] = { ...(merged ? {} : { duration, skip, dropout }), ...(option ? { available } : {}), ...shifts };
    }
    return byTarget;
  });
}

function response(fc: Fc, amounts: Allowed): Arbitrary<{ readonly [Key in keyof Response]: Response[Key] | undefined }> {
  const factor = maybe(fc, between(fc, 0, 4));
  return fc.record({
    duration: maybe(fc, durations(fc, amounts), 1, 7),
    affect: maybe(fc, affects(fc, amounts), 1, 7),
    skip: maybe(fc, shares(fc), 1, 7),
    dropout: maybe(fc, shares(fc), 1, 7),
    affectShift: maybe(fc, between(fc, -10, 10), 1, 1),
    durationScale: factor,
    failureScale: factor,
    dropoutScale: factor,
    appeal: maybe(fc, between(fc, -5, 5), 1, 7),
    available: maybe(fc, fc.boolean(), 1, 7),
  });
}
