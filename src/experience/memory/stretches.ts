import { apart, stride, type Curve } from '../living/curve';

/** Means of stretches this close are alike (affect): rounding does not say which of them is told of. */
const alike = 1e-9;

/** Where a stretch begins: so many seconds into a moment. */
export interface StretchPlace {
  readonly moment: number;
  readonly seconds: number;
}

/** Which of all stretches is looked for: affect times it is least there. */
type Side = 1 | -1;

/** The worst and the best stretch of one length in a curve: the least and the greatest mean over so many seconds in a row. */
export class Stretches {
  /** Mean affect over the worst and over the best, as far as they were looked for. */
  worst = 0.5;
  best = 0.5;
  /** Where they begin, of stretches alike the first. */
  readonly worstAt = { moment: 0, seconds: 0.5 };
  readonly bestAt = { moment: 0, seconds: 0.5 };
  /** How long each is: the length, or a rounding less where that is all there is. */
  length = 0.5;
  /** How long they are to be. */
  #wanted = 0.5;
  /** What was found last: its mean, and where it begins. */
  #mean = 0.5;
  readonly #found = { moment: 0, seconds: 0.5 };

  /** Looks at a curve that has been surveyed and takes time. `length` is above 0, and no longer than the curve but for rounding. */
  begin(length: number): void {
    this.#wanted = length;
  }

  findWorst(curve: Curve): void {
    this.#find(curve, 1);
    this.worst = this.#mean;
    this.worstAt.moment = this.#found.moment;
    this.worstAt.seconds = this.#found.seconds;
    for (let k = 0; k < curve.failureCount; k++) this.#fail(curve, curve.failures[k]!);
  }

  findBest(curve: Curve): void {
    this.#find(curve, -1);
    this.best = this.#mean;
    this.bestAt.moment = this.#found.moment;
    this.bestAt.seconds = this.#found.seconds;
  }

