import type { UnitPlan } from '../experience/journey-plan';
import type { NodeRecord } from './life-record';
import { explainLine, writtenLine } from './explain-line';
import { explainWaiting } from './explain-waiting';
import { chanceOf, valueOf, type Walk } from './walk';
import type { Draw, UnitExplanation } from './step-types';

/** A unit with everything that was drawn for it, and what it was where it was lived. `comes`: the customer does not pass by at the choice. */
export function explainUnit(walk: Walk, unit: UnitPlan, comes: boolean): UnitExplanation {
  const { customer, record } = walk;
  const { id } = unit;
  const reached = walk.present;
  const lived = record.nodes.get(unit);
  const skip = unit.skip === undefined ? undefined : chanceOf(customer, 'skip', id, unit.skip);
  const written = writtenLine(walk, unit);
  const draws: Draw[] = [
    ...(skip === undefined ? [] : [skip]),
    valueOf(customer, 'duration', id, unit.seconds),
    ...written.draws,
    ...(unit.effort === undefined ? [] : [valueOf(customer, 'effort', id, unit.effort)]),
    ...(unit.dropout === undefined ? [] : [chanceOf(customer, 'dropout', id, unit.dropout)]),
    ...failureDraws(walk, unit, lived),
  ];
  if (lived !== undefined && lived.left !== false) walk.present = false;
  const name = walk.facts.get(id)?.unit.name;
  return {
    id,
    ...(name === undefined ? {} : { name }),
    kind: unit.wait === undefined ? 'service' : 'wait',
    reached,
    skipped: reached && comes && skip?.happens === true,
    left: lived?.left ?? false,
    draws,
    plannedSeconds: customer.read(unit.seconds),
    livedSeconds: lived?.seconds ?? 0,
    totalSeconds: lived?.total ?? 0,
    stretch: lived?.stretch ?? customer.read(unit.stretch),
    ...(lived === undefined ? {} : { line: explainLine(walk, unit, written, lived) }),
    ...(unit.wait === undefined || lived === undefined ? {} : { wait: explainWaiting(walk, unit, unit.wait, lived) }),
    ...(lived?.failure === undefined ? {} : { failure: lived.failure }),
  };
}

/** Whether it fails, and what was drawn for what happened. */
function failureDraws({ customer }: Walk, { id, failure }: UnitPlan, lived: NodeRecord | undefined): Draw[] {
  if (failure === undefined) return [];
  const draws: Draw[] = [chanceOf(customer, 'failure', id, failure)];
  if (lived?.failure === undefined) return draws;
  draws.push(valueOf(customer, 'failure affect', id, failure.affect), valueOf(customer, 'failure duration', id, failure.seconds));
  const { recovery } = failure;
  if (recovery === undefined) return draws;
  draws.push(chanceOf(customer, 'recovery', id, recovery));
  if (lived.failure.recovery === undefined) return draws;
  return [
    ...draws,
    valueOf(customer, 'recovery affect', id, recovery.affect),
    valueOf(customer, 'recovery duration', id, recovery.seconds),
  ];
}
