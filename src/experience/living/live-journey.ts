import { clamped } from '../clamped';
import type { StepPlan, UnitPlan, WaitPlan } from '../journey-plan';
import { stride } from './curve';
import { feelUnit, finishFeltTime } from './felt-time';
import { outlasts, waitOut } from './leaving';
import type { Circumstances, Life } from './life';
import { soured } from './line';
import { liveNode } from './live-node';
import { rowStride } from './quiet-rows';
import { skips } from './settled-by-draws';

/** One customer of a block goes through the journey, step by step, in order. It draws nothing: it reads columns. */
export function liveJourney(life: Life, place: number, circumstances: Circumstances): void {
  const { steps } = life.plan;
  life.begin(place, circumstances);
  const simply = !life.prospective && life.trace === undefined;
  for (let k = 0; k < steps.length; k++) {
    if (simply && life.present) k = passThrough(life, k);
    if (k === steps.length) break;
    const step = steps[k]!;
    if (life.present) liveStep(life, step, k);
    // Whoever is gone may still have been counted on.
    else if (life.counts) countStep(life, step, k, life.curve.count);
    else break;
  }
  if (life.prospective) finishFeltTime(life);
  life.curve.totalSeconds = life.clock - life.gaps;
}

/** All there is to quiet steps: what `liveStep` comes to then. Goes on to the next step that is not quiet, and comes back with its index. */
function passThrough(life: Life, from: number): number {
  const { place, curve, plan, feels, steps: takers } = life;
  const { steps } = plan;
  let to = plan.happenings.next(place, from);
  const { moments } = curve;
  const { numbers } = plan.rows;
  let row = plan.rows.of(place) + rowStride * from;
  const first = curve.count;
  let at = stride * first;
  let { clock, felt } = life;
  for (let k = from; k < to; k++) {
    const unit = steps[k]!.node as UnitPlan;
    const planned = numbers[row]!;
    moments[at] = planned;
    moments[at + 1] = numbers[row + 1]!;
    moments[at + 2] = numbers[row + 2]!;
    if (unit.wait !== undefined && !waitThrough(life, unit, unit.wait, at)) {
      to = k;
      break;
    }
    at += stride;
    row += rowStride;
    clock += planned;
    if (!feels) continue;
    if (unit.felt !== undefined) felt += numbers[row - 1]!;
    else {
      life.total = planned;
      life.felt = felt;
      feelUnit(life, unit);
      felt = life.felt;
    }
    if (takers === undefined) continue;
    if (unit.felt !== undefined) life.stepFelt = numbers[row - 1]!;
    life.total = planned;
    takers[k]!.put(life, k, curve.count++);
  }
  curve.count = first + to - from;
  if (life.needs.effectiveness) {
    life.tried += to - from;
    life.succeeded += to - from;
  }
  life.clock = clock;
  life.felt = felt;
  return to;
}

/** A wait that is the moment at a place of the curve: it sours. Not, where patience ends in it. */
function waitThrough(life: Life, unit: UnitPlan, wait: WaitPlan, at: number): boolean {
  const { moments } = life.curve;
  const seconds = moments[at]!;
  if (life.leaving) {
    const hazard = wait.hazard.of(life.place);
    if (!outlasts(life, seconds, hazard)) return false;
    waitOut(life, unit, seconds, hazard);
  }
  life.waiting += seconds;
  moments[at + 1] = clamped(moments[at + 1]!);
  moments[at + 2] = clamped(moments[at + 2]! - soured(life, seconds, wait, unit));
  return true;
}

function liveStep(life: Life, step: StepPlan, index: number): void {
  const from = life.curve.count;
  life.flawed = false;
  if (life.trace !== undefined) life.trace.step();
  liveNode(life, step.node, 'journey');
  if (!life.present) leavingMoment(life, step, index);
  if (life.counts) countStep(life, step, index, from);
  if (life.carries && life.curve.count > from) life.mood = life.curve.last;
}

/** Whoever left in this step lives one last moment of no length, lower than the one before. */
function leavingMoment(life: Life, { id }: StepPlan, index: number): void {
  const from = life.curve.count > 0 ? life.curve.last : 0;
  const level = clamped(from + life.leavingAffect);
  life.leftAt = index;
  life.moment(id, 'leaving', 0, level, level);
}

function countStep(life: Life, { node }: StepPlan, index: number, from: number): void {
  if (!life.present && life.leftAt < index) life.miss();
  if (life.steps !== undefined) life.steps[index]!.put(life, index, from);
  // Steps finished without a failure nobody made good, of the steps not skipped.
  if (!life.needs.effectiveness || (life.plan.hasSkip && skips(life.place, node))) return;
  life.tried++;
  if (life.total >= 0 && life.present && !life.flawed) life.succeeded++;
}
