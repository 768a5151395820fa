import type { UnitPlan } from '../journey-plan';
import { uniformOf } from './chance';
import type { Life } from './life';

/** Cuts to the time lived before dropout or the end of patience, whichever is earlier; a tie is dropout. */
export function leave(life: Life, unit: UnitPlan): void {
  if (unit.dropout !== undefined) {
    const uniform = uniformOf(unit.dropout.uniform, life.place);
    const probability = unit.dropout.probability.of(life.place);
    if (uniform < probability) {
      life.seconds *= uniform / probability;
      go(life, unit, 'dropout');
    }
  }
  if (unit.wait !== undefined) life.seconds = waitOut(life, unit, life.seconds, unit.wait.hazard.of(life.place));
}

function go(life: Life, unit: UnitPlan, why: 'dropout' | 'patience'): void {
  life.present = false;
  life.leavingAffect = unit.leavingAffect.of(life.place);
  if (life.trace !== undefined) life.trace.leave(unit, why);
}

/** Whether patience lasts for so many seconds. */
export function outlasts(life: Life, seconds: number, rate: number): boolean {
  return life.plan.patience === undefined || !(life.patience / rate < seconds);
}

/** How long of so many seconds patience lasts; where that is not all, the customer leaves. */
export function waitOut(life: Life, unit: UnitPlan, seconds: number, rate: number): number {
  if (life.plan.patience === undefined) return seconds;
  if (!outlasts(life, seconds, rate)) {
    const stay = life.patience / rate;
    life.patience = 0;
    go(life, unit, 'patience');
    return stay;
  }
  const left = life.patience - seconds * rate;
  life.patience = left > 0 ? left : 0;
  return seconds;
}
