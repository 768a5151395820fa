import { clamped } from '../clamped';
import type { StepPlan, UnitPlan } from '../journey-plan';
import { comes } from './chance';
import { feelUnit, finishFeltTime } from './felt-time';
import type { Circumstances, Life } from './life';
import { liveNode } from './live-node';
import { skips } from './settled-by-draws';

/** One customer of a block goes through the journey, step by step, in order. It draws nothing: it reads columns. */
export function liveJourney(life: Life, place: number, circumstances: Circumstances): void {
  const { steps } = life.plan;
  life.begin(place, circumstances);
  const simply = !life.counts && !life.prospective && life.trace === undefined;
  for (let k = 0; k < steps.length; k++) {
    const step = steps[k]!;
    const { node } = step;
    if (life.present) {
      if (simply && node.kind === 'unit' && isQuiet(life, node)) passThrough(life, node);
      else liveStep(life, step, k);
      // Whoever is gone may still have been counted on.
    } else if (life.counts) countStep(life, step, k, life.curve.count);
    else break;
  }
  if (life.prospective) finishFeltTime(life);
  life.curve.totalSeconds = life.clock - life.gaps;
}

/** Nothing happens in a unit but what is drawn for its time and affect. */
function isQuiet({ place, leaving, failing }: Life, { eventful, skip, dropout, failure }: UnitPlan): boolean {
  if (eventful || (skip !== undefined && comes(skip, place))) return false;
  return !(leaving && dropout !== undefined && comes(dropout, place)) && !(failing && failure !== undefined && comes(failure, place));
}

/** All there is to a quiet unit, where nobody asks for more: what `liveUnit` comes to then. */
function passThrough(life: Life, unit: UnitPlan): void {
  const { place } = life;
  const { seconds, start, end, felt } = unit;
  const planned = seconds.values[place & seconds.mask]!;
  life.curve.add(planned, start.values[place & start.mask]!, end.values[place & end.mask]!);
  life.clock += planned;
  if (!life.feels) return;
  if (felt !== undefined) life.felt += felt.values[place & felt.mask]!;
  else {
    life.total = planned;
    feelUnit(life, unit, planned);
  }
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
