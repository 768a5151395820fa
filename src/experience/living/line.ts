import { expm1 } from '../../numerics/exp';
import { log2 } from '../../numerics/log';
import { power } from '../../numerics/power';
import { tanh } from '../../numerics/tanh';
import { clamped } from '../clamped';
import type { UnitPlan, WaitPlan } from '../journey-plan';
import { stretchFor } from './felt-time';
import type { Life, LineEvent, Within } from './life';

/** What happens to the affect line of a unit beyond what is written: shifts, souring or the cut, the mood carried over, the ends of the scale. */
export function shapeLine(life: Life, unit: UnitPlan, within: Within): void {
  const { place } = life;
  if (unit.shift !== undefined) {
    const shift = unit.shift.of(place);
    life.start += shift;
    life.end += shift;
  }
  if (life.handedOver) moveBoth(life, life.plan.handOff!.affect.of(place), 'hand-off');
  if (life.shown > 0 && unit.wait === undefined) credit(life);
  if (unit.wait !== undefined) {
    const lost = soured(life, life.seconds, unit.wait, unit);
    if (lost > 0) {
      life.end -= lost;
      if (life.trace !== undefined) life.trace.line('souring', life);
    }
  } else if (life.leaving && unit.start !== unit.end) cut(life, unit.seconds.of(place));
  if (life.carries && within !== 'line') carryMood(life);
  life.start = clamped(life.start);
  life.end = clamped(life.end);
}

/** Moves the whole line. */
function moveBoth(life: Life, by: number, event: LineEvent): void {
  life.start += by;
  life.end += by;
  if (life.trace !== undefined) life.trace.line(event, life);
}

/** Work shown in the wait before is credited to what comes of it, and held against it where that is poor. */
function credit(life: Life): void {
  const { place } = life;
  const work = life.plan.work!;
  const grown = -expm1(-life.shown / work.seconds.of(place));
  life.shown = 0;
  moveBoth(life, work.credit.of(place) * grown * tanh((life.start + life.end) / 6), 'shown work');
}

/** What makes a wait feel longer or shorter. */
type Feeling = Pick<UnitPlan, 'stretch' | 'information'>;

/**
 * Affect that so many seconds of waiting take away. Waits sour by how long they feel: (m·f(t)/f(tolerance))^(1/β) = t·m^(1/β)/tolerance, of which all but t
 * is a column where nobody is informed.
 */
export function soured(life: Life, seconds: number, wait: WaitPlan, feeling: Feeling): number {
  const { place } = life;
  const ratio = feeling.information === undefined ? seconds / wait.soursAfter.of(place) : overTolerance(life, seconds, wait, feeling);
  return ratio > 1 ? wait.souring.of(place) * log2(ratio) : 0;
}

function overTolerance(life: Life, seconds: number, wait: WaitPlan, feeling: Feeling): number {
  const factor = stretchFor(life, seconds, feeling);
  return (seconds / wait.toleranceSeconds.of(life.place)) * power(factor, 1 / life.plan.time.beta.of(life.place));
}

/** A line left half-way ends half-way. */
export function cut(life: Life, planned: number): void {
  if (!(life.seconds < planned)) return;
  life.end = life.start + (life.end - life.start) * (life.seconds / planned);
  if (life.trace !== undefined) life.trace.line('cut short', life);
}

/** The last moment's affect colours the next line. */
export function carryMood(life: Life): void {
  const mood = life.plan.memory.carryOver.of(life.place) * life.mood;
  life.start += mood;
  life.end += mood;
  if (life.trace !== undefined) life.trace.line('carry-over', life);
}
