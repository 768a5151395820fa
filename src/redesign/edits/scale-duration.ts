import { makeEdit } from '../make-edit';
import type { EditOptions, ScaleDurationEdit } from '../types';

/**
 * Makes a step take longer or shorter for everybody by the same factor: whoever was slow stays slow. Only its own duration: not the extra
 * time of a failure, not a wait's tolerance, and not its other options, which have ids of their own.
 *
 * @param id - A step, part or option; a merged step scales all its parts.
 * @param factor - Above 0; 0.8 is a fifth faster, 1 changes nothing.
 * @param options - `cost`, in a unit of your own.
 * @returns The edit as frozen JSON, for `redesign`.
 * @example
 * import { redesign, scaleDuration } from 'peakend';
 * const visit = { name: 'Visit', interactions: [{ id: 'queue', kind: 'wait', duration: '20 min' }] };
 * redesign(visit, [scaleDuration('queue', 0.5)]).interactions[0].duration; // 600
 */
export function scaleDuration(id: string, factor: number, options?: EditOptions): ScaleDurationEdit {
  return makeEdit<ScaleDurationEdit>({ edit: 'scaleDuration', id, factor }, options);
}
