import type { InteractionInput } from '../../journey/types';
import { makeEdit } from '../make-edit';
import type { EditOptions, ReplaceEdit } from '../types';

/**
 * Puts another step in the place of one. The new step stands as written; nothing of the old one stays, also not its `after` and `pin`, but
 * steps that had to come `after` the old one now come after the new.
 *
 * It draws on the stream of its own id. To let it keep the old step's luck — the customer who was slow stays slow — give it
 * `drawAs: 'old id'`. Renaming a step is replacing it by itself with another id and `drawAs`.
 *
 * @param id - A step, or a part of a merged step.
 * @param step - The new step, written as in `defineJourney`. It may have the same id.
 * @param options - `cost`, in a unit of your own.
 * @returns The edit as frozen JSON, for `redesign`.
 * @throws JourneyError only where `step` cannot be data at all; `redesign` tells everything else.
 * @example
 * import { redesign, replace } from 'peakend';
 * const visit = { name: 'Visit', interactions: [{ id: 'desk', duration: '5 min' }] };
 * redesign(visit, [replace('desk', { id: 'kiosk', duration: '2 min', drawAs: 'desk' })]).interactions[0].id; // 'kiosk'
 */
export function replace(id: string, step: InteractionInput, options?: EditOptions): ReplaceEdit {
  return makeEdit<ReplaceEdit>({ edit: 'replace', id, step }, options);
}
