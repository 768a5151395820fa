import type { Parameter } from '../model/types';
import type { InteractionInput, OptionInput, Source } from '../journey/types';
import { grouped } from '../results/format-outcome';
import { numbersOf, tidy, type StepNumbers } from './numbers-of-step';
import { retriesAtMost } from './repeating';
import type { StepPlan } from './step-plans';
import type { Tally } from './tally';
import type { FittedDuration } from './types';

/** What the log says of each activity beside its times. */
export interface Feelings {
  /** How a way feels; undefined where nobody rated it. */
  readonly affect: (place: number, way: number) => Parameter | undefined;
  /** How many ratings that is from. */
  readonly ratings: (place: number, way: number) => number;
  readonly meanAffect: (place: number, way: number) => number;
  readonly channel: (place: number, way: number) => string | undefined;
}

/** Durations of one step, described. */
export interface StepDurations {
  readonly wait: FittedDuration | undefined;
  readonly own: readonly (FittedDuration | undefined)[];
  readonly again: readonly (FittedDuration | undefined)[];
}

export interface JourneyParts {
  readonly tally: Tally;
  readonly plans: readonly StepPlan[];
  readonly durations: readonly StepDurations[];
  readonly feelings: Feelings;
  readonly between: 'wait' | 'gap';
}

/** The steps of the journey as all cases together show them. */
export function buildSteps({ tally, plans, durations, feelings, between }: JourneyParts): InteractionInput[] {
  return plans.flatMap((plan, place) => {
    const step = tally.steps[place]!;
    const affects = plan.ways.map((_, way) => feelings.meanAffect(place, way));
    const numbers = numbersOf(step, plan, affects);
    const { id, name } = plan.ways[0]!;
    const source = measured(step.had, tally.n, 0);
    const skip = numbers.skip > 0 ? { skip: numbers.skip } : {};
    const made: InteractionInput[] = [];
    if (plan.wait !== undefined) {
      made.push({
        id: plan.wait,
        name: `${between === 'wait' ? 'Wait' : 'Time'} before ${name}`,
        kind: between,
        duration: durations[place]!.wait!.distribution,
        ...skip,
        ...(plan.skipsTogether ? { drawAs: id } : {}),
        source,
      });
    }
    const ways = plan.ways.map((way, k) => ({
      id: way.id,
      ...(way.name === way.id ? {} : { name: way.name }),
      ...(feelings.channel(place, k) === undefined ? {} : { channel: feelings.channel(place, k) }),
      duration: durations[place]!.own[k]?.distribution ?? 0,
      ...(feelings.affect(place, k) === undefined ? {} : { affect: feelings.affect(place, k) }),
      ...retrying(plan, numbers, durations[place]!, k),
      source: measured(step.ways[k]!.had, tally.n, feelings.ratings(place, k)),
    }));
    made.push({
      ...ways[0]!,
      ...(ways.length === 1 ? {} : { choice: { options: ways.slice(1).map((way, k) => optionOf(way, numbers.ways[k + 1]!.appeal!)) } }),
      ...(plan.leavesInside ? { dropout: numbers.dropout } : {}),
      ...skip,
    });
    if (plan.leave !== undefined) {
      const last = { kind: 'gap', duration: 0, dropout: numbers.dropout, ...skip, drawAs: id } as const;
      made.push({ id: plan.leave, name: `Leaving after ${name}`, ...last, source: measured(step.left, tally.n, 0) });
    }
    return made;
  });
}

function optionOf(way: InteractionInput, appeal: number): OptionInput {
  return { ...(way as OptionInput), ...(appeal === 0 ? {} : { appeal }) };
}

function retrying(plan: StepPlan, numbers: StepNumbers, { again }: StepDurations, k: number): Pick<InteractionInput, 'failure'> {
  const { mostRepeats } = plan.ways[k]!;
  if (mostRepeats === 0) return {};
  const wait = again[k];
  const pause = wait === undefined || wait.distribution === 0 ? {} : { wait: { duration: wait.distribution } };
  return { failure: { probability: tidy(numbers.ways[k]!.again), affect: 0, retry: { atMost: retriesAtMost(mostRepeats), ...pause } } };
}

/** Times are measured; how it felt only where somebody rated it. */
function measured(n: number, cases: number, ratings: number): Source {
  // Cases that are still running count in part.
  const whole = Math.round(n);
  return {
    kind: 'measured',
    note: `n = ${grouped(n)} of ${grouped(cases)} cases`,
    ...(whole > 0 ? { n: whole } : {}),
    affect: ratings > 0 ? { n: Math.max(1, Math.round(ratings)) } : { kind: 'guess' },
  };
}
