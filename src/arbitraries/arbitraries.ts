import type { Distribution } from '../distributions/families';
import type { Affect, Interaction, Journey, Segment } from '../journey/types';
import type { ExperienceModelInput, Parameter } from '../model/types';
import type { Edit } from '../redesign/types';
import { affects, durations } from './amounts';
import { affectRules, allowed, durationRules, journeyRules, stepRules, type JourneyConstraints, type StepConstraints } from './constraints';
import { distributionRules, distributions, type DistributionConstraints } from './distributions';
import {
  editRules,
  edits,
  journeyWithRedesign,
  journeyWithRedesignRules,
  redesignRules,
  redesigns,
  type EditConstraints,
  type JourneyWithRedesign,
  type JourneyWithRedesignConstraints,
} from './edits';
import { useFastCheck, type FastCheck, type PortableArbitrary } from './fast-check';
import { choices, interactions, journeys, waits } from './journeys';
import { modelRules, models, type ModelConstraints } from './models';
import { readConstraints, readJourneyAt } from './read-constraints';
import { segmentRules, segments, type SegmentConstraints } from './segments';

/** Random valid data of every kind the library knows, for properties. Each function takes constraints, all optional. */
export interface Arbitraries {
  /** Distributions that lie from `min` to `max` (default −10…10). Shrinks towards a constant. */
  distributions(constraints?: DistributionConstraints): PortableArbitrary<Distribution>;
  /** Seconds: numbers and distributions from 0 up. Shrinks towards one minute. */
  durations(constraints?: Pick<StepConstraints, 'distributions' | 'maxDuration'>): PortableArbitrary<Parameter>;
  /** Affect −10…+10: levels and lines, numbers and distributions. Shrinks towards a neutral level. */
  affects(constraints?: Pick<StepConstraints, 'distributions'>): PortableArbitrary<Affect>;
  /** One step of any kind, as it would stand alone. Shrinks towards one neutral minute. */
  interactions(constraints?: StepConstraints): PortableArbitrary<Interaction>;
  /** One wait. */
  waits(constraints?: StepConstraints): PortableArbitrary<Interaction>;
  /** One step with a choice of two to four options. */
  choices(constraints?: StepConstraints): PortableArbitrary<Interaction>;
  /** Whole journeys, as `defineJourney` returns them. Shrinks towards fewer steps, neutral affect and round durations. */
  journeys(constraints?: JourneyConstraints): PortableArbitrary<Journey>;
  /** Whole populations, as `defineSegments` returns them: shares sum to 1. Shrinks towards one plain segment. */
  segments(constraints?: SegmentConstraints): PortableArbitrary<readonly Segment[]>;
  /** Experience models that differ from the default in a few settings, within the documented ranges. Shrinks towards the default, `{}`. */
  models(constraints?: ModelConstraints): PortableArbitrary<ExperienceModelInput>;
  /** One edit this journey allows. */
  edits(journey: Journey, constraints?: EditConstraints): PortableArbitrary<Edit>;
  /** One to `maxEdits` (default 3) edits, each allowed where it comes. */
  redesigns(
    journey: Journey,
    constraints?: EditConstraints & { readonly maxEdits?: number | undefined },
  ): PortableArbitrary<readonly Edit[]>;
  /** A journey, edits it allows, and what they make of it. Shrinks towards fewer steps and fewer edits. */
  journeyWithRedesign(constraints?: JourneyWithRedesignConstraints): PortableArbitrary<JourneyWithRedesign>;
}

/**
 * Arbitraries for fast-check: random journeys, segments, models and redesigns, all of them valid, which shrink to the smallest that still
 * shows what a property found. For tests of your own that should hold for *every* journey.
 *
 * You hand over the fast-check you test with, version 3 or 4. Nothing here imports one, so there is never a second copy, and the types fit
 * whichever it is.
 *
 * @param fc The fast-check module.
 * @returns a function for each kind of data; each takes constraints and returns an arbitrary.
 * @throws JourneyError `invalid-type` if that is no fast-check module.
 *
 * @example
 * import fc from 'fast-check';
 * import { simulate } from 'peakend';
 * import { arbitraries } from 'peakend/arbitraries';
 * const { journeys } = arbitraries(fc);
 * const everyCustomerFeels = (journey) => simulate({ journey, customers: 20, seed: 1 }).overall.satisfaction.mean <= 100;
 * fc.check(fc.property(journeys({ maxInteractions: 3 }), everyCustomerFeels), { numRuns: 10, seed: 1 }).failed; // false
 */
export function arbitraries(fc: FastCheck): Arbitraries {
  const own = useFastCheck(fc);
  // One arbitrary in two types: ours names no class of any copy of fast-check.
  const portable = <Value>(arbitrary: unknown): PortableArbitrary<Value> => arbitrary as PortableArbitrary<Value>;
  return {
    distributions: (given) => portable(distributions(own, readConstraints(given, distributionRules))),
    durations: (given) => portable(durations(own, allowed(readConstraints(given, durationRules)))),
    affects: (given) => portable(affects(own, allowed(readConstraints(given, affectRules)))),
    interactions: (given) => portable(interactions(own, readConstraints(given, stepRules))),
    waits: (given) => portable(waits(own, readConstraints(given, stepRules))),
    choices: (given) => portable(choices(own, readConstraints(given, stepRules))),
    journeys: (given) => portable(journeys(own, readConstraints(given, journeyRules))),
    segments: (given) => portable(segments(own, readConstraints(given, segmentRules))),
    models: (given) => portable(models(own, readConstraints(given, modelRules))),
    edits: (journey, given) => portable(edits(own, readJourneyAt(journey, 'journey'), readConstraints(given, editRules))),
    redesigns: (journey, given) => portable(redesigns(own, readJourneyAt(journey, 'journey'), readConstraints(given, redesignRules))),
    journeyWithRedesign: (given) => portable(journeyWithRedesign(own, readConstraints(given, journeyWithRedesignRules))),
  };
}
