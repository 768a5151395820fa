import type { Edit, Issue, StandardInput } from 'peakend';
import type { Project } from './project';
import type { Answer, Look, Reply, Request, Source } from './protocol';
import SimulatorWorker from './worker?worker&inline';

export interface Wish {
  readonly edits: readonly Edit[];
  readonly standards: readonly StandardInput[];
  readonly look: Look;
}

export type Opening =
  Extract<Reply, { kind: 'opened' }> | { readonly kind: 'refused'; readonly issues: readonly Issue[]; readonly more: number };

/** How long hands must be still before a whole answer is asked for while something is dragged. */
const stillness = 150;

/**
 * The page's side of the worker. The latest wish wins: at most one question is under way, what was wished meanwhile is forgotten but for the last,
 * an answer older than the one shown is dropped. Each wish is first answered by a look at few customers, then in full; what is worked out in full is
 * stopped by the next wish.
 */
export class Client {
  readonly #worker = new SimulatorWorker();
  readonly #onAnswer: (answer: Answer) => void;
  readonly #onRefused: (issues: readonly Issue[]) => void;
  readonly #openings = new Map<number, (opening: Opening) => void>();
  #number = 0;
  /** The last wish, and its number. */
  #wish: (Wish & { readonly number: number }) | undefined;
  /** The number that a first look is under way for. */
  #looking: number | undefined;
  #shown = 0;
  #isHeld = false;
  #still: ReturnType<typeof setTimeout> | undefined;

  constructor(onAnswer: (answer: Answer) => void, onRefused: (issues: readonly Issue[]) => void) {
    this.#onAnswer = onAnswer;
    this.#onRefused = onRefused;
    this.#worker.onmessage = ({ data }: MessageEvent<Reply>) => this.#receive(data);
  }

  /** Reads a text; the journey at hand stays where it is refused. */
  open(source: Source): Promise<Opening> {
    const number = ++this.#number;
    this.#send({ kind: 'open', number, source });
    return new Promise((resolve) => this.#openings.set(number, resolve));
  }

  /** `held`: something is being dragged, so that a whole answer waits until hands are still. */
  ask(wish: Wish, held = false): number {
    this.#wish = { ...wish, number: ++this.#number };
    this.#isHeld = held;
    clearTimeout(this.#still);
    if (this.#looking === undefined) this.#look();
    return this.#number;
  }

  #look(): void {
    const wish = this.#wish!;
    this.#looking = wish.number;
    this.#send({ kind: 'ask', want: this.#isHeld ? 'look' : 'both', ...wish });
  }

  #receive(reply: Reply): void {
    if (reply.kind === 'opened') return this.#opened(reply.number, reply);
    if (reply.kind === 'refused' && this.#openings.has(reply.number)) return this.#opened(reply.number, reply);
    if (reply.kind === 'answer' && reply.number >= this.#shown) {
      this.#shown = reply.number;
      this.#onAnswer(reply);
    }
    if (reply.kind === 'refused' && reply.number === this.#wish?.number) this.#onRefused(reply.issues);
    if (reply.number !== this.#looking) return;
    this.#looking = undefined;
    const wish = this.#wish!;
    if (wish.number !== reply.number) this.#look();
    else if (this.#isHeld) this.#still = setTimeout(() => this.#send({ kind: 'ask', want: 'whole', ...wish }), stillness);
  }

  #opened(number: number, opening: Opening): void {
    this.#openings.get(number)?.(opening);
    this.#openings.delete(number);
    if (opening.kind !== 'opened') {
      // What was stopped for it goes on.
      if (this.#wish !== undefined && this.#looking === undefined) this.#look();
      return;
    }
    this.#wish = undefined;
    this.#looking = undefined;
    this.#shown = number;
  }

  #send(request: Request): void {
    this.#worker.postMessage(request);
  }
}

export type { Project };
