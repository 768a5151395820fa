import { clamped } from '../clamped';
import type { FailurePlan, UnitPlan } from '../journey-plan';
import { comes } from './chance';
import type { Life } from './life';

/** A failure, and its recovery if it comes: moments of one level each, after the line. */
export function fail(life: Life, unit: UnitPlan, failure: FailurePlan, inside: boolean): void {
  const { place } = life;
  life.failures++;
  const level = happen(life, unit, 'failure', failure.affect.of(place), life.end, failure.seconds.of(place), inside);
  const { recovery } = failure;
  if (recovery === undefined || !comes(recovery, place)) life.flawed = true;
  else happen(life, unit, 'recovery', recovery.affect.of(place), level, recovery.seconds.of(place), inside);
}

/** A moment of one level, away from the one before. */
function happen(
  life: Life,
  unit: UnitPlan,
  what: 'failure' | 'recovery',
  affect: number,
  from: number,
  seconds: number,
  inside: boolean,
): number {
  const level = clamped(from + affect);
  if (life.trace !== undefined) life.trace.fail(what, affect, level, seconds);
  if (seconds > 0) life.total += seconds;
  if (inside) life.later.push({ unit: unit.id, what, seconds, level });
  else life.moment(unit.id, what, seconds, level);
  return level;
}
