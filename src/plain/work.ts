/** Tasks of a work that may be done elsewhere. Whoever has no runner passes over them, and the work does them itself. */
export interface Errand {
  /** How much it is in all, in customers × steps. */
  readonly size: number;
  /** Plain JSON. `clones`: results may hold typed arrays. Throws where the work cannot be written down. */
  readonly tasks: (clones: boolean) => readonly unknown[];
  /** What is to be done with a task, where a runner does it here. */
  readonly execute: (task: never) => unknown;
  /** Takes the result of the task at a place; in any order, each once. Throws for what is no result of it. */
  readonly take: (result: unknown, index: number) => void;
  /** Set by whoever drives the work and has a runner for it, when it is offered. */
  wanted: boolean;
}

/**
 * Work done piece by piece. Each piece says how much it was, in customers × steps (about a tenth of a microsecond each), so that whoever drives
 * it may give way or stop in time; or it is an errand.
 */
export type Work<Result> = Generator<number | Errand, Result, void>;

/** Whether an errand was run elsewhere: it is offered, and where somebody wants it, prepared and handed over. */
export function* handOver(errand: Errand, prepare?: () => Work<void>): Work<boolean> {
  yield errand;
  if (!errand.wanted) return false;
  if (prepare !== undefined) yield* prepare();
  yield errand;
  return true;
}

/** Does all of it in one go. */
export function finish<Result>(work: Work<Result>): Result {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}
