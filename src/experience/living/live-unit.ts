import type { Slot } from '../../sampling/column-plan';
import type { UnitPlan } from '../journey-plan';
import { comes } from './chance';
import { fail } from './failing';
import { feelUnit, stretchOf } from './felt-time';
import { leave } from './leaving';
import type { Life } from './life';
import { shapeLine } from './line';

/**
 * skip → duration → dropout → patience → cut → sour → failure → recovery. `deciding`: seconds of it before, where there was a choice. `inside`:
 * of a merged step, which has the line and the time.
 */
export function liveUnit(life: Life, unit: UnitPlan, deciding: Slot | undefined, inside: boolean): void {
  const { place, trace } = life;
  const { wait, failure, effort } = unit;
  if (unit.skip !== undefined && comes(unit.skip, place)) return life.miss();
  if (trace !== undefined) trace.enter(unit, life);
  const planned = unit.seconds.of(place);
  life.seconds = planned;
  life.start = unit.start.of(place);
  life.end = unit.end.of(place);
  if (life.leaving && (wait !== undefined || unit.dropout !== undefined)) leave(life, unit);
  if (wait !== undefined) life.waiting += life.seconds;
  if (!unit.settled) shapeLine(life, unit, inside);
  life.total = life.seconds;
  if (deciding !== undefined) decide(life, unit, deciding);
  if (!inside) {
    life.curve.add(life.seconds, life.start, life.end);
    if (trace !== undefined) trace.moment(unit.id, 'lived');
  }
  if (failure !== undefined && life.failing && life.present && comes(failure, place)) fail(life, unit, failure, inside);
  if (effort !== undefined && life.needs.ease) life.weigh(effort);
  if (inside || trace !== undefined) life.stretch = stretchOf(life, unit);
  if (!inside) {
    life.clock += life.total;
    if (life.feels) feelUnit(life, unit, planned);
  }
  if (trace !== undefined) trace.done(unit, life);
}

function decide(life: Life, unit: UnitPlan, deciding: Slot): void {
  const seconds = deciding.of(life.place);
  life.moment(unit.id, 'deciding', seconds, life.start);
  if (seconds > 0) life.total += seconds;
}
