/** Numbers of one moment in `moments`. */
export const stride = 3;

/** Levels this close are alike (affect): rounding does not say which comes first. */
const alike = 1e-9;

/** Most moments count for as long as they last. */
const asItIs = 0;
/** Recoveries and leaving register for at least a stretch, however short they are. */
const atLeastAStretch = 1;
/** Failures stand beside the rest: they can make the worst, the end and the mean lower, and nothing higher. */
export const apart = 2;

/** What one customer lived: moments in order, in each of which affect goes in a line. Used again for the next customer. */
export class Curve {
  /** By three: seconds, affect at the start, affect at the end of each moment. */
  readonly moments: Float64Array;
  /** Place of each moment's step in the journey; only where steps are asked for. */
  readonly step: Int32Array;
  count = 0;
  /** How each moment counts where stretches are looked for: see below. */
  readonly counts: Uint8Array;
  /** The places of those that do not count as they are, so that they alone are forgotten. */
  readonly #marks: Int32Array;
  #markCount = 0;
  /** The places of failures. */
  readonly failures: Int32Array;
  failureCount = 0;
  /** By the clock. */
  totalSeconds = 0.5;

  // What one look at all of it gives: see survey.
  /** The integral of affect over time, affect·seconds. */
  area = 0.5;
  /** Seconds and integral without the failures. */
  restSeconds = 0.5;
  restArea = 0.5;
  least = 0.5;
  greatest = 0.5;
  /** The moments in which they were felt, of those alike the first. */
  leastAt = 0;
  greatestAt = 0;

  constructor(most: number) {
    this.moments = new Float64Array(stride * most);
    this.step = new Int32Array(most);
    this.counts = new Uint8Array(most);
    this.#marks = new Int32Array(most);
    this.failures = new Int32Array(most);
  }

  /** Begins the next customer's. */
  clear(): void {
    while (this.#markCount > 0) this.counts[this.#marks[--this.#markCount]!] = asItIs;
    this.failureCount = 0;
    this.count = 0;
  }

  add(seconds: number, start: number, end: number): void {
    const { moments } = this;
    const at = stride * this.count++;
    moments[at] = seconds;
    moments[at + 1] = start;
    moments[at + 2] = end;
  }

  /** What was added last is a recovery or leaving. */
  jolt(): void {
    this.#mark(atLeastAStretch);
  }

  /** What was added last is a failure. */
  fail(): void {
    this.failures[this.failureCount++] = this.count - 1;
    this.#mark(apart);
  }

  #mark(how: number): void {
    const last = this.count - 1;
    this.counts[last] = how;
    this.#marks[this.#markCount++] = last;
  }

  seconds(moment: number): number {
    return this.moments[stride * moment]!;
  }

  /** How long a moment counts where stretches of a length are looked for. */
  lasting(moment: number, stretch: number): number {
    const seconds = this.moments[stride * moment]!;
    const how = this.counts[moment];
    if (how === asItIs) return seconds;
    return how === apart ? 0 : seconds < stretch ? stretch : seconds;
  }

  /** Whether a moment is part of stretches at all: failures stand beside them. */
  takesTime(moment: number): boolean {
    const how = this.counts[moment];
    return how === asItIs ? this.moments[stride * moment]! > 0 : how !== apart;
  }

  /** The next moment that takes time; the number of moments where there is none. */
  following(moment: number): number {
    let next = moment + 1;
    while (next < this.count && !this.takesTime(next)) next++;
    return next;
  }

  start(moment: number): number {
    return this.moments[stride * moment + 1]!;
  }

  end(moment: number): number {
    return this.moments[stride * moment + 2]!;
  }

  /** Looks at every moment once; least and greatest are of no use where there is none. */
  survey(): void {
    const { moments, count } = this;
    let area = 0;
    let least = moments[1]!;
    let greatest = least;
    let leastAt = 0;
    let greatestAt = 0;
    for (let at = 0; at < stride * count; at += stride) {
      const seconds = moments[at]!;
      const start = moments[at + 1]!;
      const end = moments[at + 2]!;
      if (seconds > 0) area += seconds * ((start + end) * 0.5);
      if (start < least) {
        if (start < least - alike) leastAt = at;
        least = start;
      } else if (start > greatest) {
        if (start > greatest + alike) greatestAt = at;
        greatest = start;
      }
      if (end === start) continue;
      if (end < least) {
        if (end < least - alike) leastAt = at;
        least = end;
      } else if (end > greatest) {
        if (end > greatest + alike) greatestAt = at;
        greatest = end;
      }
    }
    this.area = area;
    this.least = least;
    this.greatest = greatest;
    this.leastAt = leastAt / stride;
    this.greatestAt = greatestAt / stride;
    this.restSeconds = this.totalSeconds;
    this.restArea = area;
    if (this.failureCount > 0) this.#surveyRest();
  }

  #surveyRest(): void {
    let seconds = 0;
    let area = 0;
    for (let m = 0; m < this.count; m++) {
      const time = this.seconds(m);
      if (this.counts[m] === apart || !(time > 0)) continue;
      seconds += time;
      area += time * ((this.start(m) + this.end(m)) * 0.5);
    }
    this.restSeconds = seconds;
    this.restArea = area;
  }

  /** Affect at the end of the last moment. */
  get last(): number {
    return this.moments[stride * this.count - 1]!;
  }
}
