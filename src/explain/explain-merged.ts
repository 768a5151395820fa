import type { MergedPlan } from '../experience/journey-plan';
import { explainMergedLine, writtenLine, writtenOf } from './explain-line';
import { valueOf, type Walk } from './walk';
import type { Draw, UnitExplanation } from './step-types';

/** One line over everything its parts lived. `reached`: whether the customer was there when it began. */
export function explainMerged(walk: Walk, merged: MergedPlan, parts: readonly UnitExplanation[], reached: boolean): UnitExplanation {
  const { customer } = walk;
  const { id, effort } = merged;
  const record = walk.record.nodes.get(merged);
  const lived = record === undefined || record.seconds < 0 ? undefined : record;
  const own = typeof merged.affect === 'object' ? writtenLine(walk, id, writtenOf(walk, id)) : undefined;
  const draws: Draw[] = [...(own?.draws ?? []), ...(effort === undefined ? [] : [valueOf(customer, 'effort', id, effort)])];
  const leaving = parts.find((part) => part.left !== false);
  const name = walk.facts.get(id)?.unit.name;
  return {
    id,
    ...(name === undefined ? {} : { name }),
    kind: 'merged',
    reached,
    skipped: reached && parts.every((part) => part.skipped),
    left: leaving === undefined ? false : leaving.left,
    draws,
    plannedSeconds: parts.reduce((sum, part) => sum + (skips(part) ? 0 : part.plannedSeconds), 0),
    livedSeconds: lived?.seconds ?? 0,
    totalSeconds: lived?.total ?? 0,
    stretch: lived?.stretch ?? 1,
    ...(lived === undefined ? {} : { line: explainMergedLine(walk, merged, own, lived) }),
    parts,
  };
}

/** Whether a part would be skipped by whoever gets there. */
function skips(part: UnitExplanation): boolean {
  if (part.parts !== undefined) return part.parts.every(skips);
  return part.draws.some((draw) => draw.what === 'skip' && draw.happens);
}
