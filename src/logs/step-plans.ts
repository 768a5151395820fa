import { SafeIds } from './step-ids';
import type { Tally } from './tally';

/** How one step of the log stands in the journey: which steps it becomes, whoever the customers are. */
export interface StepPlan {
  /** Ids of the step and of its options. */
  readonly ways: readonly { readonly id: string; readonly name: string; readonly takesTime: boolean; readonly mostRepeats: number }[];
  /** The time before it; undefined where there is none. */
  readonly wait: string | undefined;
  /**
   * The wait shares the draws of the step, so that who skips one skips both. Where the step takes time it does not, for the two durations would then
   * go together as well.
   */
  readonly skipsTogether: boolean;
  /** A moment of its own behind it, where people leave: whoever leaves has had the step, and has done it again as often as they did. */
  readonly leave: string | undefined;
  /** People leave in the step itself, which takes no time and is not repeated. */
  readonly leavesInside: boolean;
}

/** Reads off all cases together what each step needs. */
export function planSteps({ steps }: Tally, names: readonly (readonly string[])[]): StepPlan[] {
  const ids = new SafeIds('activity');
  const ways = steps.map((step, place) =>
    step.ways.map(({ own, most }, way) => ({
      id: ids.of(names[place]![way]!),
      name: names[place]![way]!,
      takesTime: (own.values.at(-1) ?? 0) > 0,
      mostRepeats: most,
    })),
  );
  return steps.map((step, place) => {
    const own = ways[place]!;
    const leaves = step.left > 0;
    const takesTime = own.some((way) => way.takesTime);
    const leavesInside = leaves && own.length === 1 && !takesTime && own[0]!.mostRepeats === 0;
    return {
      ways: own,
      wait: (step.wait.values.at(-1) ?? 0) > 0 ? ids.of(`wait:before-${own[0]!.id}`) : undefined,
      skipsTogether: !takesTime,
      leave: leaves && !leavesInside ? ids.of(`leave:after-${own[0]!.id}`) : undefined,
      leavesInside,
    };
  });
}
