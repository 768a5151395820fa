import type { Events } from './events';

/** Who comes before whom, by the first time each case has an activity. */
export interface Precedence {
  /** Activities that are counted: places of what follows. */
  readonly kept: readonly number[];
  /** Cases that have each. */
  readonly has: Float64Array;
  /** Cases that have the first before the second, at `first · kept.length + second`. */
  readonly before: Float64Array;
}

/** More steps than this no journey of a log has. */
const mostActivities = 150;

/** The activities that a share of cases has, most cases first, and who comes before whom: events × activities of a case at most. */
export function countPrecedence({ activities, activity, from }: Events, rare: number): Precedence {
  const cases = from.length - 1;
  const everyCase = new Float64Array(activities.length);
  const met = new Int32Array(activities.length).fill(-1);
  for (let one = 0; one < cases; one++) {
    for (let i = from[one]!; i < from[one + 1]!; i++) {
      const what = activity[i]!;
      if (met[what] === one) continue;
      met[what] = one;
      everyCase[what]!++;
    }
  }
  const least = rare * cases;
  const kept = activities
    .map((_, what) => what)
    .filter((what) => everyCase[what]! > 0 && everyCase[what]! >= least)
    .sort((a, b) => everyCase[b]! - everyCase[a]! || a - b)
    .slice(0, mostActivities);
  const place = new Int32Array(activities.length).fill(-1);
  kept.forEach((what, k) => (place[what] = k));
  const size = kept.length;
  const before = new Float64Array(size * size);
  const order = new Int32Array(size);
  met.fill(-1);
  for (let one = 0; one < cases; one++) {
    let count = 0;
    for (let i = from[one]!; i < from[one + 1]!; i++) {
      const what = activity[i]!;
      const k = place[what]!;
      if (k < 0 || met[what] === one) continue;
      met[what] = one;
      for (let earlier = 0; earlier < count; earlier++) before[order[earlier]! * size + k]!++;
      order[count++] = k;
    }
  }
  return { kept, has: Float64Array.from(kept, (what) => everyCase[what]!), before };
}