  /** A failure is a stretch of its own, as long as the others: it can be the worst. Where it lasts longer its end is, for it never gets better. */
  #fail(curve: Curve, moment: number): void {
    const start = curve.start(moment);
    const end = curve.end(moment);
    const seconds = curve.seconds(moment);
    const share = seconds > this.length ? this.length / seconds : 1;
    const level = end + ((start - end) * share) / 2;
    const known = this.worst;
    if (level > known + alike) return;
    if (level < known) this.worst = level;
    // Of a failure and something alike the failure, of failures alike the first.
    if (level >= known - alike && curve.counts[this.worstAt.moment] === apart) return;
    this.worstAt.moment = moment;
    this.worstAt.seconds = 0;
  }

  /** The mean that lies furthest to one side: where what was felt for a moment lies furthest, or beside it. */
  #find(curve: Curve, side: Side): void {
    const wanted = this.#wanted;
    const moment = side > 0 ? curve.leastAt : curve.greatestAt;
    const level = curve.start(moment) === curve.end(moment);
    if (level && (curve.lasting(moment, wanted) >= wanted || (side > 0 && curve.counts[moment] === apart))) {
      // No stretch can lie further than one at the extreme.
      this.length = wanted;
      this.#mean = side > 0 ? curve.least : curve.greatest;
      this.#found.moment = moment;
      this.#found.seconds = 0;
      return;
    }
    let near = curve.following(moment - 1);
    if (near === curve.count) for (near = moment; !curve.takesTime(near);) near--;
    this.#sweep(curve, side, near, near);
    // Whatever lies as far goes through a moment that comes as far: most often that is this one alone.
    const reach = side * this.#mean + alike;
    let first = near;
    let last = near;
    for (let m = 0; m < curve.count; m++) {
      if (side * curve.start(m) > reach && side * curve.end(m) > reach) continue;
      if ((m >= first && m <= last) || !curve.takesTime(m)) continue;
      if (m < first) first = m;
      else last = m;
    }
    if (first < last) this.#sweep(curve, side, first, last);
    this.#mean = within(curve, this.#mean);
  }

  /**
   * All stretches that go through a moment or through several in a row: the two ends of the stretch, tail and head, pass over each moment once.
   * Between two boundaries affect at both goes in a line, so the mean turns where both feel alike, and only there.
   */
  #sweep(curve: Curve, side: Side, first: number, last: number): void {
    const { count, moments } = curve;
    let length = this.#wanted;
    let tail = first;
    let tailTime = curve.lasting(first, length);
    let tailAt = 0;
    let head = first;
    let headTime = tailTime;
    let headAt = 0;
    let headStart = side * curve.start(head);
    let headEnd = side * curve.end(head);
    let area = 0;
    let missing = length;
    // The first of them ends where the first moment begins …
    for (let m = first - 1; m >= 0 && missing > 0; m--) {
      const time = curve.lasting(m, length);
      if (!(time > 0)) continue;
      const part = time < missing ? time : missing;
      const end = side * curve.end(m);
      area += part * (end - (end - side * curve.start(m)) * (part / time) * 0.5);
      missing -= part;
      tail = m;
      tailTime = time;
      tailAt = time - part;
    }
    // … or, where too little lies before, begins with the curve.
    while (missing > 0) {
      headAt = headTime < missing ? headTime : missing;
      area += headAt * (headStart + (headEnd - headStart) * (headAt / headTime) * 0.5);
      missing -= headAt;
      if (!(missing > 0)) break;
      const next = curve.following(head);
      if (next === count) {
        // A rounding longer than all there is.
        length -= missing;
        break;
      }
      head = next;
      headTime = curve.lasting(head, length);
      headStart = side * curve.start(head);
      headEnd = side * curve.end(head);
    }
    let headNow = headAt < headTime ? headStart + (headEnd - headStart) * (headAt / headTime) : headEnd;
    let tailStart = side * curve.start(tail);
    let tailEnd = side * curve.end(tail);
    let tailNow = tailAt > 0 ? tailStart + (tailEnd - tailStart) * (tailAt / tailTime) : tailStart;

    const slack = alike * length;
    let least = area;
    let told = area;
    let foundMoment = tail;
    let foundSeconds = tailAt;
    for (;;) {
      if (head === tail) {
        // Within one line the mean goes in a line too: what counts is where it comes out.
        tailAt = headTime > length ? headTime - length : 0;
        tailNow = tailAt > 0 ? headStart + (headEnd - headStart) * (tailAt / headTime) : headStart;
        headAt = headTime;
        area = length * ((tailNow + headEnd) * 0.5);
      } else {
        // On to the next boundary that either end meets.
        const left = tailTime - tailAt;
        const right = headTime - headAt;
        const step = left < right ? left : right;
        const before = headNow - tailNow;
        headAt = right <= left ? headTime : headAt + step;
        headNow = right <= left || headStart === headEnd ? headEnd : headStart + (headEnd - headStart) * (headAt / headTime);
        const from = tailAt;
        tailAt = left <= right ? tailTime : tailAt + step;
        tailNow = left <= right || tailStart === tailEnd ? tailEnd : tailStart + (tailEnd - tailStart) * (tailAt / tailTime);
        const after = headNow - tailNow;
        if (before < 0 && after > 0) {
          const turn = (step * before) / (before - after);
          const turned = area + turn * (before * 0.5);
          if (turned < least) {
            least = turned;
            if (turned < told - slack) {
              told = turned;
              foundMoment = tail;
              foundSeconds = from + turn;
            }
          }
        }
        area += step * ((before + after) * 0.5);
      }
      if (area < least) {
        least = area;
        if (area < told - slack) {
          told = area;
          foundMoment = tail;
          foundSeconds = tailAt;
        }
      }
      if (headAt === headTime) {
        head = curve.following(head);
        if (head === count) break;
        headTime = curve.lasting(head, length);
        headAt = 0;
        headStart = side * moments[stride * head + 1]!;
        headEnd = side * moments[stride * head + 2]!;
        headNow = headStart;
      }
      if (tailAt === tailTime) {
        if (tail === last) break;
        tail = curve.following(tail);
        tailTime = curve.lasting(tail, length);
        tailAt = 0;
        tailStart = side * moments[stride * tail + 1]!;
        tailEnd = side * moments[stride * tail + 2]!;
        tailNow = tailStart;
      }
    }
    this.length = length;
    this.#mean = (side * least) / length;
    this.#found.moment = foundMoment;
    this.#found.seconds = foundSeconds;
  }
}

/** No mean lies outside of what was felt, whatever rounding says. */
export function within({ least, greatest }: Curve, mean: number): number {
  return mean < least ? least : mean > greatest ? greatest : mean;
}
