import { quote } from '../../errors/wording';
import { longestDuration } from '../../distributions/duration-units';
import { readDuration } from '../../journey/read-quantity';
import type { Interaction, Option } from '../../journey/types';
import { impossible, needUnit, type Ground } from '../ground';
import { putInstead, type Recipe } from '../recipe';
import { scaleParameter } from '../scale-parameter';
import type { ScaleDurationEdit } from '../types';

export function planScaleDuration(ground: Ground, edit: ScaleDurationEdit): Recipe | undefined {
  const found = needUnit(ground, edit.id, 'id');
  if (found === undefined || edit.factor === 1) return found && (() => undefined);
  const scaled = scale(found.unit, edit.factor);
  if (scaled === undefined) {
    const hint = `a step lasts at most ${longestDuration} seconds`;
    return impossible(ground, 'factor', 'a factor that leaves a possible duration', quote(edit.factor), hint);
  }
  return putInstead(found, scaled);
}

/** Undefined where the result is no duration any more. */
function scale(unit: Interaction | Option, factor: number): Interaction | Option | undefined {
  if ('parts' in unit && unit.parts !== undefined) {
    const parts = unit.parts.map((part) => scale(part, factor) as Interaction | undefined);
    return parts.includes(undefined) ? undefined : { ...unit, parts: parts as Interaction[] };
  }
  const duration = readDuration(scaleParameter(unit.duration ?? 0, factor), '', []);
  return duration === undefined ? undefined : { ...unit, duration };
}
