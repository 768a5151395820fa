import type { StepPlan } from './step-plans';
import type { Cases } from './tally';

/** Fewer cases than this are no kind of their own. Judgement. */
export const leastCases = 30;
/** A step tells kinds apart where having it or not explains so much of how long cases take, by ranks. Judgement. */
const leastExplained = 0.1;

/** Cases in two parts, with what tells them apart in words. */
export interface Split {
  readonly parts: readonly [Int32Array, Int32Array];
  readonly words: readonly [string, string];
}

/**
 * Two kinds of the chosen cases: those with and without the step that says most of how long they take; where none says much, the quicker and the
 * slower half. `must`: only by steps that cannot be skipped together with their waits. Undefined where there are too few cases or nothing differs.
 */
export function splitCases({ paths, weight, isOver }: Cases, chosen: Int32Array, plans: readonly StepPlan[], must: boolean): Split | undefined {
  const counted = chosen.filter((one) => weight[one]! > 0 && paths.furthest[one]! >= 0);
  const byTotal = counted.slice().sort((a, b) => paths.total[a]! - paths.total[b]! || a - b);
  const whole = byTotal.reduce((sum, one) => sum + weight[one]!, 0);
  if (whole < 2 * leastCases) return undefined;
  const features: { words: [string, string]; isIn: Uint8Array | undefined; must: boolean }[] = [];
  const offset: number[] = [];
  for (const plan of plans) {
    offset.push(features.length);
    const needed = plan.wait !== undefined && !plan.skipsTogether;
    for (const { name } of plan.ways) features.push({ words: [`with ${name}`, `without ${name}`], isIn: undefined, must: needed });
  }
  const over = features.push({ words: ['ended', 'not ended'], isIn: undefined, must: false }) - 1;
  const had = new Float64Array(features.length);
  const ranks = new Float64Array(features.length);
  let reached = 0;
  let sum = 0;
  let squares = 0;
  // Middle ranks, so that cases of equal length stand alike.
  for (let i = 0; i < byTotal.length; ) {
    let stop = i;
    let tied = 0;
    while (stop < byTotal.length && paths.total[byTotal[stop]!] === paths.total[byTotal[i]!]) tied += weight[byTotal[stop++]!]!;
    const rank = reached + tied / 2;
    reached += tied;
    sum += tied * rank;
    squares += tied * rank * rank;
    for (; i < stop; i++) {
      const one = byTotal[i]!;
      const put = (feature: number): void => {
        had[feature]! += weight[one]!;
        ranks[feature]! += weight[one]! * rank;
      };
      for (let k = paths.from[one]!; k < paths.from[one + 1]!; k++) if (paths.again[k] === 0) put(offset[paths.step[k]!]! + paths.way[k]!);
      if (isOver[one] === 1) put(over);
    }
  }
  const variance = squares / whole - (sum / whole) * (sum / whole);
  let best = -1;
  let most = must ? -1 : leastExplained;
  features.forEach((feature, f) => {
    const inside = had[f]!;
    const outside = whole - inside;
    if (inside < leastCases || outside < leastCases || (must && !feature.must)) return;
    const apart = ranks[f]! / inside - (sum - ranks[f]!) / outside;
    const explained = variance > 0 ? (inside * outside * apart * apart) / (whole * whole) / variance : 0;
    if (explained > most) [best, most] = [f, explained];
  });
  if (best >= 0) {
    const isIn = (one: number): boolean => {
      if (best === over) return isOver[one] === 1;
      for (let k = paths.from[one]!; k < paths.from[one + 1]!; k++) if (offset[paths.step[k]!]! + paths.way[k]! === best) return true;
      return false;
    };
    return { parts: [counted.filter(isIn), counted.filter((one) => !isIn(one))], words: features[best]!.words };
  }
  return must ? undefined : byPace(byTotal, paths.total, weight, whole);
}

/** At the median; cases of equal length stay together. */
function byPace(byTotal: Int32Array, total: Float64Array, weight: Float64Array, whole: number): Split | undefined {
  let reached = 0;
  let cut = 0;
  while (cut < byTotal.length && (reached < whole / 2 || total[byTotal[cut]!] === total[byTotal[cut - 1]!])) reached += weight[byTotal[cut++]!]!;
  if (reached < leastCases || whole - reached < leastCases) return undefined;
  const inOrder = (cases: Int32Array): Int32Array => cases.slice().sort();
  return { parts: [inOrder(byTotal.subarray(0, cut)), inOrder(byTotal.subarray(cut))], words: ['quicker', 'slower'] };
}
