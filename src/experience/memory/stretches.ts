import { apart, stride, type Curve } from '../living/curve';

/** Means of stretches this close are alike (affect): rounding does not say which of them is told of. */
const alike = 1e-9;

/** Where a stretch begins: so many seconds into a moment. */
export interface StretchPlace {
  readonly moment: number;
  readonly seconds: number;
}

/** The worst and the best stretch of one length in a curve: the least and the greatest mean over so many seconds in a row. */
export class Stretches {
  /** Mean affect over the worst and over the best. */
  worst = 0.5;
  best = 0.5;
  /** Where they begin, of stretches alike the first. */
  readonly worstAt = { moment: 0, seconds: 0.5 };
  readonly bestAt = { moment: 0, seconds: 0.5 };
  /** How long each is: the length, or a rounding less where that is all there is. */
  length = 0.5;

  /** Looks at a curve that has been surveyed and takes time. `length` is above 0, and no longer than the curve but for rounding. */
  look(curve: Curve, length: number): void {
    const { least, greatest, leastAt, greatestAt } = curve;
    if (lastsLevel(curve, leastAt, length) && lastsLevel(curve, greatestAt, length)) {
      // No stretch can be worse than one at the least that was felt, nor better than one at the greatest.
      this.length = length;
      this.worst = least;
      this.best = greatest;
      this.worstAt.moment = leastAt;
      this.bestAt.moment = greatestAt;
      this.worstAt.seconds = this.bestAt.seconds = 0;
    } else this.#sweep(curve, length);
    for (let k = 0; k < curve.failureCount; k++) this.#fail(curve, curve.failures[k]!);
  }

  /** A failure is a stretch of its own, as long as the others: it can be the worst. Where it lasts longer its end is, for it never gets better. */
  #fail(curve: Curve, moment: number): void {
    const [start, end, seconds] = [curve.start(moment), curve.end(moment), curve.seconds(moment)];
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

  /**
   * One look: the two ends of the stretch, tail and head, go over every moment once. Between two boundaries affect at both goes in a line, so the
   * mean turns where both feel alike, and only there.
   */
  #sweep(curve: Curve, wanted: number): void {
    const { count, moments, counts } = curve;
    let length = wanted;
    let whole = false;
    let tail = following(curve, -1, length);
    let head = tail;
    let headTime = curve.lasting(head, length);
    let headEnd = curve.end(head);
    let headAt = length;
    let area = 0;
    // The first of all stretches.
    while (headAt > headTime) {
      area += headTime * ((curve.start(head) + headEnd) * 0.5);
      headAt -= headTime;
      const next = following(curve, head, length);
      if (next === count) {
        // A rounding longer than all there is, whose area is known.
        length -= headAt;
        headAt = headTime;
        whole = true;
        break;
      }
      head = next;
      headTime = curve.lasting(head, length);
      headEnd = curve.end(head);
    }
    let headStart = curve.start(head);
    let headNow = headAt < headTime ? headStart + (headEnd - headStart) * (headAt / headTime) : headEnd;
    if (!whole) area += headAt * ((headStart + headNow) * 0.5);
    let tailStart = curve.start(tail);
    let tailEnd = curve.end(tail);
    let tailTime = curve.lasting(tail, length);
    let tailAt = 0;
    let tailNow = tailStart;

    const slack = alike * length;
    let least = area;
    let greatest = area;
    let worstTold = area;
    let worstMoment = tail;
    let worstSeconds = 0;
    let bestTold = area;
    let bestMoment = tail;
    let bestSeconds = 0;
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
        if (before * after < 0) {
          const turn = (step * before) / (before - after);
          const turned = area + turn * (before * 0.5);
          if (turned < least) {
            least = turned;
            if (turned < worstTold - slack) {
              worstTold = turned;
              worstMoment = tail;
              worstSeconds = from + turn;
            }
          } else if (turned > greatest) {
            greatest = turned;
            if (turned > bestTold + slack) {
              bestTold = turned;
              bestMoment = tail;
              bestSeconds = from + turn;
            }
          }
        }
        area += step * ((before + after) * 0.5);
      }
      if (area < least) {
        least = area;
        if (area < worstTold - slack) {
          worstTold = area;
          worstMoment = tail;
          worstSeconds = tailAt;
        }
      } else if (area > greatest) {
        greatest = area;
        if (area > bestTold + slack) {
          bestTold = area;
          bestMoment = tail;
          bestSeconds = tailAt;
        }
      }
      if (headAt === headTime) {
        do {
          if (++head === count) {
            this.length = length;
            this.worst = within(curve, least / length);
            this.best = within(curve, greatest / length);
            this.worstAt.moment = worstMoment;
            this.worstAt.seconds = worstSeconds;
            this.bestAt.moment = bestMoment;
            this.bestAt.seconds = bestSeconds;
            return;
          }
          headTime = moments[stride * head]!;
          const how = counts[head]!;
          if (how !== 0) headTime = how === apart ? 0 : headTime < length ? length : headTime;
        } while (!(headTime > 0));
        headAt = 0;
        headStart = moments[stride * head + 1]!;
        headEnd = moments[stride * head + 2]!;
        headNow = headStart;
      }
      if (tailAt === tailTime) {
        do {
          tailTime = moments[stride * ++tail]!;
          const how = counts[tail]!;
          if (how !== 0) tailTime = how === apart ? 0 : tailTime < length ? length : tailTime;
        } while (!(tailTime > 0));
        tailAt = 0;
        tailStart = moments[stride * tail + 1]!;
        tailEnd = moments[stride * tail + 2]!;
        tailNow = tailStart;
      }
    }
  }
}

/** A moment of one level that fills a stretch; a failure does. */
function lastsLevel(curve: Curve, moment: number, stretch: number): boolean {
  if (curve.start(moment) !== curve.end(moment)) return false;
  return curve.counts[moment] === apart || curve.lasting(moment, stretch) >= stretch;
}

/** The next moment that takes time; the number of moments where there is none. */
export function following(curve: Curve, moment: number, stretch: number): number {
  let next = moment + 1;
  while (next < curve.count && !(curve.lasting(next, stretch) > 0)) next++;
  return next;
}

/** No mean lies outside of what was felt, whatever rounding says. */
export function within({ least, greatest }: Curve, mean: number): number {
  return mean < least ? least : mean > greatest ? greatest : mean;
}
