/** A small generator for logs of processes whose truth is known; nothing of the library draws here. */
export class Dice {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
    for (let i = 0; i < 5; i++) this.uniform();
  }

  /** Strictly between 0 and 1. */
  uniform(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let word = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    word = (word + Math.imul(word ^ (word >>> 7), 61 | word)) ^ word;
    return (((word ^ (word >>> 14)) >>> 0) + 0.5) / 4294967296;
  }

  chance(probability: number): boolean {
    return this.uniform() < probability;
  }

  exponential(mean: number): number {
    return -Math.log(this.uniform()) * mean;
  }

  normal(): number {
    return Math.sqrt(-2 * Math.log(this.uniform())) * Math.cos(2 * Math.PI * this.uniform());
  }

  lognormal(median: number, sigma: number): number {
    return median * Math.exp(sigma * this.normal());
  }
}

export interface Event {
  readonly who: string;
  readonly what: string;
  readonly from: number;
  readonly to: number;
  readonly [more: string]: unknown;
}

export const columns = { case: 'who', activity: 'what', start: 'from', end: 'to' } as const;

/** Cases that each do something, one after the other in time. */
export function logOf(cases: number, seed: number, live: (dice: Dice, add: Adding, place: number) => void): Event[] {
  const dice = new Dice(seed);
  const events: Event[] = [];
  for (let place = 0; place < cases; place++) {
    let clock = 1_000_000 + place * 500;
    live(
      dice,
      (what, wait, seconds = 0, more = {}) => {
        const from = clock + wait;
        clock = from + seconds;
        events.push({ who: `c${place}`, what, from, to: clock, ...more });
      },
      place,
    );
  }
  return events;
}

export type Adding = (what: string, wait: number, seconds?: number, more?: Readonly<Record<string, unknown>>) => void;
