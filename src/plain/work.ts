/**
 * Work done piece by piece. Each piece says how much it was, in customers × steps (about a tenth of a microsecond each), so that whoever drives
 * it may give way or stop in time.
 */
export type Work<Result> = Generator<number, Result, void>;

/** Does all of it in one go. */
export function finish<Result>(work: Work<Result>): Result {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}
