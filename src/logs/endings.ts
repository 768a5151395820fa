import type { Issue } from '../errors/issue';
import { unknownName } from '../errors/unknown-name';
import { at } from '../errors/wording';
import type { Events } from './events';

/** An activity that is the last of so many of the cases that have it is an end. Judgement. */
const leastLast = 0.5;

/** What each case has last; -1 where a case has no events. */
export function lastActivities({ activity, from, end }: Events): Int32Array {
  const last = new Int32Array(from.length - 1).fill(-1);
  for (let one = 0; one < last.length; one++) {
    let latest = -Infinity;
    for (let i = from[one]!; i < from[one + 1]!; i++) {
      if (end[i]! < latest) continue;
      latest = end[i]!;
      last[one] = activity[i]!;
    }
  }
  return last;
}

/** The activities a case is over with, as they were named; the faults of names nobody has are written down. */
export function namedEnds(ends: readonly string[], { activities }: Events, path: string, issues: Issue[]): Uint8Array {
  const isEnd = new Uint8Array(activities.length);
  ends.forEach((name, i) => {
    const known = activities.indexOf(name.trim());
    if (known < 0) issues.push(unknownName(at(path, i), name, activities));
    else isEnd[known] = 1;
  });
  return isEnd;
}

/** The activities that most cases end with that have them, and those that are the last step of the order. */
export function usualEnds(last: Int32Array, { activities, activity, from }: Events, lastStep: readonly number[]): Uint8Array {
  const had = new Float64Array(activities.length);
  const ended = new Float64Array(activities.length);
  const met = new Int32Array(activities.length).fill(-1);
  for (let one = 0; one < last.length; one++) {
    for (let i = from[one]!; i < from[one + 1]!; i++) {
      if (met[activity[i]!] === one) continue;
      met[activity[i]!] = one;
      had[activity[i]!]!++;
    }
    if (last[one]! >= 0) ended[last[one]!]!++;
  }
  const isEnd = Uint8Array.from(activities, (_, what) => (ended[what]! > 0 && ended[what]! >= leastLast * had[what]! ? 1 : 0));
  for (const what of lastStep) isEnd[what] = 1;
  return isEnd;
}

/**
 * 1 where a case is over: an end is what it has last, in time or in the order of the journey. Who has an end and then something that stands before it in
 * the order did things in another order, and has not left.
 */
export function casesOver(
  { activity, from }: Events,
  last: Int32Array,
  isEnd: Uint8Array,
  steps: readonly (readonly number[])[],
): Uint8Array {
  const stepOf = new Int32Array(isEnd.length).fill(-1);
  steps.forEach((members, step) => members.forEach((what) => (stepOf[what] = step)));
  return Uint8Array.from(last, (latest, one) => {
    if (latest < 0 || isEnd[latest] === 1) return latest < 0 ? 0 : 1;
    let furthest = stepOf[latest]!;
    let isOver = 0;
    for (let i = from[one]!; i < from[one + 1]!; i++) {
      const step = stepOf[activity[i]!]!;
      if (step <= stepOf[latest]! || step < furthest) continue;
      // Of several options of one step, one that is an end will do.
      isOver = (step > furthest ? 0 : isOver) | isEnd[activity[i]!]!;
      furthest = step;
    }
    return isOver;
  });
}
