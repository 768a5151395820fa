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
      life.present = false;
      if (life.trace !== undefined) life.trace.leave(unit, 'dropout');
    }
  }
  if (unit.wait !== undefined && life.plan.patience !== undefined) losePatience(life, unit, unit.wait.hazard.of(life.place));
}

function losePatience(life: Life, unit: UnitPlan, rate: number): void {
  const stay = life.patience / rate;
  if (stay < life.seconds) {
    life.seconds = stay;
    life.patience = 0;
    life.present = false;
    if (life.trace !== undefined) life.trace.leave(unit, 'patience');
    return;
  }
  const left = life.patience - life.seconds * rate;
  life.patience = left > 0 ? left : 0;
}
