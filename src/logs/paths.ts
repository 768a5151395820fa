import { longestDuration } from '../distributions/duration-units';
import { unknownEnd, unknownStart, type Events } from './events';

/** What a case did at one step, once. All visits of a case stand beside each other. */
export interface Paths {
  /** Activities of each step, the first being the step itself and the others its options. */
  readonly steps: readonly (readonly number[])[];
  /** Where the visits of each case begin. */
  readonly from: Int32Array;
  readonly step: Int16Array;
  /** Which of the activities of the step it was. */
  readonly way: Int16Array;
  /** Seconds from the completion before it until it began. */
  readonly wait: Float64Array;
  /** Seconds of its own: those that no event before it covers. */
  readonly own: Float64Array;
  /** 1 where its own time, and the wait before it, cannot be known: one of the moments between them is missing. Together they are what passed. */
  readonly unsure: { readonly own: Uint8Array; readonly wait: Uint8Array };
  /** 1 where it was done before. */
  readonly again: Uint8Array;
  readonly row: Int32Array;
  /** The furthest step of each case; -1 where it had none. */
  readonly furthest: Int16Array;
  /** From the first moment of each case to its last, seconds. */
  readonly total: Float64Array;
  /** 1 where the first moment or the last is missing. */
  readonly cut: Uint8Array;
  /** How many cases show what the journey does not carry. */
  readonly odd: OddCases;
}

export interface OddCases {
  /** Activities that are no steps. */
  readonly rare: number;
  /** Steps in another order. */
  readonly order: number;
  /** Two alternatives. */
  readonly both: number;
  /** Done again after something else came between. */
  readonly later: number;
  /** Done again more often than a retry can. */
  readonly often: number;
  /** Time of two events at once. */
  readonly overlap: number;
  /** None of these but overlap. */
  readonly exact: number;
}

/** Retries are at most this many. */
export const mostRetries = 5;

const gone = 0;
const first = 1;
const repeat = 2;
/** Done again after other steps: what passed until then was time on the way to the next step, or to the last one. */
const later = 3;

