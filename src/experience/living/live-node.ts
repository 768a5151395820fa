import { clamped } from '../clamped';
import type { ChoicePlan, MergedPlan, NodePlan } from '../journey-plan';
import { comes } from './chance';
import { failFrom } from './failing';
import { feelMerged } from './felt-time';
import type { Life, Within } from './life';
import { carryMood, cut } from './line';
import { liveUnit } from './live-unit';
import { plannedSeconds, raced, walksOn } from './settled-by-draws';

/** Any node: a plain unit is lived as it is, a choice as one of its options, a merged step as its parts in order. */
export function liveNode(life: Life, node: NodePlan, within: Within): void {
  if (node.kind === 'unit') liveUnit(life, node, undefined, within);
  else if (node.kind === 'choice') liveChoice(life, node, within);
  else liveMerged(life, node, within);
}

/** Every customer lives one of the options, or walks on. */
function liveChoice(life: Life, choice: ChoicePlan, within: Within): void {
  if (choice.skip !== undefined && comes(choice.skip, life.place)) return life.miss();
  const taken = raced(life.place, choice);
  if (taken === walksOn) return life.miss();
  const { unit } = choice.options[taken]!;
  liveUnit(life, unit, choice.options.length > 1 ? choice.decidingSeconds : undefined, within);
  life.took = unit.id;
}

/** The parts inside one boundary, with their own moments or with one line over everything they lived. */
function liveMerged(life: Life, merged: MergedPlan, within: Within): void {
  if (life.trace !== undefined) life.trace.enter(merged, life);
  const { parts, affect } = merged;
  const { curve } = life;
  const from = curve.count;
  const inner = affect === 'kept' && within !== 'line' ? 'kept' : 'line';
  let seconds = -1;
  let total = 0;
  let stretched = 0;
  let weighted = 0;
  let plain = 0;
  let lived = 0;
  for (let k = 0; k < parts.length; k++) {
    if (!life.present) break;
    const before = curve.count;
    liveNode(life, parts[k]!, inner);
    if (life.carries && inner === 'kept' && curve.count > before) life.mood = curve.last;
    if (life.seconds < 0) continue;
    seconds = (seconds < 0 ? 0 : seconds) + life.seconds;
    const mean = (life.start + life.end) * 0.5;
    weighted += mean * life.seconds;
    plain += mean;
    lived++;
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
  life.total = total;
  life.stretch = total > 0 ? stretched / total : 1;
  if (inner === 'kept') {
    life.start = curve.start(from);
    life.end = curve.last;
    if (life.trace !== undefined) life.trace.line('written', life);
  } else {
    // Clock-weighted mean of the parts' means; where no time passes, their plain mean.
    life.start = life.end = seconds > 0 ? weighted / seconds : plain / lived;
    drawLine(life, merged, within);
  }
  if (merged.effort !== undefined && life.needs.ease) {
    // It speaks for the whole, however often the parts change the channel.
    life.handedOver = false;
    life.weigh(merged.effort);
  }
  if (life.trace !== undefined) life.trace.done(merged, life);
  if (within === 'journey' && life.feels) feelMerged(life);
  if (inner === 'line' && within !== 'line') addLine(life, merged);
}

/** The line that stands for all parts: their mean, or one of its own. */
function drawLine(life: Life, merged: MergedPlan, within: Within): void {
  const { affect } = merged;
  const own = typeof affect === 'object';
  if (own) {
    life.start = affect.start.of(life.place);
    life.end = affect.end.of(life.place);
  }
  if (life.trace !== undefined) life.trace.line('written', life);
  if (own && life.leaving && affect.start !== affect.end) cut(life, plannedSeconds(life.place, merged));
  if (life.carries && within !== 'line') carryMood(life);
  life.start = clamped(life.start);
  life.end = clamped(life.end);
}

/** The line, then what failed in it. */
function addLine(life: Life, { id }: MergedPlan): void {
  const { later } = life;
  life.curve.add(life.seconds, life.start, life.end);
  if (life.trace !== undefined) life.trace.moment(id, 'lived');
  // Each from where the one before it left off: what is not made good stays.
  let level = life.end;
  for (let k = 0; k < later.length; k++) level = failFrom(life, later[k]!, level);
  later.length = 0;
}
