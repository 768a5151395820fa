import { affectSlots } from '../experience/compile-affect';
import { streamOf } from '../experience/compiler';
import type { UnitPlan } from '../experience/journey-plan';
import type { Affect, Interaction, Option } from '../journey/types';
import { log2 } from '../numerics/log';
import { Line } from './line-effects';
import { valueOf, type Walk } from './walk';
import type { DrawnValue, LineExplanation } from './step-types';

/** How the affect line of a unit came about: what is written, every shift, souring or the cut, the mood carried over, the ends of the scale. */
export function tellLine(
  walk: Walk,
  unit: UnitPlan,
  lived: { readonly planned: number; readonly seconds: number; readonly carries: boolean },
): { readonly line: LineExplanation; readonly draws: DrawnValue[] } {
  const { customer } = walk;
  const { unit: written, response } = walk.facts.get(unit.id)!;
  const { draws, ...ends } = writtenLine(walk, written, (response.affect ?? written.affect ?? 0) as Affect);
  const line = new Line(ends, customer.read(unit.start), customer.read(unit.end));
  for (const { name, slot } of unit.effects) line.note(name, customer.read(slot), customer.read(slot));
  if (!unit.settled) {
    const shift = unit.shift === undefined ? 0 : customer.read(unit.shift);
    line.start += shift;
    line.end += shift;
    if (unit.wait !== undefined) {
      const ratio = lived.seconds / customer.read(unit.wait.toleranceSeconds);
      if (ratio > 1) line.moveTo('souring', line.start, line.end - customer.read(unit.wait.souring) * log2(ratio));
    } else if (walk.plan.canLeave && unit.start !== unit.end) cut(line, lived.planned, lived.seconds);
    if (lived.carries) carryMood(walk, line);
  }
  line.clamp();
  return { line: line.explain(), draws };
}

/** A line left half-way ends half-way. */
export function cut(line: Line, planned: number, seconds: number): void {
  if (seconds >= 0 && seconds < planned) line.moveTo('cut short', line.start, line.start + (line.end - line.start) * (seconds / planned));
}

/** The last moment's affect colours the next line. */
export function carryMood(walk: Walk, line: Line): void {
  const { carryOver } = walk.plan.memory;
  if (walk.customer.columns.constantOf(carryOver) === 0) return;
  const mood = walk.customer.read(carryOver) * walk.lastEnd;
  line.moveTo('carry-over', line.start + mood, line.end + mood);
}

/** Both ends as drawn, before any shift and any end of the scale. */
export function writtenLine(
  walk: Walk,
  unit: Interaction | Option,
  affect: Affect,
): { readonly start: number; readonly end: number; readonly draws: DrawnValue[] } {
  const { customer } = walk;
  const slots = affectSlots({ columns: customer.columnPlan, segment: customer.segment }, streamOf(unit), affect, 0, undefined);
  const drawn = (what: DrawnValue['what'], slot: number): DrawnValue => valueOf(customer, what, unit.id, slot);
  const draws =
    slots.start === slots.end ? [drawn('affect', slots.start)] : [drawn('affect at start', slots.start), drawn('affect at end', slots.end)];
  return { start: customer.read(slots.start), end: customer.read(slots.end), draws };
}