/** Each case laid onto the steps. What has no place there is left out, and its time passes to what comes next, so that the time of a case adds up. */
export function layOut(events: Events, steps: readonly (readonly number[])[]): Paths {
  const { activity, start, end, from, activities, unknown } = events;
  const count = activity.length;
  const cases = from.length - 1;
  const stepOf = new Int16Array(activities.length).fill(-1);
  const wayOf = new Int16Array(activities.length);
  steps.forEach((members, step) =>
    members.forEach((what, way) => {
      stepOf[what] = step;
      wayOf[what] = way;
    }),
  );

  const visits = { step: new Int16Array(count), way: new Int16Array(count), again: new Uint8Array(count), row: new Int32Array(count) };
  const times = { wait: new Float64Array(count), own: new Float64Array(count) };
  const unsure = { wait: new Uint8Array(count), own: new Uint8Array(count) };
  const cut = new Uint8Array(cases);
  const offsets = new Int32Array(cases + 1);
  const furthest = new Int16Array(cases).fill(-1);
  const total = new Float64Array(cases);
  const odd = { rare: 0, order: 0, both: 0, later: 0, often: 0, overlap: 0, exact: 0 };
  const role = new Uint8Array(count);
  const takenIn = new Int32Array(steps.length).fill(-1);
  const taken = new Int32Array(steps.length);
  const repeats = new Int32Array(steps.length);
  const seen = new Int32Array(steps.length);
  let made = 0;

  for (let one = 0; one < cases; one++) {
    const begin = from[one]!;
    const stop = from[one + 1]!;
    const is = { rare: false, order: false, both: false, later: false, often: false, overlap: false };
    let before = -1;
    let latest = -1;
    let lastFirst = -1;
    for (let i = begin; i < stop; i++) {
      const step = stepOf[activity[i]!]!;
      role[i] = gone;
      if (step < 0) {
        is.rare = true;
        continue;
      }
      if (takenIn[step] !== one) {
        takenIn[step] = one;
        taken[step] = activity[i]!;
        repeats[step] = 0;
        seen[step] = 0;
        role[i] = first;
        lastFirst = i;
        if (step < latest) is.order = true;
        latest = Math.max(latest, step);
      } else if (taken[step] === activity[i]!) {
        role[i] = before === step ? repeat : later;
        repeats[step]!++;
        if (before !== step) is.later = true;
      } else is.both = true;
      before = step;
    }
    // Of too many repeats the first stay, and the last, so that the case ends when it did.
    for (let i = begin; i < stop; i++) {
      if (role[i] !== repeat && role[i] !== later) continue;
      const step = stepOf[activity[i]!]!;
      const place = ++seen[step]!;
      if (place < mostRetries || place === repeats[step]!) continue;
      is.often = true;
      role[i] = gone;
    }
    let covered = begin < stop ? start[begin]! : 0;
    const opened = covered;
    let close = covered;
    let passed = 0;
    let isPassedSure = true;
    let isCoveredSure = true;
    let placeOfLast = -1;
    for (let i = begin; i < stop; i++) close = Math.max(close, end[i]!);
    for (let i = begin; i < stop; i++) {
      if ((i === begin && lacks(unknown[i]!, unknownStart)) || (end[i] === close && lacks(unknown[i]!, unknownEnd))) cut[one] = 1;
    }
    for (let i = begin; i < stop; i++) {
      if (role[i] === gone) continue;
      const step = stepOf[activity[i]!]!;
      visits.step[made] = step;
      visits.way[made] = wayOf[activity[i]!]!;
      visits.again[made] = role[i] === first ? 0 : 1;
      visits.row[made] = i;
      passed += Math.max(0, start[i]! - covered);
      if (!isCoveredSure || lacks(unknown[i]!, unknownStart)) isPassedSure = false;
      isCoveredSure = !lacks(unknown[i]!, unknownEnd);
      unsure.own[made] = unknown[i] === 0 ? 0 : 1;
      if (i === lastFirst) placeOfLast = made;
      if (role[i] !== later || placeOfLast === offsets[one]!) {
        times.wait[made] = clean(passed);
        unsure.wait[made] = isPassedSure ? 0 : 1;
        passed = 0;
        isPassedSure = true;
      }
      times.own[made] = clean(Math.max(0, end[i]! - Math.max(start[i]!, covered)));
      if (start[i]! < covered) is.overlap = true;
      covered = Math.max(covered, end[i]!);
      furthest[one] = Math.max(furthest[one]!, step);
      made++;
    }
    if (passed > 0) times.wait[placeOfLast]! += passed;
    if (!isPassedSure) unsure.wait[placeOfLast] = 1;
    offsets[one + 1] = made;
    total[one] = Math.min(close - opened, 1000 * longestDuration);
    if (begin === stop) continue;
    for (const key of ['rare', 'order', 'both', 'later', 'often', 'overlap'] as const) if (is[key]) odd[key]++;
    if (!is.rare && !is.order && !is.both && !is.later && !is.often) odd.exact++;
  }
  return {
    steps,
    from: offsets,
    step: visits.step.subarray(0, made),
    way: visits.way.subarray(0, made),
    again: visits.again.subarray(0, made),
    row: visits.row.subarray(0, made),
    wait: times.wait.subarray(0, made),
    own: times.own.subarray(0, made),
    unsure: { own: unsure.own.subarray(0, made), wait: unsure.wait.subarray(0, made) },
    furthest,
    total,
    cut,
    odd,
  };
}

function lacks(unknown: number, end: number): boolean {
  return (unknown & end) !== 0;
}

/** No step takes longer than a journey can hold. Moments far from their beginning are known to a fraction of a millionth of a second only: differences without what is left of that. */
function clean(seconds: number): number {
  return Math.round(Math.min(seconds, longestDuration) * 1e5) / 1e5;
}
