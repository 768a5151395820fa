import type { Journey } from '../../journey/types';
import { fixed, signed } from '../../results/format-outcome';
import { grid, type Dimension } from './dimension';
import { lifted, mapUnit, slower } from './surgery';

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
