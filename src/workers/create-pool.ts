import { abortedError } from '../errors/aborted';
import type { Issue } from '../errors/issue';
import { JourneyError } from '../errors/journey-error';
import { at, quote, unfit } from '../errors/wording';
import { issuesError } from '../plain/issues-error';
import { isList, peek } from '../plain/plain-object';
import { reading } from '../plain/reading';
import type { RunTasksOptions } from '../plain/runner';
import { parallelism, startWorker } from './start-worker';
import { readRunOptions, Run, type Job } from './run';
import { Seat, type SeatListener } from './seat';
import type { PoolOptions, PoolWorker, WorkerPool } from './types';
import { receivedError } from './wire';

/** Below about a fifth of a second of work, a run on two cores may be no faster for it: `node bench/speed-up.mjs`. */
const defaultLeast = 2_000_000;
/** What other pools, and this one itself, call the number of workers. */
const synonyms = ['size', 'poolSize', 'threads', 'maxThreads', 'maxWorkers', 'concurrency'];
/** So many workers may end over one task. */
const mostLosses = 3;

/**
 * Workers that do tasks: threads in Node, Deno and Bun, Web Workers in browsers. Nothing is started before there is a task; an idle pool does not
 * keep a program of Node, Deno or Bun from ending.
 *
 * Several runs share the workers in turn. A task whose worker ends (a crash, too little memory) is done again by a fresh one, three times at most. A
 * run that is stopped or fails ends the workers that are busy with it; the next task starts others.
 *
 * @throws JourneyError where the options are none.
 * @example
 * import { createPool } from 'peakend/workers';
 * const pool = createPool({ workers: 2 });
 * pool.size; // 2
 * await pool.close();
 */
export function createPool(options: PoolOptions = {}): WorkerPool {
  const read = reading(options, ['workers', 'createWorker', 'least'], { asTheyAre: ['createWorker'] });
  read.issues.forEach((issue, index) => {
    if (synonyms.includes(issue.path)) read.issues[index] = { ...issue, hint: 'did you mean workers?' };
  });
  const workers = read.whole('workers', { min: 1, max: 256 }) ?? parallelism();
  const createWorker = read.callback<() => PoolWorker>('createWorker') ?? startWorker;
  const least = read.number('least', { min: 0, max: 1e15 }) ?? defaultLeast;
  read.finish();
  return new Pool(workers, createWorker, least);
}

class Pool implements WorkerPool {
  readonly clones = true;
  readonly #seats = new Set<Seat>();
  /** Those that are not through, whoever's turn it is first. */
  readonly #runs = new Set<Run>();
  /** Workers that were told to end and have not yet. */
  readonly #leaving = new Set<Promise<void>>();
  #closed = false;

  constructor(
    readonly size: number,
    private readonly createWorker: () => PoolWorker,
    readonly least: number,
  ) {}

  async run<Task, Result>(tasks: readonly Task[], _execute?: unknown, options: RunTasksOptions = {}): Promise<readonly Result[]> {
    if (!isList(tasks)) throw issuesError([unfit(tasks, 'tasks', 'a list of tasks')]);
    const { signal, onResult } = readRunOptions(options);
    if (this.#closed) throw closed();
    if (signal?.aborted === true) throw abortedError(signal.reason);
    if (tasks.length === 0) return [];
    const run = new Run(tasks, onResult);
    this.#runs.add(run);
    run.watch(signal, () => {
      this.#end(run, abortedError(signal?.reason));
      this.#handOut();
    });
    this.#handOut();
    return run.promise as Promise<readonly Result[]>;
  }

  async close(): Promise<void> {
    this.#closed = true;
    for (const run of this.#runs) this.#end(run, closed());
    for (const seat of this.#seats) this.#dismiss(seat);
    await Promise.all(this.#leaving);
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  /** A task for everyone who is free. Who gets one goes to the end of the line, and so comes up here again. */
  #handOut(): void {
    for (const run of this.#runs) {
      const [job] = run.waiting;
      if (job === undefined) continue;
      try {
        const seat = this.#free();
        if (seat === undefined) return;
        seat.take(job);
        run.waiting.shift();
        this.#runs.delete(run);
        this.#runs.add(run);
      } catch (error) {
        this.#end(run, error);
      }
    }
  }

  /** Who has nothing to do; where all have, another one, as long as there may be more. */
  #free(): Seat | undefined {
    for (const seat of this.#seats) if (seat.job === undefined) return seat;
    if (this.#seats.size >= this.size) return undefined;
    const seat = new Seat(this.#started(), this.#listener);
    this.#seats.add(seat);
    return seat;
  }

  #started(): PoolWorker {
    let worker: PoolWorker;
    try {
      worker = this.createWorker();
    } catch (error) {
      throw notStarted(error);
    }
    if (typeof peek(worker, 'postMessage') === 'function') return worker;
    throw issuesError([unfit(worker, 'createWorker()', 'a worker')]);
  }

  readonly #listener: SeatListener = {
    ended: (_, job, reply) => {
      try {
        if (reply.peakend === 'failed') throw receivedError(reply.error);
        if (job.run.fill(job, reply.result)) this.#runs.delete(job.run);
      } catch (error) {
        this.#end(job.run, error);
      }
      this.#handOut();
    },
    lost: (seat, why) => {
      this.#dismiss(seat);
      const { job, started } = seat;
      if (job !== undefined) {
        job.losses++;
        if (job.losses < mostLosses) job.run.waiting.unshift(job);
        else this.#end(job.run, started ? lostOver(job, why) : notStarted(why));
      }
      this.#handOut();
    },
  };

  /** A run is over before its time: whoever is busy with it stops. */
  #end(run: Run, error: unknown): void {
    this.#runs.delete(run);
    run.fail(error);
    for (const seat of this.#seats) if (seat.job?.run === run) this.#dismiss(seat);
  }

  #dismiss(seat: Seat): void {
    this.#seats.delete(seat);
    const left = seat.leave().finally(() => this.#leaving.delete(left));
    this.#leaving.add(left);
  }
}

function lost(issue: Omit<Issue, 'code'>, cause?: unknown): JourneyError {
  return new JourneyError([{ code: 'worker-lost', ...issue }], { cause });
}

function closed(): JourneyError {
  return lost({ path: 'pool', expected: 'an open pool', received: 'a closed one', hint: 'make another with createPool' });
}

function lostOver({ index }: Job, why: unknown): JourneyError {
  const received = `${mostLosses} workers that ended over it, the last with ${told(why)}`;
  const hint = 'a task that takes more memory than there is ends its worker';
  return lost({ path: at('tasks', index), expected: 'a worker that does this task', received, hint }, why);
}

function notStarted(why: unknown): JourneyError {
  const hint = 'createWorker starts a worker on the program peakend/worker';
  return lost({ path: 'createWorker', expected: 'a worker that starts', received: told(why), hint }, why);
}

function told(why: unknown): string {
  return quote(peek(why, 'message') ?? why);
}
