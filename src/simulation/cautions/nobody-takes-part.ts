import type { Segment } from '../../journey/types';
import { called, type Doubt } from './doubt';
import type { LivedUnit } from './lived-units';

/** A segment that skips everything: its satisfaction is that of people to whom nothing happened. `place` is that of the segment. */
export function nobodyTakesPart(units: readonly LivedUnit[], segment: Segment, place: number): Doubt[] {
  if (units.length > 0) return [];
  const own = segment.responses !== undefined;
  const what =
    `nobody of segment ${called(segment)} takes part in any step (skip is 1 everywhere), so its outcomes speak of nothing: ` +
    'lower a skip, or leave the segment out';
  return [{ code: 'nobody-takes-part', path: own ? `segments[${place}].responses` : 'interactions', what, whole: true }];
}
