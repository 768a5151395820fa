import { affectSlots } from '../experience/compile-affect';
import { streamOf } from '../experience/compiler';
import type { MergedPlan, UnitPlan } from '../experience/journey-plan';
import type { Affect } from '../journey/types';
import type { Slot } from '../sampling/column-plan';
import type { NodeRecord } from './life-record';
import { Line } from './line-effects';
import { valueOf, type Walk } from './walk';
import type { DrawnValue, LineExplanation } from './step-types';

/** Both ends as drawn, before any shift and any end of the scale. */
export interface WrittenLine {
  readonly start: number;
  readonly end: number;
  readonly draws: readonly DrawnValue[];
}

/** The affect of a unit, and the stream it is drawn from. */
export interface Written {
  readonly affect: Affect;
  readonly stream: string;
}

/** What stands in the journey, or in the segment's response. */
export function writtenOf(walk: Walk, id: string): Written {
  const { unit, response } = walk.facts.get(id)!;
  return { affect: (response.affect ?? unit.affect ?? 0) as Affect, stream: streamOf(unit) };
}

/** Both ends of it as they were drawn. */
export function writtenLine(walk: Walk, id: string, { affect, stream }: Written): WrittenLine {
  const { customer } = walk;
  const slots = affectSlots({ columns: customer.columnPlan, segment: customer.segment }, stream, affect, 0, undefined);
  const drawn = (what: DrawnValue['what'], slot: Slot): DrawnValue => valueOf(customer, what, id, slot);
  const draws =
    slots.start === slots.end ? [drawn('affect', slots.start)] : [drawn('affect at start', slots.start), drawn('affect at end', slots.end)];
  return { start: customer.read(slots.start), end: customer.read(slots.end), draws };
}

/** How the affect line of a unit came about: what is written, every shift, what happened to it, the ends of the scale. */
export function explainLine(walk: Walk, unit: UnitPlan, written: WrittenLine, lived: NodeRecord): LineExplanation {
  const { customer } = walk;
  const shift = unit.settled || unit.shift === undefined ? 0 : customer.read(unit.shift);
  const line = new Line(endsOf(written), customer.read(unit.start) + shift, customer.read(unit.end) + shift);
  for (const { name, slot } of unit.effects) line.note(name, customer.read(slot), customer.read(slot));
  return finish(line, lived);
}

/** The same of a merged step: what its parts make together, or its own line. */
export function explainMergedLine(walk: Walk, merged: MergedPlan, own: WrittenLine | undefined, lived: NodeRecord): LineExplanation {
  const { start, end } = lived.events.find(({ event }) => event === 'written')!;
  const line = new Line(own === undefined ? { start, end } : endsOf(own), start, end);
  if (own !== undefined) {
    const { affectShift } = walk.facts.get(merged.id)!.response;
    line.note('segment response', affectShift, affectShift);
  }
  return finish(line, lived);
}

function finish(line: Line, { events }: NodeRecord): LineExplanation {
  for (const { event, start, end } of events) if (event !== 'written') line.moveTo(event, start, end);
  line.clamp();
  return line.explain();
}

function endsOf({ start, end }: WrittenLine): { readonly start: number; readonly end: number } {
  return { start, end };
}
