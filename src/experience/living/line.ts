import { log2 } from '../../numerics/log';
import { clamped } from '../clamped';
import type { UnitPlan } from '../journey-plan';
import type { Life } from './life';

/** What happens to the affect line of a unit beyond what is written: shifts, souring or the cut, the mood carried over, the ends of the scale. */
export function shapeLine(life: Life, unit: UnitPlan, inside: boolean): void {
  const { place } = life;
  if (unit.shift !== undefined) {
    const shift = unit.shift.of(place);
    life.start += shift;
    life.end += shift;
  }
  if (unit.wait !== undefined) {
    const ratio = life.seconds / unit.wait.toleranceSeconds.of(place);
    if (ratio > 1) {
      life.end -= unit.wait.souring.of(place) * log2(ratio);
      if (life.trace !== undefined) life.trace.line('souring', life);
    }
  } else if (life.leaving && unit.start !== unit.end) cut(life, unit.seconds.of(place));
  if (life.carries && !inside) carryMood(life);
  life.start = clamped(life.start);
  life.end = clamped(life.end);
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
