import { clamped } from '../clamped';
import type { ChoicePlan, MergedPlan, NodePlan } from '../journey-plan';
import { comes } from './chance';
import { feelMerged } from './felt-time';
import type { Life } from './life';
import { carryMood, cut } from './line';
import { liveUnit } from './live-unit';
import { plannedSeconds, race } from './settled-by-draws';

/** Any node: a plain unit is lived as it is, a choice as one of its options, a merged step as one line over all its parts. `inside`: of one. */
export function liveNode(life: Life, node: NodePlan, inside: boolean): void {
  if (node.kind === 'unit') liveUnit(life, node, undefined, inside);
  else if (node.kind === 'choice') liveChoice(life, node, inside);
  else liveMerged(life, node, inside);
}

/** Every customer lives exactly one of the options. */
function liveChoice(life: Life, choice: ChoicePlan, inside: boolean): void {
  if (choice.skip !== undefined && comes(choice.skip, life.place)) return life.miss();
  const { options } = choice;
  const several = options.length > 1;
  const { unit } = options[several ? race(life.place, choice) : 0]!;
  liveUnit(life, unit, several ? choice.decidingSeconds : undefined, inside);
  life.took = unit.id;
}

/** One line over everything its parts lived, then their failures and recoveries, inside one boundary. */
function liveMerged(life: Life, merged: MergedPlan, inside: boolean): void {
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
    if (life.leaving && affect.start !== affect.end) cut(life, plannedSeconds(life.place, merged));
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
