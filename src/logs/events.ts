/** Events as columns, those of one case beside each other and in the order of their starts; what stood first in the log comes first where moments are the same. */
export interface Events {
  /** What can happen, by number. */
  readonly activities: readonly string[];
  /** Where the events of each case begin; one more than there are cases. */
  readonly from: Int32Array;
  readonly activity: Int32Array;
  /** Seconds. */
  readonly start: Float64Array;
  /** Seconds, not before the start. */
  readonly end: Float64Array;
  /** The row it was read from; of two rows the one that completes it. */
  readonly row: Int32Array;
  /** Which of its ends is not known: 0 for none, or a sum of {@link unknownStart} and {@link unknownEnd}. What is not known stands as the other. */
  readonly unknown: Uint8Array;
}

export const unknownStart = 1;
export const unknownEnd = 2;
/** Judgement: of an activity a smaller share of whose events has both ends, one end is all there is to know: it takes no time. */
const leastWhole = 0.1;

/** Events in the order they were read. */
export interface LooseEvents extends Omit<Events, 'activities' | 'from'> {
  readonly cases: number;
  readonly caseOf: Int32Array;
}

/** What a row lacks, or does, that is no event or no whole one. */
export type UnreadRow = 'case' | 'activity' | 'time' | 'lifecycle' | 'open' | 'unstarted' | 'oneEnd' | 'backwards' | 'moment';

/** Puts each case's events beside each other, in order. Cases keep the order of their first rows. */
export function byCase({ cases, caseOf, activity, start, end, row, unknown }: LooseEvents, activities: readonly string[]): Events {
  const count = caseOf.length;
  const from = new Int32Array(cases + 1);
  for (let i = 0; i < count; i++) from[caseOf[i]! + 1]!++;
  for (let one = 0; one < cases; one++) from[one + 1]! += from[one]!;
  const order = new Int32Array(count);
  const filled = from.slice();
  for (let i = 0; i < count; i++) order[filled[caseOf[i]!]!++] = i;
  for (let one = 0; one < cases; one++) sortPart(order, from[one]!, from[one + 1]!, start, end);
  return {
    activities,
    from,
    activity: Int32Array.from(order, (i) => activity[i]!),
    start: Float64Array.from(order, (i) => start[i]!),
    end: Float64Array.from(order, (i) => end[i]!),
    row: Int32Array.from(order, (i) => row[i]!),
    unknown: Uint8Array.from(order, (i) => unknown[i]!),
  };
}

/** Activities of which hardly any event has both ends are moments: nothing of them is unknown. How many of their events there are. */
export function settleMoments({ activity, unknown }: LooseEvents, activities: number): number {
  const [all, whole] = [new Float64Array(activities), new Float64Array(activities)];
  for (let i = 0; i < activity.length; i++) {
    all[activity[i]!]!++;
    if (unknown[i] === 0) whole[activity[i]!]!++;
  }
  let moments = 0;
  for (let i = 0; i < activity.length; i++) {
    if (unknown[i] === 0 || whole[activity[i]!]! >= leastWhole * all[activity[i]!]!) continue;
    unknown[i] = 0;
    moments++;
  }
  return moments;
}

/** By start, then by end; most logs are in order already. */
function sortPart(order: Int32Array, from: number, to: number, start: Float64Array, end: Float64Array): void {
  const compare = (a: number, b: number): number => start[a]! - start[b]! || end[a]! - end[b]! || a - b;
  for (let i = from + 1; i < to; i++) {
    if (compare(order[i - 1]!, order[i]!) > 0) {
      order.subarray(from, to).sort(compare);
      return;
    }
  }
}
