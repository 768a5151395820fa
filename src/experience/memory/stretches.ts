import type { Curve } from '../living/curve';

/** Means of stretches this close are alike (affect): rounding does not say which of them is told of. */
const alike = 1e-9;

/** Where a stretch begins: so many seconds into a moment. */
export interface StretchPlace {
  readonly moment: number;
  readonly seconds: number;
}

/**
 * The worst and the best stretch of one length in a curve: the least and the greatest mean over so many seconds in a row. One look: the two ends
 * of the stretch go over every moment once. Between two moments' boundaries affect at both ends goes in a line, so the mean turns where both
 * feel alike, and only there.
 */
export class Stretches {
  /** Mean affect over the worst and over the best. */
  worst = 0.5;
  best = 0.5;
  /** Where they begin, of stretches alike the first. */
  readonly worstAt = { moment: 0, seconds: 0.5 };
  readonly bestAt = { moment: 0, seconds: 0.5 };
  /** How long each is: the length, or a rounding less where that is all there is. */
  length = 0.5;
  #worstTold = 0.5;
  #bestTold = 0.5;

  /** Looks at a curve that has been surveyed and takes time. `length` is above 0, and no longer than the curve but for rounding. */
  look(curve: Curve, length: number): void {
    const { count } = curve;
    let tail = following(curve, -1, length);
    let head = tail;
    let headTime = curve.lasting(head, length);
    let area = 0;
    let headAt = length;
    // The first of all stretches.
    while (headAt > headTime) {
      area += headTime * ((curve.start(head) + curve.end(head)) * 0.5);
      headAt -= headTime;
      const next = following(curve, head, length);
      if (next === count) return this.#only(curve, area, length - headAt, tail);
      head = next;
      headTime = curve.lasting(head, length);
    }
    let headNow = valueAt(curve, head, headAt, headTime);
    area += headAt * ((curve.start(head) + headNow) * 0.5);
    let tailTime = curve.lasting(tail, length);
    let tailAt = 0;
    let tailNow = curve.start(tail);
    this.length = length;
    this.worst = this.best = this.#worstTold = this.#bestTold = area;
    this.worstAt.moment = this.bestAt.moment = tail;
    this.worstAt.seconds = this.bestAt.seconds = 0;

    for (;;) {
      if (head === tail) {
        // Within one line the mean goes in a line too: what counts is where it comes out.
        headAt = headTime;
        headNow = curve.end(head);
        tailAt = headTime > length ? headTime - length : 0;
        tailNow = valueAt(curve, tail, tailAt, tailTime);
        area = length * ((tailNow + headNow) * 0.5);
        this.#consider(area, tail, tailAt);
        head = following(curve, head, length);
        if (head === count) break;
        headTime = curve.lasting(head, length);
        headAt = 0;
        headNow = curve.start(head);
        continue;
      }
      // On to the next boundary that either end meets.
      const left = tailTime - tailAt;
      const right = headTime - headAt;
      const step = left < right ? left : right;
      const headThen = right <= left ? curve.end(head) : valueAt(curve, head, headAt + step, headTime);
      const tailThen = left <= right ? curve.end(tail) : valueAt(curve, tail, tailAt + step, tailTime);
      const before = headNow - tailNow;
      const after = headThen - tailThen;
      if (before * after < 0) {
        const turn = (step * before) / (before - after);
        this.#consider(area + turn * (before * 0.5), tail, tailAt + turn);
      }
      area += step * ((before + after) * 0.5);
      this.#consider(area, tail, tailAt + step);
      if (right <= left) {
        head = following(curve, head, length);
        if (head === count) break;
        headTime = curve.lasting(head, length);
        headAt = 0;
        headNow = curve.start(head);
      } else {
        headAt += step;
        headNow = headThen;
      }
      if (left <= right) {
        tail = following(curve, tail, length);
        tailTime = curve.lasting(tail, length);
        tailAt = 0;
        tailNow = curve.start(tail);
      } else {
        tailAt += step;
        tailNow = tailThen;
      }
    }
    this.worst = within(curve, this.worst / length);
    this.best = within(curve, this.best / length);
  }

  /** A stretch that begins so far into a moment, by its area. */
  #consider(area: number, moment: number, seconds: number): void {
    const slack = alike * this.length;
    if (area < this.worst) {
      this.worst = area;
      if (area < this.#worstTold - slack) {
        this.#worstTold = area;
        this.worstAt.moment = moment;
        this.worstAt.seconds = seconds;
      }
    } else if (area > this.best) {
      this.best = area;
      if (area > this.#bestTold + slack) {
        this.#bestTold = area;
        this.bestAt.moment = moment;
        this.bestAt.seconds = seconds;
      }
    }
  }

  /** There is one stretch, all of it. */
  #only(curve: Curve, area: number, length: number, moment: number): void {
    this.length = length;
    this.worst = this.best = within(curve, area / length);
    this.worstAt.moment = this.bestAt.moment = moment;
    this.worstAt.seconds = this.bestAt.seconds = 0;
  }
}

/** The next moment that takes time; the number of moments where there is none. */
export function following(curve: Curve, moment: number, stretch: number): number {
  let next = moment + 1;
  while (next < curve.count && !(curve.lasting(next, stretch) > 0)) next++;
  return next;
}

/** Affect so many seconds into a moment of a length. */
function valueAt(curve: Curve, moment: number, seconds: number, length: number): number {
  const start = curve.start(moment);
  const end = curve.end(moment);
  return seconds < length ? start + (end - start) * (seconds / length) : end;
}

/** No mean lies outside of what was felt, whatever rounding says. */
export function within({ least, greatest }: Curve, mean: number): number {
  return mean < least ? least : mean > greatest ? greatest : mean;
}
