import type { StepDurations } from './build-journey';
import { numbersOf } from './numbers-of-step';
import type { StepPlan } from './step-plans';
import type { Tally } from './tally';
import type { LogStep } from './types';

/** What the log says of each step, options beneath the step they are options of. */
export function stepRows({ steps }: Tally, plans: readonly StepPlan[], durations: readonly StepDurations[]): LogStep[] {
  return plans.flatMap((plan, place) => {
    const step = steps[place]!;
    const { skip, dropout, ways } = numbersOf(
      step,
      plan,
      plan.ways.map(() => 0),
    );
    const { wait, own } = durations[place]!;
    return plan.ways.map(({ id, name, takesTime }, k): LogStep => {
      const { had, repeats } = step.ways[k]!;
      return {
        id,
        name,
        n: Math.round(had),
        skip,
        dropout,
        repeats: had > 0 ? repeats / had : 0,
        ...(plan.ways.length > 1 ? { share: ways[k]!.share } : {}),
        ...(takesTime && own[k] !== undefined ? { duration: own[k] } : {}),
        ...(k === 0 && wait !== undefined ? { wait } : {}),
      };
    });
  });
}
