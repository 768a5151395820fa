import { abortedError } from '../errors/aborted';
import { quote } from '../errors/wording';
import { issuesError } from '../plain/issues-error';
import { isList } from '../plain/plain-object';
import type { RunSignal, TaskRunner } from '../plain/runner';
import type { Errand } from '../plain/work';

/** Tasks handed over at a time, and how many such lots are under way: a runner is never idle, and not all results are held at once (judgement). */
const lotSize = 64;
const lotsAtOnce = 2;

/** Has all tasks of an errand done by a runner. `taken`: told after each result. Rejected at once where the signal says stop. */
export async function sendOut(errand: Errand, runner: TaskRunner, signal: RunSignal | undefined, taken: () => void): Promise<void> {
  const tasks = errand.tasks(runner.clones === true);
  let stopped = false;
  let next = 0;

  const lots = async (): Promise<void> => {
    while (next < tasks.length && !stopped) {
      const first = next;
      const lot = tasks.slice(first, (next += lotSize));
      const known = new Set<number>();
      let failure: { readonly reason: unknown } | undefined;
      const take = (result: unknown, index: number): void => {
        if (stopped || known.has(index) || failure !== undefined) return;
        known.add(index);
        try {
          errand.take(result, first + index);
          taken();
        } catch (reason) {
          failure = { reason };
        }
      };
      // Whatever a runner tells of early is looked at in the end.
      const results: unknown = await runner.run(lot, errand.execute as (task: unknown) => unknown, { signal, onResult: take });
      if (!isList(results) || results.length !== lot.length) throw noResults(lot.length, results);
      for (let index = 0; index < lot.length; index++) take(results[index], index);
      if (failure !== undefined) throw failure.reason;
      if (signal?.aborted === true) throw abortedError(signal.reason);
    }
  };
  const { promise, forget } = whenAborted(signal);
  try {
    await Promise.race([Promise.all(Array.from({ length: lotsAtOnce }, lots)), promise]);
  } catch (error) {
    // A runner that heard of it may say so in its own words.
    throw signal?.aborted === true ? abortedError(signal.reason) : error;
  } finally {
    stopped = true;
    forget();
  }
}

function noResults(count: number, received: unknown): Error {
  const expected = `a list of ${count} results, one for each task`;
  return issuesError([
    { code: 'invalid-type', path: 'runner', expected, received: isList(received) ? `${received.length}` : quote(received) },
  ]);
}

/** Rejected when the signal says stop, where it can be listened to. */
function whenAborted(signal: RunSignal | undefined): { readonly promise: Promise<never>; readonly forget: () => void } {
  let listener: () => void = () => undefined;
  const promise = new Promise<never>((_, reject) => {
    listener = () => {
      reject(abortedError(signal?.reason));
    };
    signal?.addEventListener?.('abort', listener);
    if (signal?.aborted === true) listener();
  });
  return { promise, forget: () => signal?.removeEventListener?.('abort', listener) };
}
