import { clamped } from '../clamped';
import type { StepPlan } from '../journey-plan';
import { finishFeltTime } from './felt-time';
import type { Circumstances, Life } from './life';
import { liveNode } from './live-node';
import { skips } from './settled-by-draws';

/** One customer of a block goes through the journey, step by step, in order. It draws nothing: it reads columns. */
export function liveJourney(life: Life, place: number, circumstances: Circumstances): void {
  const { steps } = life.plan;
  life.begin(place, circumstances);
  for (let k = 0; k < steps.length; k++) {
    if (life.present) liveStep(life, steps[k]!, k);
    // Whoever is gone may still have been counted on.
    else if (life.counts) countStep(life, steps[k]!, k, life.curve.count);
    else break;
  }
  if (life.prospective) finishFeltTime(life);
  life.curve.totalSeconds = life.clock;
}

function liveStep(life: Life, step: StepPlan, index: number): void {
  const from = life.curve.count;
  life.flawed = false;
  if (life.trace !== undefined) life.trace.step();
  liveNode(life, step.node, false);
  if (!life.present) leavingMoment(life, step, index);
  if (life.counts) countStep(life, step, index, from);
  if (life.carries && life.curve.count > from) life.mood = life.curve.last;
}

/** Whoever left in this step lives one last moment of no length, lower than the one before. */
function leavingMoment(life: Life, { id }: StepPlan, index: number): void {
  const level = clamped(life.curve.last + life.plan.leavingAffect.of(life.place));
  life.leftAt = index;
  life.moment(id, 'leaving', 0, level);
}

function countStep(life: Life, { node }: StepPlan, index: number, from: number): void {
  if (!life.present && life.leftAt < index) life.miss();
  if (life.steps !== undefined) life.steps[index]!.put(life, index, from);
  // Steps finished without a failure nobody made good, of the steps not skipped.
  if (!life.needs.effectiveness || (life.plan.hasSkip && skips(life.place, node))) return;
  life.tried++;
  if (life.total >= 0 && life.present && !life.flawed) life.succeeded++;
}
