import { makeEdit } from '../make-edit';
import type { EditOptions, SplitEdit, SplitPart } from '../types';

/**
 * Undoes a merge, or divides a plain step.
 *
 * **Without parts** the parts of a merged step stand in its place again, exactly as they were. What was said of the merged step alone (its
 * name, stage, channel, affect, source, extensions) goes with it; an `after` or `pin` of its own passes to the parts.
 *
 * **With parts** a plain step is divided:
 * - all parts draw as the whole did (`drawAs`), so every customer's clock time, taken together, stays what it was;
 * - duration, and a wait's own tolerance, are shared out; the affect, waiting conditions, effort and skip are copied (one shared draw);
 * - a line `{ start, end }` is divided where it can be — numbers, normals, a distribution to a number — so that the parts together are the
 *   same line (our judgement); between two other distributions each part gets the whole line;
 * - failure, recovery and dropout go to the last part; stage, channel, kind, source and extensions to every part; the name to none;
 * - every part keeps the `after`; a `pin` stays with the first or the last.
 *
 * A step with choice, or a merged step, cannot be divided. Other steps that must come `after` the split step now come after all its parts.
 *
 * @param id - A step, or a part of a merged step.
 * @param parts - Two or more `{ id, share, name? }`; shares above 0, sum 1 ± 1e-9.
 * @param options - `cost`, in a unit of your own.
 * @returns The edit as frozen JSON, for `redesign`.
 * @example
 * import { redesign, split } from 'peakend';
 * const visit = { name: 'Visit', interactions: [{ id: 'doctor', duration: '10 min', affect: 2 }] };
 * const longer = redesign(visit, [split('doctor', [{ id: 'talk', share: 0.25 }, { id: 'exam', share: 0.75 }])]);
 * longer.interactions[0].duration; // 150
 * longer.interactions[1].drawAs; // 'doctor'
 */
export function split(id: string, parts?: readonly SplitPart[], options?: EditOptions): SplitEdit {
  return makeEdit<SplitEdit>({ edit: 'split', id, parts }, options);
}
