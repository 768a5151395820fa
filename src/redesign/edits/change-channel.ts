import { makeEdit } from '../make-edit';
import type { ChangeChannelEdit, EditOptions } from '../types';

/**
 * Says that a step happens through another channel. By itself this changes only who is meant by `channel:…` responses of segments; combine
 * it with `update` or `scaleDuration` for what else differs there.
 *
 * @param id - A step, part or option; of a merged step the step itself, its parts keep theirs.
 * @param channel - Any name: `'phone'`, `'app'`, `'desk'`.
 * @param options - `cost`, in a unit of your own.
 * @returns The edit as frozen JSON, for `redesign`.
 * @example
 * import { changeChannel, redesign } from 'peakend';
 * const visit = { name: 'Visit', interactions: [{ id: 'register', duration: '4 min', channel: 'desk' }] };
 * redesign(visit, [changeChannel('register', 'app')]).interactions[0].channel; // 'app'
 */
export function changeChannel(id: string, channel: string, options?: EditOptions): ChangeChannelEdit {
  return makeEdit<ChangeChannelEdit>({ edit: 'changeChannel', id, channel }, options);
}
