import type { ResponseInput } from '../journey/types';
import { durationOfKind } from './like-all';
import { numbersOf } from './numbers-of-step';
import type { JourneyParts, StepDurations } from './build-journey';

/** What the cases of the kind show, and how it feels where it says so itself. */
export interface KindParts extends JourneyParts {
  /** The durations of all cases, as they stand in the journey. */
  readonly all: readonly StepDurations[];
  /** Probabilities of doing it again that stand in the journey. */
  readonly base: (place: number, way: number) => number;
}

/** How one kind of case differs at each step from what stands in the journey. */
export function buildResponses({ tally, plans, durations, all, feelings, base, between }: KindParts): Record<string, ResponseInput> {
  const responses: Record<string, ResponseInput> = {};
  plans.forEach((plan, place) => {
    const step = tally.steps[place]!;
    const affects = plan.ways.map((_, way) => feelings.meanAffect(place, way));
    const { skip, dropout, ways } = numbersOf(step, plan, affects);
    const { id } = plan.ways[0]!;
    if (step.had === 0) {
      for (const one of [plan.wait, id, plan.leave]) if (one !== undefined) responses[one] = { skip: 1 };
      return;
    }
    plan.ways.forEach((way, k) => {
      const known = durations[place]!.own[k];
      const { again, appeal } = ways[k]!;
      const affect = feelings.affect(place, k);
      const usual = base(place, k);
      responses[way.id] = {
        ...(way.takesTime && known !== undefined ? durationOfKind(known, all[place]!.own[k]) : {}),
        ...(affect === undefined ? {} : { affect }),
        ...(usual > 0 && again !== usual ? { failureScale: again / usual } : {}),
        ...(plan.ways.length === 1 ? {} : appeal === undefined ? { available: false } : { appeal }),
        ...(k === 0 ? { skip } : {}),
        ...(k === 0 && plan.leavesInside ? { dropout } : {}),
      };
    });
    // What shares the step's draws would take its response too, but for what it says itself.
    const own = { skip, dropout: 0 };
    const { wait } = durations[place]!;
    if (plan.wait !== undefined)
      responses[plan.wait] = {
        ...own,
        // Where none is known it waits as everybody does.
        ...(step.wait.n === 0 ? {} : wait === undefined ? { duration: 0 } : durationOfKind(wait, all[place]!.wait)),
        ...(between === 'wait' && plan.skipsTogether ? noAffect(responses[id]) : {}),
      };
    if (plan.leave !== undefined) responses[plan.leave] = { ...own, dropout, duration: 0 };
  });
  return responses;
}

function noAffect(response: ResponseInput | undefined): ResponseInput {
  return response?.affect === undefined ? {} : { affect: 0 };
}
