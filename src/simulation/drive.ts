import { abortedError } from '../errors/aborted';
import { peek } from '../plain/plain-object';
import { reading, type Reading } from '../plain/reading';
import { readRunner, type RunSignal, type TaskRunner } from '../plain/runner';
import type { Errand, Work } from '../plain/work';
import { nextTurn } from './next-turn';
import { Progress, type RunProgress } from './progress';
import { sendOut } from './send-out';

/** What of an `AbortSignal` is looked at. Every host has one, but not every project the types of its host. */
export type StopSignal = RunSignal;

/** What the asynchronous doors take besides the study. */
export interface DriveOptions {
  /**
   * Stops the run within a few milliseconds: the promise is rejected with a JourneyError of this run's own, `name` `'AbortError'` and `code`
   * `'aborted'`, whose `cause` is the signal's reason. Default: nothing stops it.
   */
  readonly signal?: StopSignal | undefined;
  /**
   * Whether the error of a run that was stopped shows the result so far as its `partial`: it has to be worked out first, with as many customers of
   * each segment. Undefined where there is none. Default `false`.
   */
  readonly partial?: boolean | undefined;
  /**
   * Told how far the run has come, about as often as it gives way. What it throws stops the run and rejects the promise. A promise it returns
   * is not waited for; rejected while the run goes on, it does the same, afterwards it is ignored. Default: nobody.
   */
  readonly onProgress?: ((progress: RunProgress) => unknown) | undefined;
  /**
   * Has the parts of the run done, by workers, processes or a queue: an object with a method `run(tasks, execute)`, see {@link TaskRunner}. The bytes are
   * the same. A run that was stopped then has no result so far. Default: all is done in this thread.
   */
  readonly runner?: TaskRunner | undefined;
}

/** Customers × steps worked through before giving way to the event loop: a few milliseconds of work. */
const workPerTurn = 16_384;

/** Work that can be watched while it is done, and asked for what it has so far. */
export interface WatchedWork<Result> {
  readonly work: Work<Result>;
  readonly progress: Progress;
  /** The result over the customers of each segment so far; undefined while some segments have had more than others. */
  readonly partial: () => Work<Result> | undefined;
}

export interface Driving {
  readonly signal: StopSignal | undefined;
  readonly onProgress: DriveOptions['onProgress'];
  readonly partial: boolean;
  readonly runner: TaskRunner | undefined;
}

/** Does work without holding up the event loop: after every few milliseconds others get their turn. */
export async function drive<Result>(watched: WatchedWork<Result>, options: DriveOptions): Promise<Result> {
  const { driving, read } = readDriving(options);
  read.finish();
  return driveAs(watched, driving);
}

/** {@link drive}, as it was read before. */
export async function driveAs<Result>({ work, progress, partial }: WatchedWork<Result>, driving: Driving): Promise<Result> {
  const { signal, onProgress, partial: wantsPartial, runner } = driving;
  const listener = new Listener(onProgress);
  let told = 0;
  try {
    for (;;) {
      // The first turn too: many calls at once are to begin one after the other.
      await nextTurn();
      listener.finish();
      if (signal?.aborted === true) {
        const shown = wantsPartial && progress.done > 0 ? await level(work, partial) : undefined;
        throw abortedError(signal.reason, shown);
      }
      const step = turnOf(work);
      if (step.done !== true && typeof step.value !== 'number' && runner !== undefined) {
        const errand = step.value;
        if (errand.wanted) {
          await sendOut(errand, runner, signal, () => {
            told = progress.done;
            listener.tell(progress.seen);
          });
        } else errand.wanted = errand.size >= (runner.least ?? 0);
      }
      if (progress.done !== told) listener.tell(progress.seen);
      told = progress.done;
      if (step.done !== true) continue;
      if (onProgress !== undefined) await nextTurn();
      listener.finish();
      return step.value;
    }
  } finally {
    work.return(undefined as never);
  }
}

/** As much as is done before others get their turn. */
function turnOf<Result>(work: Work<Result>): IteratorResult<number | Errand, Result> {
  let done = 0;
  for (;;) {
    const step = work.next();
    if (step.done === true || typeof step.value !== 'number') return step;
    done += step.value;
    if (done >= workPerTurn) return step;
  }
}

/** Whoever hears of progress, maybe with an asynchronous function: nobody else would ever see its promise fail. */
class Listener {
  #failure: { readonly reason: unknown } | undefined;

  constructor(private readonly hear: DriveOptions['onProgress']) {}

  tell(progress: RunProgress): void {
    Promise.resolve(this.hear?.(progress)).catch((reason: unknown) => (this.#failure ??= { reason }));
  }

  /** Throws what a listener has failed with. */
  finish(): void {
    if (this.#failure !== undefined) throw this.#failure.reason;
  }
}

/** Segments take turns: the turn at hand is finished, so that the partial result holds as many customers of each. */
async function level<Result>(work: Work<Result>, partial: WatchedWork<Result>['partial']): Promise<Result> {
  let made: Work<Result> | undefined;
  let done = 0;
  for (;;) {
    made ??= partial();
    const step = (made ?? work).next();
    if (step.done === true) return step.value;
    done += typeof step.value === 'number' ? step.value : 0;
    if (done < workPerTurn) continue;
    await nextTurn();
    done = 0;
  }
}

/** {@link drive}, for what nobody can watch. */
export async function driveUntil<Result>(work: Work<Result>, options: Pick<DriveOptions, 'signal'>): Promise<Result> {
  const read = reading<'signal'>(options, ['signal'], { under: 'options', expected: 'an object with signal', asTheyAre: ['signal'] });
  const signal = readSignal(read);
  read.finish();
  const unwatched = { progress: new Progress(), partial: () => undefined };
  return driveAs({ work, ...unwatched }, { signal, onProgress: undefined, partial: false, runner: undefined });
}

function readSignal(read: Reading<'signal'>): StopSignal | undefined {
  return read.by('signal', (value) =>
    typeof peek(value, 'aborted') === 'boolean' ? (value as StopSignal) : read.fault('signal', 'an AbortSignal'),
  );
}

const driveKeys = ['signal', 'onProgress', 'partial', 'runner'] as const;
type DriveKey = (typeof driveKeys)[number];

/** How a run is driven, read from options that may have keys of their own besides; what is wrong with them is told by `read.finish()`. */
export function readDriving<Own extends string = never>(
  given: unknown,
  own: readonly Own[] = [],
): { readonly driving: Driving; readonly read: Reading<Own | DriveKey> } {
  const keys = [...driveKeys, ...own];
  const expected = 'an object with signal and onProgress';
  const read = reading<Own | DriveKey>(given, keys, {
    under: own.length > 0 ? 'question' : 'options',
    expected,
    asTheyAre: ['signal', 'onProgress', 'runner'],
  });
  const signal = readSignal(read);
  const onProgress = read.callback<NonNullable<DriveOptions['onProgress']>>('onProgress');
  const partial = read.flag('partial') ?? false;
  const runner = read.by('runner', (value, _, issues) => {
    const { runner: found, issue } = readRunner(value);
    if (issue !== undefined) issues.push(issue);
    return found;
  });
  return { driving: { signal, onProgress, partial, runner }, read };
}
