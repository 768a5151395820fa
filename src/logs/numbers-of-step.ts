import { log } from '../numerics/log';
import { repeatProbability, retriesAtMost } from './repeating';
import type { StepPlan } from './step-plans';
import type { StepTally } from './tally';

/** The pull of affect in the default model, `choice.weight`: appeal is what is left of an option's share beyond it. */
const pull = 0.5;
/** Where everybody fails again, nobody would ever be through. */
const surest = 0.999;

/** The numbers of a step, for all cases or for one kind of them. */
export interface StepNumbers {
  readonly skip: number;
  readonly dropout: number;
  readonly ways: readonly {
    /** Share among the options. */
    readonly share: number;
    /** Probability of doing it again, each time. */
    readonly again: number;
    /** Logits beside the first way that is taken at all; undefined where nobody takes it. */
    readonly appeal: number | undefined;
  }[];
}

/** `affects`: the mean affect of each way. */
export function numbersOf({ asked, had, left, ways }: StepTally, plan: StepPlan, affects: readonly number[]): StepNumbers {
  const taken = ways.findIndex((way) => way.had > 0);
  return {
    skip: asked > 0 ? tidy(1 - had / asked) : 1,
    dropout: had > 0 ? tidy(left / had) : 0,
    ways: ways.map((way, k) => ({
      share: had > 0 ? way.had / had : 0,
      again: way.had > 0 ? Math.min(surest, tidy(repeatProbability(way.repeats / way.had, retriesAtMost(plan.ways[k]!.mostRepeats)))) : 0,
      appeal: way.had > 0 ? tidy(log(way.had / ways[taken]!.had) - pull * (affects[k]! - affects[taken]!)) : undefined,
    })),
  };
}

/** What is left of sums of shares. */
export function tidy(value: number): number {
  const rounded = Math.round(value * 1e9) / 1e9;
  return rounded === 0 ? 0 : rounded;
}
