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
  const { seconds, start, end, eventful } = unit;
  if (eventful && unit.skip !== undefined && comes(unit.skip, place)) return life.miss();
  if (trace !== undefined) trace.enter(unit, life);
  const planned = seconds.values[place & seconds.mask]!;
  life.seconds = planned;
  life.start = start.values[place & start.mask]!;
  life.end = end.values[place & end.mask]!;
  if (eventful) beforeMoment(life, unit, inside);
  life.total = life.seconds;
  if (deciding !== undefined) decide(life, unit, deciding);
  if (inside) {
    if (eventful) afterMoment(life, unit, inside);
    life.stretch = stretchOf(life, unit);
  } else {
    life.curve.add(life.seconds, life.start, life.end);
    if (trace !== undefined) trace.moment(unit.id, 'lived');
    if (eventful) afterMoment(life, unit, inside);
    life.clock += life.total;
    if (life.feels) feelUnit(life, unit, planned);
  }
  if (trace === undefined) return;
  life.stretch = stretchOf(life, unit);
  trace.done(unit, life);
}

/** What cuts the time short and shapes the line. */
function beforeMoment(life: Life, unit: UnitPlan, inside: boolean): void {
  if (life.leaving && (unit.dropout !== undefined || unit.wait !== undefined)) leave(life, unit);
  if (unit.wait !== undefined) life.waiting += life.seconds;
  if (!unit.settled) shapeLine(life, unit, inside);
}

/** What comes of it. */
function afterMoment(life: Life, unit: UnitPlan, inside: boolean): void {
  const { failure, effort } = unit;
  if (failure !== undefined && life.failing && life.present && comes(failure, life.place)) fail(life, unit, failure, inside);
  if (effort !== undefined && life.needs.ease) life.weigh(effort);
}

function decide(life: Life, unit: UnitPlan, deciding: Slot): void {
  const seconds = deciding.of(life.place);
  life.moment(unit.id, 'deciding', seconds, life.start);
  if (seconds > 0) life.total += seconds;
}
