import { quantileOf } from './sample';
import { asSample } from './independence';
import type { StepPlan } from './step-plans';
import type { Cases } from './tally';

/** What may tell kinds apart. */
export interface Question {
  /** What takes a time, where that is asked. */
  readonly about?: string;
  readonly words: readonly [yes: string, no: string];
  readonly holds: (one: number) => boolean;
  /** A step that takes time and cannot be skipped together with its wait. */
  readonly must: boolean;
}

/** Where times are cut: shares of the cases. */
const cuts = [0.25, 0.5, 0.75] as const;
const cutWords: { readonly [Cut in (typeof cuts)[number]]: readonly [string, string] } = {
  0.25: ['in the shortest quarter', 'not in the shortest quarter'],
  0.5: ['in the shorter half', 'in the longer half'],
  0.75: ['not in the longest quarter', 'in the longest quarter'],
};

/** All that can be asked of some cases: whether they had a step, whether they are over, how long a step took them, how long the whole took. */
export function questionsOf({ paths, isOver }: Cases, taken: Int32Array, plans: readonly StepPlan[]): Question[] {
  const { from, step, way, again, wait, own, total } = paths;
  const visits = (one: number, is: (visit: number) => boolean): boolean => {
    for (let i = from[one]!; i < from[one + 1]!; i++) if (is(i)) return true;
    return false;
  };
  const questions: Question[] = plans.flatMap((plan, place) =>
    plan.ways.map(({ name }, k) => ({
      words: [`with ${name}`, `without ${name}`],
      holds: (one) => visits(one, (i) => step[i] === place && way[i] === k),
      must: plan.wait !== undefined && !plan.skipsTogether,
    })),
  );
  questions.push({ words: ['ended', 'not ended'], holds: (one) => isOver[one] === 1, must: false });
  const timed = (what: string, timeOf: (one: number) => number): void => {
    const times = Float64Array.from(taken, timeOf).sort();
    if (times[0] === times.at(-1)) return;
    const sample = asSample(times);
    for (const cut of cuts) {
      const limit = quantileOf(sample, cut);
      const [shorter, longer] = cutWords[cut];
      questions.push({
        about: what,
        words: [`${what} ${shorter}`, `${what} ${longer}`],
        holds: (one) => timeOf(one) <= limit,
        must: false,
      });
    }
  };
  timed('as a whole', (one) => total[one]!);
  plans.forEach((plan, place) => {
    const sum = (one: number, seconds: (visit: number) => number): number => {
      let all = 0;
      for (let i = from[one]!; i < from[one + 1]!; i++) if (step[i] === place) all += seconds(i);
      return all;
    };
    const { name } = plan.ways[0]!;
    if (plan.wait !== undefined) timed(`before ${name}`, (one) => sum(one, (i) => (again[i] === 1 ? 0 : wait[i]!)));
    if (plan.ways.some(({ takesTime }) => takesTime)) timed(`at ${name}`, (one) => sum(one, (i) => (again[i] === 1 ? 0 : own[i]!)));
    if (plan.ways.some(({ mostRepeats }) => mostRepeats > 0)) {
      timed(`with ${name} again`, (one) => sum(one, (i) => (again[i] === 1 ? wait[i]! + own[i]! : 0)));
    }
  });
  return questions;
}
