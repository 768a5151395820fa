import type { Edit, Issue, StandardInput } from 'peakend';
import type { Project } from './project';
import type { Answer, Look, Picture, Reply, Request, Source } from './protocol';
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
 * stopped by the next wish. While something is held, the look has its picture, and the whole answer waits until hands are still.
 */
export class Client {
  readonly #worker = new SimulatorWorker();
  readonly #onAnswer: (answer: Answer) => void;
  readonly #onPicture: (picture: Picture) => void;
  readonly #onRefused: (issues: readonly Issue[]) => void;
  readonly #openings = new Map<number, (opening: Opening) => void>();
  #number = 0;
  /** The last wish, and its number. */
  #wish: (Wish & { readonly number: number }) | undefined;
  /** The first look that is under way. While something is held it brings a picture after its figures, which only what is let go does not wait for. */
  #looking: { readonly number: number; readonly draws: boolean; readonly told: boolean } | undefined;
  #shown = 0;
  #isHeld = false;
  #still: ReturnType<typeof setTimeout> | undefined;

  constructor(onAnswer: (answer: Answer) => void, onPicture: (picture: Picture) => void, onRefused: (issues: readonly Issue[]) => void) {
    this.#onAnswer = onAnswer;
    this.#onPicture = onPicture;
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
    this.#still = undefined;
    if (this.#looking === undefined || (this.#looking.told && !held)) this.#look();
    return this.#number;
  }

  /** What is held is let go as it is. Where its look has not been told yet, the whole answer follows on that. */
  letGo(): void {
    if (!this.#isHeld) return;
    this.#isHeld = false;
    if (this.#looking?.told !== true && this.#still === undefined) return;
    clearTimeout(this.#still);
    if (this.#looking !== undefined && this.#looking.number !== this.#wish!.number) this.#look();
    else this.#askWhole();
  }

  #look(): void {
    const wish = this.#wish!;
    this.#looking = { number: wish.number, draws: this.#isHeld, told: false };
    this.#send({ kind: 'ask', want: this.#isHeld ? 'look' : 'both', ...wish });
  }

  #receive(reply: Reply): void {
    if (reply.kind === 'opened') return this.#opened(reply.number, reply);
    if (reply.kind === 'refused' && this.#openings.has(reply.number)) return this.#opened(reply.number, reply);
    if (reply.kind === 'answer' && reply.number >= this.#shown) {
      this.#shown = reply.number;
      this.#onAnswer(reply);
    }
    if (reply.kind === 'picture' && reply.number >= this.#shown) this.#onPicture(reply);
    if (reply.kind === 'refused' && reply.number === this.#wish?.number) this.#onRefused(reply.issues);
    if (reply.number !== this.#looking?.number) return;
    const { draws } = this.#looking;
    if (reply.kind === 'answer' && draws && this.#isHeld) return void (this.#looking = { ...this.#looking, told: true });
    this.#looking = undefined;
    if (this.#wish!.number !== reply.number) this.#look();
    else if (draws && !this.#isHeld) this.#askWhole();
    else if (draws) this.#still = setTimeout(() => this.#askWhole(), stillness);
  }

  #askWhole(): void {
    this.#still = undefined;
    this.#looking = undefined;
    this.#send({ kind: 'ask', want: 'whole', ...this.#wish! });
  }

  #opened(number: number, opening: Opening): void {
    this.#openings.get(number)?.(opening);
    this.#openings.delete(number);
    if (opening.kind !== 'opened') {
      // What was stopped for it goes on.
      if (this.#wish !== undefined && this.#looking?.told !== false) this.#look();
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
