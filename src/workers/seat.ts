import { peek } from '../plain/plain-object';
import type { Job } from './run';
import type { PoolWorker } from './types';
import { isOurs, type Order, type Reply } from './wire';

/** Who hears of a seat. */
export interface SeatListener {
  /** A task has ended, and the seat is free. */
  ended(seat: Seat, job: Job, reply: Exclude<Reply, { peakend: 'started' }>): void;
  /** The worker is no more, or fit for nothing, without anybody here having wanted that: it is to leave. */
  lost(seat: Seat, why: unknown): void;
}

/** A worker with at most one task at a time. */
export class Seat {
  /** What it is doing; undefined while it is idle. */
  job: Job | undefined;
  /** Whether its program has run so far that it takes tasks. */
  started = false;
  #gone = false;

  constructor(
    private readonly worker: PoolWorker,
    private readonly listener: SeatListener,
  ) {
    worker.unref?.();
    if (typeof worker.on === 'function') {
      worker.on('message', (message: unknown) => this.#hear(message));
      worker.on('error', (error: unknown) => this.#lose(error));
      worker.on('messageerror', (error: unknown) => this.#lose(error));
      worker.on('exit', (code: unknown) => this.#lose(new Error(`the worker ended with code ${String(code)}`)));
      return;
    }
    worker.addEventListener?.('message', (event: unknown) => this.#hear(peek(event, 'data')));
    // `close` is told by Bun; browsers do not tell.
    for (const type of ['error', 'messageerror', 'close']) {
      worker.addEventListener?.(type, (event) => {
        // Deno would end the whole program.
        (event as Partial<Event>).preventDefault?.();
        this.#lose(new Error(String(peek(event, 'message') || `the worker told of ${type}, and not why`)));
      });
    }
  }

  /** Takes a task; throws where it cannot be copied. */
  take(job: Job): void {
    const order: Order = { peakend: 'task', task: job.task };
    this.worker.postMessage(order);
    this.job = job;
    this.worker.ref?.();
  }

  /** Ends the worker, whatever it is doing. */
  async leave(): Promise<void> {
    this.#gone = true;
    try {
      await this.worker.terminate();
    } catch {
      // It has ended by itself.
    }
  }

  #hear(message: unknown): void {
    if (this.#gone || !isOurs(message)) return;
    if (message.peakend === 'started') this.started = true;
    const { job } = this;
    if (message.peakend === 'started' || message.peakend === 'task' || job === undefined) return;
    this.job = undefined;
    this.worker.unref?.();
    this.listener.ended(this, job, message);
  }

  #lose(why: unknown): void {
    if (!this.#gone) this.listener.lost(this, why);
  }
}
