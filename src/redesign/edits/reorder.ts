import { makeEdit } from '../make-edit';
import type { EditOptions, ReorderEdit } from '../types';

/**
 * Puts all steps into a new order at once: what a drag-and-drop list hands over. Draws stay with their steps, as with {@link move}.
 *
 * @param ids - Every step of the journey, each once, in the new order; a merged step by its own id, its parts stay inside. Refused where a
 * step is missing, unknown or named twice, and where an `after` or a `pin` would break.
 * @param options - `cost`, in a unit of your own.
 * @returns The edit as frozen JSON, for `redesign`.
 * @example
 * import { redesign, reorder } from 'peakend';
 * const visit = { name: 'Visit', interactions: [{ id: 'thanks', duration: 30 }, { id: 'pay', duration: 60 }, { id: 'doctor', duration: 600 }] };
 * const better = redesign(visit, [reorder(['pay', 'doctor', 'thanks'])]);
 * better.interactions.map((step) => step.id).join(', '); // 'pay, doctor, thanks'
 */
export function reorder(ids: readonly string[], options?: EditOptions): ReorderEdit {
  return makeEdit<ReorderEdit>({ edit: 'reorder', ids }, options);
}
