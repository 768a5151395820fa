import { affectOfRating, type RatingScale } from '../distributions/rating-scale';
import { deepFreeze } from '../plain/deep-freeze';
import { markAs } from '../plain/made-here';
import { withDisplay } from '../words/display';
import type { Row } from '../tables/table';
import { recordingsPage } from './recordings-words';
import type { MissingRatings, Recordings } from './types';

/** Recordings while they are read: moments are added one after another, a recording is closed, and kept where enough of it was rated. */
export class Gathering {
  readonly #ids: string[] = [];
  readonly #facts: Row[] = [];
  readonly #offsets: number[] = [0];
  #seconds = new Float64Array(1024);
  #start = new Float64Array(1024);
  #end = new Float64Array(1024);
  #step = new Int32Array(1024);
  #count = 0;
  #asked = 0;
  #missing = 0;
  #rated = 0;
  #leftOut = 0;
  #between = false;

  constructor(
    readonly scale: RatingScale,
    readonly gaps: MissingRatings,
    readonly atLeast: number,
  ) {}

  /** A rating as affect; NaN as it is. Every moment there could be a rating for passes here. */
  affect(rating: number): number {
    this.#asked++;
    if (Number.isNaN(rating)) {
      this.#missing++;
      return NaN;
    }
    this.#rated++;
    if (!Number.isInteger(rating)) this.#between = true;
    return affectOfRating(rating, ...this.scale);
  }

  add(seconds: number, start: number, end: number, step: number): void {
    if (this.#count === this.#seconds.length) this.#grow();
    this.#seconds[this.#count] = seconds;
    this.#start[this.#count] = start;
    this.#end[this.#count] = end;
    this.#step[this.#count++] = step;
  }

  #grow(): void {
    const grown = (column: Float64Array): Float64Array<ArrayBuffer> => {
      const longer = new Float64Array(2 * column.length);
      longer.set(column);
      return longer;
    };
    this.#seconds = grown(this.#seconds);
    this.#start = grown(this.#start);
    this.#end = grown(this.#end);
    const steps = new Int32Array(2 * this.#step.length);
    steps.set(this.#step);
    this.#step = steps;
  }

  /** What was added since the last is one recording. */
  close(id: string, facts: Row): void {
    if (this.#rated >= this.atLeast) {
      this.#ids.push(id);
      this.#facts.push(facts);
      this.#offsets.push(this.#count);
    } else {
      this.#leftOut++;
      this.#count = this.#offsets.at(-1)!;
    }
    this.#rated = 0;
  }

  /** How many were kept. */
  get count(): number {
    return this.#ids.length;
  }

  finish(source: Recordings['source'], steps: readonly string[]): Recordings {
    const count = this.#count;
    const made: Recordings = {
      kind: 'recordings',
      source,
      count: this.#ids.length,
      ids: deepFreeze(this.#ids),
      facts: Object.freeze(this.#facts),
      offsets: Int32Array.from(this.#offsets),
      seconds: this.#seconds.slice(0, count),
      affectStart: this.#start.slice(0, count),
      affectEnd: this.#end.slice(0, count),
      steps: deepFreeze([...steps]),
      step: steps.length === 0 ? new Int32Array(0) : this.#step.slice(0, count),
      answers: deepFreeze({
        asked: this.#asked,
        missing: this.#missing,
        share: this.#asked === 0 ? 0 : this.#missing / this.#asked,
        gaps: this.gaps,
        recordingsLeftOut: this.#leftOut,
      }),
      between: this.#between,
    };
    markAs('recordings', made);
    return Object.freeze(withDisplay(made, recordingsPage));
  }
}
