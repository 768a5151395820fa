import type { Events } from './events';

/** What is known of cases that may be running. */
export interface Running {
  /** 1 where a case may be running. */
  readonly isRunning: Uint8Array;
  /** When the log ended, seconds. */
  readonly until: number;
  /** Whether those that are silent for longer than anybody who went on have given up, or are known to be running. */
  readonly silentMeansGone: boolean;
}

/** How much each case counts for. */
export interface Weights {
  /** A weight for each case; running ones have none. */
  readonly weight: Float64Array;
  /** Cases of which nobody who went on longer is known: they count for nothing. */
  readonly lost: number;
  /** Silent cases that have given up, as far as one can tell. */
  readonly gone: number;
}

/**
 * A running case is given to those who were as far and took longer from there, by equal shares (redistribution to the right, which is the estimate of
 * Kaplan and Meier). `steps` are the activities in the order of the journey, so that a weight moves on until it reaches cases that are over.
 */
export function redistribute(events: Events, last: Int32Array, steps: readonly number[], running: Running): Weights {
  const { activity, from, start, end } = events;
  const { isRunning, until, silentMeansGone } = running;
  const cases = last.length;
  const weight = new Float64Array(cases).fill(1);
  const settled = new Uint8Array(cases);
  let lost = 0;
  let gone = 0;
  if (!isRunning.includes(1)) return { weight, lost, gone };

  // Of each activity who had it last when, and how long nothing came after it.
  const visits = new Map<number, { one: number; silence: number }[]>();
  const latest = new Int32Array(events.activities.length).fill(-1);
  for (let one = 0; one < cases; one++) {
    let next = Infinity;
    let covered = -Infinity;
    for (let i = from[one]!; i < from[one + 1]!; i++) covered = Math.max(covered, end[i]!);
    for (let i = from[one + 1]! - 1; i >= from[one]!; i--) {
      const what = activity[i]!;
      const isLast = next === Infinity;
      const silence = isLast ? Math.max(0, until - covered) : Math.max(0, next - end[i]!);
      next = start[i]!;
      if (latest[what] === one) continue;
      latest[what] = one;
      // Who is over, or left, did so at once.
      if (isLast && isRunning[one] === 0) continue;
      const known = visits.get(what);
      if (known === undefined) visits.set(what, [{ one, silence }]);
      else known.push({ one, silence });
    }
  }
  const places = new Map(steps.map((what, place) => [what, place]));
  const sorted = [...visits.keys()].sort((a, b) => (places.get(a) ?? -1) - (places.get(b) ?? -1) || a - b);
  for (const what of sorted) {
    const waitsHere = (one: number): boolean => isRunning[one] === 1 && last[one] === what;
    const here = visits.get(what)!.filter(({ one }) => settled[one] === 0);
    if (!here.some(({ one }) => waitsHere(one))) continue;
    // Of equal silences those that went on come first.
    here.sort(
      (a, b) => (a.silence === b.silence ? Number(waitsHere(a.one)) - Number(waitsHere(b.one)) : a.silence - b.silence) || a.one - b.one,
    );
    let rest = here.reduce((sum, { one }) => sum + weight[one]!, 0);
    const others = here.filter(({ one }) => !waitsHere(one));
    let factor = 1;
    let unplaced = 0;
    for (const { one } of here) {
      const own = weight[one]!;
      rest -= own;
      if (!waitsHere(one)) {
        weight[one] = own * factor;
        continue;
      }
      settled[one] = 1;
      if (rest > 1e-9 * own) {
        weight[one] = 0;
        factor *= 1 + own / rest;
      } else if (silentMeansGone) {
        weight[one] = own * factor;
        gone++;
      } else {
        unplaced += own * factor;
        weight[one] = 0;
      }
    }
    const whole = others.reduce((sum, { one }) => sum + weight[one]!, 0);
    if (unplaced > 0 && whole > 0) for (const { one } of others) weight[one]! *= 1 + unplaced / whole;
    else if (unplaced > 0) lost += unplaced;
  }
  return { weight, lost, gone };
}
