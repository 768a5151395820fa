import { clamped } from '../clamped';
import type { MergedPlan } from '../journey-plan';
import type { Life } from './life';
import { carryMood, cut } from './line';
import { feelMerged } from './felt-time';
import { liveNode, plannedSeconds } from './live-node';

/** One line over everything its parts lived, then their failures and recoveries, inside one boundary. */
export function liveMerged(life: Life, merged: MergedPlan, inside: boolean): void {
  if (life.trace !== undefined) life.trace.enter(merged, life);
  const { parts, affect } = merged;
  let seconds = -1;
  let total = 0;
  let stretched = 0;
  let weighted = 0;
  let plain = 0;
  let lived = 0;
  let extreme = 0;
  for (let k = 0; k < parts.length; k++) {
    if (!life.present) break;
    liveNode(life, parts[k]!, true);
    if (life.seconds < 0) continue;
    seconds = (seconds < 0 ? 0 : seconds) + life.seconds;
    const mean = (life.start + life.end) * 0.5;
    weighted += mean * life.seconds;
    plain += mean;
    lived++;
    // Of two alike the negative.
    const size = Math.abs(mean);
    const known = Math.abs(extreme);
    if (size > known || (size === known && mean < extreme)) extreme = mean;
    if (life.total > 0) {
      total += life.total;
      stretched += life.total * life.stretch;
    }
  }
  if (seconds < 0) {
    life.miss();
    if (life.trace !== undefined) life.trace.done(merged, life);
    return;
  }

  life.seconds = seconds;
  if (typeof affect === 'object') {
    life.start = affect.start.of(life.place);
    life.end = affect.end.of(life.place);
    if (life.trace !== undefined) life.trace.line('written', life);
    if (life.leaving && affect.start !== affect.end) cut(life, plannedSeconds(life, merged));
  } else {
    // Clock-weighted mean of the parts' means; where no time passes, their plain mean.
    life.start = affect === 'most-extreme' ? extreme : seconds > 0 ? weighted / seconds : plain / lived;
    life.end = life.start;
    if (life.trace !== undefined) life.trace.line('written', life);
  }
  if (life.carries && !inside) carryMood(life);
  life.start = clamped(life.start);
  life.end = clamped(life.end);
  life.total = total;
  life.stretch = total > 0 ? stretched / total : 1;
  if (merged.effort !== undefined && life.needs.ease) life.weigh(merged.effort);
  if (life.trace !== undefined) life.trace.done(merged, life);
  if (inside) return;
  life.clock += total;
  if (life.feels) feelMerged(life);
  life.curve.add(seconds, life.start, life.end);
  if (life.trace !== undefined) life.trace.moment(merged.id, 'lived');
  for (const { unit, what, seconds: time, level } of life.later) life.moment(unit, what, time, level);
  life.later.length = 0;
}
