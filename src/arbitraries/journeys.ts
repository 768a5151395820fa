import { defineJourney } from '../journey/define-journey';
import type { Interaction, Journey, Progress } from '../journey/types';
import { throwIssues } from '../plain/issues-error';
import { assembleSteps, numbered } from './assemble';
import { allowed, type JourneyConstraints, type StepConstraints } from './constraints';
import type { Arbitrary, Fc } from './fast-check';
import { lists, maybe, simplestFirst, withoutGaps } from './maybe';
import { seconds, shares } from './quantities';
import { outOfOrder } from './read-constraints';
import { makeKit, serviceSeeds, stepSeeds, type StepSeed } from './step-seeds';

/** Everything a journey is made of, before ids are given and order is set. */
interface JourneySeed {
  readonly steps: readonly StepSeed[];
  readonly cohesion: number | undefined;
  readonly progress: ProgressSeed | undefined;
  readonly promise: number | undefined;
  readonly tolerance: number | undefined;
  readonly numbered: boolean;
}
interface ProgressSeed {
  readonly shown: 'nothing' | 'channels' | 'stages';
  readonly endowed: number | undefined;
  readonly pace: Exclude<Progress['pace'], undefined> | undefined;
}

export function journeys(fc: Fc, constraints: JourneyConstraints = {}): Arbitrary<Journey> {
  return journeySeeds(fc, constraints).map((seed) => toJourney(seed, constraints));
}

export function journeySeeds(fc: Fc, constraints: JourneyConstraints): Arbitrary<JourneySeed> {
  const { minInteractions = 1, maxInteractions = Math.max(6, minInteractions) } = constraints;
  const { progress = true, promises = true, cohesion = true } = constraints;
  throwIssues(outOfOrder(['minInteractions', minInteractions], ['maxInteractions', maxInteractions]));
  const never = fc.constant(undefined);
  return fc.record({
    steps: lists(fc, stepSeeds(makeKit(fc, allowed(constraints))), { min: minInteractions, max: maxInteractions }),
    cohesion: cohesion ? maybe(fc, shares(fc)) : never,
    progress: progress ? maybe(fc, progressSeeds(fc, maxInteractions)) : never,
    promise: promises ? maybe(fc, seconds(fc, { min: 1, max: 1e9 })) : never,
    tolerance: promises ? maybe(fc, seconds(fc, { min: 1, max: 1e9 }), 1, 4) : never,
    numbered: numbered(fc),
  });
}

function progressSeeds(fc: Fc, maxInteractions: number): Arbitrary<ProgressSeed> {
  const list = fc.array(shares(fc), { minLength: maxInteractions, maxLength: maxInteractions });
  const pace = simplestFirst<Exclude<Progress['pace'], undefined>>(fc, [
    [3, fc.constantFrom('constant', 'fast-to-slow', 'slow-to-fast')],
    [1, list],
  ]);
  return fc.record({
    shown: simplestFirst<ProgressSeed['shown']>(fc, [
      [4, fc.constant('channels')],
      [1, fc.constant('nothing')],
      [1, fc.constant('stages')],
    ]),
    endowed: maybe(fc, shares(fc)),
    pace: maybe(fc, pace, 1, 1),
  });
}

/** The journey of a seed, through the door: whatever comes out is one `defineJourney` would take. */
export function toJourney(seed: JourneySeed, { orders = true }: JourneyConstraints): Journey {
  const interactions = assembleSteps(seed.steps, orders, seed.numbered);
  const { cohesion, promise, tolerance } = seed;
  return defineJourney(
    withoutGaps({ name: 'Journey', interactions, cohesion, progress: progressFor(seed, interactions), promise, tolerance }) as never,
  );
}

/** A list of what is shown has an entry for each step. */
function progressFor({ progress }: JourneySeed, interactions: readonly Interaction[]): object | undefined {
  if (progress === undefined) return undefined;
  const { shown, pace } = progress;
  const [stage] = interactions.flatMap((step) => step.stage ?? []);
  return {
    ...progress,
    shown: shown === 'stages' && stage !== undefined ? [stage] : shown !== 'nothing',
    pace: typeof pace === 'object' ? pace.slice(0, interactions.length) : pace,
  };
}

/** One step of any kind, as it would stand alone in a journey. */
export function interactions(fc: Fc, constraints: StepConstraints = {}): Arbitrary<Interaction> {
  return alone(stepSeeds(makeKit(fc, allowed(constraints))));
}

/** One wait. */
export function waits(fc: Fc, constraints: StepConstraints = {}): Arbitrary<Interaction> {
  return alone(serviceSeeds(makeKit(fc, { ...allowed({ choices: false, ...constraints }), waits: true }), 'wait'));
}

/** One step with a choice. */
export function choices(fc: Fc, constraints: StepConstraints = {}): Arbitrary<Interaction> {
  return alone(serviceSeeds(makeKit(fc, allowed(constraints)), 'choice'));
}

function alone(seeds: Arbitrary<StepSeed>): Arbitrary<Interaction> {
  return seeds.map(
    (seed) =>
      toJourney(
        { steps: [seed], cohesion: undefined, progress: undefined, promise: undefined, tolerance: undefined, numbered: false },
        { orders: false },
      ).interactions[0]!,
  );
}
