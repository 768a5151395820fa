import type { Paths } from './paths';
import { Gathering, type Sample } from './sample';
import type { TimeWeights } from './time-weights';

/** What some cases show of each step. Counts are sums of weights. */
export interface Tally {
  /** How many cases. */
  readonly n: number;
  readonly steps: readonly StepTally[];
  /** How long the cases took. */
  readonly total: Sample;
}

export interface StepTally {
  /** Cases of which it is known whether they had it. */
  readonly asked: number;
  readonly had: number;
  /** Those who had it and no step behind it, though their case was not over. */
  readonly left: number;
  /** Time from the completion before it, where that is known. */
  readonly wait: Sample;
  /** Of the step itself, then of its options. */
  readonly ways: readonly WayTally[];
}

export interface WayTally {
  readonly had: number;
  readonly repeats: number;
  /** The most often that anybody did it again. */
  readonly most: number;
  /** Every time it was done, where that is known. */
  readonly own: Sample;
  /** Time before it was done again, where that is known. */
  readonly again: Sample;
}

/** Cases with what is known of their ends. */
export interface Cases {
  readonly paths: Paths;
  readonly weight: Float64Array;
  /** 1 where a case is over. */
  readonly isOver: Uint8Array;
  /** Undefined where times count for as much as their cases. */
  readonly times?: TimeWeights | undefined;
}

/** What these cases show. With weights for times, running ones say how long it took them until they fell silent. */
export function tally({ paths, weight, isOver, times: timed }: Cases, chosen: Int32Array): Tally {
  const { steps, from, step, way: of, again, row, wait, own, unsure, furthest, total } = paths;
  const totals = new Gathering();
  const gathered = steps.map((members) => ({
    ...{ asked: 0, had: 0, left: 0, wait: new Gathering() },
    ways: members.map(() => ({ had: 0, repeats: 0, most: 0, own: new Gathering(), again: new Gathering() })),
  }));
  // How many cases reach so far and no further, and so are not asked about what comes later.
  const stopped = new Float64Array(steps.length + 1);
  const repeatedIn = new Int32Array(steps.length).fill(-1);
  const times = new Int32Array(steps.length);
  let n = 0;
  for (let k = 0; k < chosen.length; k++) {
    const one = chosen[k]!;
    const counts = weight[one]!;
    if (furthest[one]! < 0) continue;
    for (let i = from[one]!; i < from[one + 1]!; i++) {
      const here = gathered[step[i]!]!;
      const way = here.ways[of[i]!]!;
      const waited = timed === undefined ? counts : timed.wait[row[i]!]!;
      const took = timed === undefined ? counts : timed.own[row[i]!]!;
      if (unsure.own[i] === 0 && took > 0) way.own.add(own[i]!, took);
      if (unsure.wait[i] === 0 && waited > 0) (again[i] === 1 ? way.again : here.wait).add(wait[i]!, waited);
    }
    if (!(counts > 0)) continue;
    n += counts;
    totals.add(total[one]!, counts);
    if (isOver[one] === 0) {
      stopped[furthest[one]! + 1]! += counts;
      gathered[furthest[one]!]!.left += counts;
    }
    for (let i = from[one]!; i < from[one + 1]!; i++) {
      const here = gathered[step[i]!]!;
      const way = here.ways[of[i]!]!;
      if (again[i] === 1) {
        way.repeats += counts;
        if (repeatedIn[step[i]!] !== one) times[step[i]!] = 0;
        repeatedIn[step[i]!] = one;
        way.most = Math.max(way.most, ++times[step[i]!]!);
      } else {
        here.had += counts;
        way.had += counts;
      }
    }
  }
  let asked = n;
  return {
    n,
    total: totals.sample(),
    steps: gathered.map((here, place) => {
      asked -= stopped[place]!;
      return {
        ...{ asked, had: here.had, left: here.left, wait: here.wait.sample() },
        ways: here.ways.map((way) => ({ ...way, own: way.own.sample(), again: way.again.sample() })),
      };
    }),
  };
}
