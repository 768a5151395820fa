import { clamped } from '../clamped';
import type { FailurePlan, FailureWaitPlan, UnitPlan } from '../journey-plan';
import { comes } from './chance';
import { stretchFor } from './felt-time';
import { waitOut } from './leaving';
import type { Failing, Life, Within } from './life';
import { soured } from './line';

/** A failure, and its recovery if it comes: they take their time, and are moments. Comes back with whether it was made good. */
export function fail(life: Life, unit: UnitPlan, failure: FailurePlan, within: Within): boolean {
  const { place } = life;
  life.failures++;
  const seconds =
    failure.wait === undefined ? failure.seconds.of(place) : waitOutFailure(life, unit, failure.seconds.of(place), failure.wait);
  if (failure.wait === undefined && seconds > 0) life.total += seconds;
  const recovery = life.present && failure.recovery !== undefined && comes(failure.recovery, place) ? failure.recovery : undefined;
  if (recovery !== undefined) {
    const time = recovery.seconds.of(place);
    if (time > 0) life.total += time;
  }
  const failing = { unit, failure, seconds, recovery };
  if (within === 'line') life.later.push(failing);
  else failFrom(life, failing, life.end);
  return recovery !== undefined;
}

/** The extra time is a wait: it counts as waiting, uses up patience, and feels as long as its own conditions make it. */
function waitOutFailure(life: Life, unit: UnitPlan, planned: number, wait: FailureWaitPlan): number {
  const seconds = life.leaving ? waitOut(life, unit, planned, wait.hazard.of(life.place)) : planned;
  life.waiting += seconds;
  if (seconds > 0) {
    life.asideSeconds += seconds;
    life.asideStretched += seconds * stretchFor(life, seconds, wait);
  }
  return seconds;
}

/** The moments, away from the level before; comes back with the level they leave. */
export function failFrom(life: Life, failing: Failing, from: number): number {
  const { unit, failure, seconds, recovery } = failing;
  const { place, trace } = life;
  const { wait } = failure;
  const shift = failure.affect.of(place);
  const level = clamped(from + shift + (wait === undefined ? 0 : wait.shift.of(place)));
  const end = wait === undefined ? level : clamped(level - soured(life, seconds, wait, wait));
  if (trace !== undefined) trace.fail(unit, 'failure', shift, level, end, seconds);
  life.moment(unit.id, 'failure', seconds, level, end);
  if (recovery === undefined) return end;
  const gain = recovery.affect.of(place);
  const better = clamped(end + gain);
  if (trace !== undefined) trace.fail(unit, 'recovery', gain, better, better, recovery.seconds.of(place));
  life.moment(unit.id, 'recovery', recovery.seconds.of(place), better, better);
  return better;
}
