import type { Running } from './censoring';
import type { Events } from './events';

/** How much the times of each event count for. */
export interface TimeWeights {
  /** Of the wait before it. */
  readonly wait: Float64Array;
  /** Of its own time. */
  readonly own: Float64Array;
}

/** Who did something, how long nothing came after it, and the event that did; -1 where the log ended first. */
interface Visit {
  readonly one: number;
  readonly silence: number;
  readonly next: number;
}

/**
 * What is known of a wait does not hang on what comes later: a case that fell silent further on has lived it as well. So of each activity those who
 * are silent after it, and nobody else, are given to those who waited longer there (Kaplan and Meier); every time counts for as much as its case did
 * when it came so far. `steps` are the activities in the order of the journey. Undefined where nothing is running.
 */
export function timeWeights(events: Events, steps: readonly number[], running: Running): TimeWeights | undefined {
  const { activity, from } = events;
  const { isRunning, silentMeansGone } = running;
  if (!isRunning.includes(1)) return undefined;
  const caseOf = new Int32Array(activity.length);
  for (let one = 0; one < from.length - 1; one++) caseOf.fill(one, from[one], from[one + 1]);
  const [wait, own] = [new Float64Array(activity.length).fill(1), new Float64Array(activity.length).fill(1)];
  // How much each case counts for by now.
  const worth = new Float64Array(from.length - 1).fill(1);
  const visits = visitsOf(events, running);
  const placed = new Map(eventsOf(events).map((those, what) => [what, those]));
  const places = new Map(steps.map((what, place) => [what, place]));
  const sorted = [...placed.keys()].sort((a, b) => (places.get(a) ?? -1) - (places.get(b) ?? -1) || a - b);
  for (const what of sorted) {
    for (const i of placed.get(what)!) {
      own[i] = worth[caseOf[i]!]!;
      if (i + 1 < from[caseOf[i]! + 1]!) wait[i + 1] = own[i]!;
    }
    // Of equal silences those that went on come first.
    const here = visits[what]!.sort((a, b) => a.silence - b.silence || Number(a.next < 0) - Number(b.next < 0) || a.one - b.one);
    let rest = here.reduce((sum, { one }) => sum + worth[one]!, 0);
    let factor = 1;
    let unplaced = 0;
    let whole = 0;
    for (const { one, next } of here) {
      const weight = worth[one]!;
      rest -= weight;
      if (next >= 0) {
        worth[one] = weight * factor;
        whole += weight * factor;
      } else if (rest > 1e-9 * weight) factor *= 1 + weight / rest;
      else if (!silentMeansGone) unplaced += weight * factor;
    }
    const all = whole > 0 ? 1 + unplaced / whole : 1;
    for (const { one, next } of here) {
      if (next < 0) continue;
      worth[one]! *= all;
      wait[next] = worth[one]!;
    }
  }
  return { wait, own };
}

/** Of each activity who had it last when. Who is over, or left, did so at once. */
function visitsOf({ activities, activity, from, start, end }: Events, { isRunning, until }: Running): Visit[][] {
  const visits: Visit[][] = activities.map(() => []);
  const latest = new Int32Array(activities.length).fill(-1);
  for (let one = 0; one < from.length - 1; one++) {
    const stop = from[one + 1]!;
    let covered = -Infinity;
    for (let i = from[one]!; i < stop; i++) covered = Math.max(covered, end[i]!);
    for (let i = stop - 1; i >= from[one]!; i--) {
      const what = activity[i]!;
      if (latest[what] === one) continue;
      latest[what] = one;
      if (i + 1 < stop) visits[what]!.push({ one, silence: Math.max(0, start[i + 1]! - end[i]!), next: i + 1 });
      else if (isRunning[one] === 1) visits[what]!.push({ one, silence: Math.max(0, until - covered), next: -1 });
    }
  }
  return visits;
}

/** The events of each activity. */
function eventsOf({ activities, activity }: Events): number[][] {
  const those: number[][] = activities.map(() => []);
  for (let i = 0; i < activity.length; i++) those[activity[i]!]!.push(i);
  return those;
}
