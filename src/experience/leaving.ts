import { customerColumn, type Column } from '../sampling/column';
import type { Fold } from './fold';
import type { UnitPlan } from './journey-plan';

/** Planned seconds of those who come and do not skip. */
export function enter(fold: Fold, unit: UnitPlan, gate: Column | undefined, planned: Column): Column {
  const { count, present } = fold;
  if (gate === undefined && present === undefined && unit.skip === undefined) return planned;
  const out = fold.arena.take();
  for (let i = 0; i < count; i++) out[i] = planned.values[i & planned.mask]!;
  if (gate !== undefined) for (let i = 0; i < count; i++) if (gate.values[i & gate.mask]! < 0) out[i] = -1;
  if (present !== undefined) for (let i = 0; i < count; i++) if (present[i]! < 0) out[i] = -1;
  if (unit.skip !== undefined) {
    const uniform = fold.columns.column(unit.skip.uniform);
    const probability = fold.columns.column(unit.skip.probability);
    for (let i = 0; i < count; i++) if (uniform.values[i & uniform.mask]! < probability.values[i & probability.mask]!) out[i] = -1;
  }
  return customerColumn(out);
}

/** Cuts to the time lived before dropout or the end of patience, whichever is earlier; a tie is dropout. */
export function leave(fold: Fold, unit: UnitPlan, entering: Column, step: number): Column {
  const { count, patience } = fold;
  const waits = unit.wait !== undefined && patience !== undefined;
  if (unit.dropout === undefined && !waits) return entering;
  const present = fold.present!;
  const leftAt = fold.leftAt!;
  const out = fold.arena.take();
  for (let i = 0; i < count; i++) out[i] = entering.values[i & entering.mask]!;
  if (unit.dropout !== undefined) {
    const uniform = fold.columns.column(unit.dropout.uniform);
    const probability = fold.columns.column(unit.dropout.probability);
    for (let i = 0; i < count; i++) {
      const u = uniform.values[i & uniform.mask]!;
      const p = probability.values[i & probability.mask]!;
      if (out[i]! >= 0 && u < p) {
        out[i] = out[i]! * (u / p);
        present[i] = -1;
        leftAt[i] = step;
      }
    }
  }
  if (waits) {
    const hazard = fold.columns.column(unit.wait.hazard);
    for (let i = 0; i < count; i++) {
      const seconds = out[i]!;
      if (seconds < 0) continue;
      const rate = hazard.values[i & hazard.mask]!;
      const stay = patience[i]! / rate;
      if (stay < seconds) {
        out[i] = stay;
        patience[i] = 0;
        present[i] = -1;
        leftAt[i] = step;
      } else {
        const left = patience[i]! - seconds * rate;
        patience[i] = left > 0 ? left : 0;
      }
    }
  }
  return customerColumn(out);
}
