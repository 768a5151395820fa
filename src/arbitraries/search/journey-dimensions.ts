import type { Interaction, Journey } from '../../journey/types';
import type { Parameter } from '../../model/types';
import { scaleParameter } from '../../redesign/scale-parameter';
import { fixed, signed } from '../../results/format-outcome';
import { grid, type Dimension } from './dimension';
import { mapUnit } from './pair';

/** Journeys like this one: each step may feel better or worse, and take longer or shorter. */
export function journeyDimensions(baseline: Journey): Dimension[] {
  return baseline.interactions.flatMap(({ id, name = id }): Dimension[] => [
    {
      key: `journey.${id}.affect`,
      of: 'journey',
      ...grid({ low: -3, high: 3 }, 0),
      put: ({ changes }, value) => void changes.push((journey) => mapUnit(journey, id, (unit) => lifted(unit, value as number))),
      words: (value) => `${name} feels ${(value as number) < 0 ? 'worse' : 'better'} (${signed(value as number, 1)})`,
    },
    {
      key: `journey.${id}.duration`,
      of: 'journey',
      ...grid({ low: 0.4, high: 3 }, 1),
      put: ({ changes }, value) => void changes.push((journey) => mapUnit(journey, id, (unit) => slower(unit, value as number))),
      words: (value) => `${name} takes ${fixed(value as number, 1)} times as long`,
    },
  ]);
}

/** A step that takes longer or shorter; of a merged step, all its parts. */
function slower(unit: Interaction, factor: number): Interaction {
  if (unit.parts !== undefined) return { ...unit, parts: unit.parts.map((part) => slower(part, factor)) };
  return { ...unit, duration: scaleParameter(unit.duration ?? 0, factor) };
}

/** A step that feels better or worse; of a merged step, all its parts. */
function lifted(unit: Interaction, shift: number): Interaction {
  if (unit.parts !== undefined) return { ...unit, parts: unit.parts.map((part) => lifted(part, shift)) };
  const { affect = 0 } = unit;
  if (typeof affect === 'string') return unit;
  if (typeof affect !== 'object' || !('start' in affect)) return { ...unit, affect: liftedLevel(affect, shift) };
  return { ...unit, affect: { start: liftedLevel(affect.start, shift), end: liftedLevel(affect.end, shift) } };
}

function liftedLevel(level: Parameter, shift: number): Parameter {
  if (typeof level === 'number') return Math.min(10, Math.max(-10, level + shift));
  return { type: 'scaled', distribution: level, scale: 1, shift };
}
