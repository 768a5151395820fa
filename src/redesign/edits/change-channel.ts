import { text } from '../../journey/schema-parts';
import { defineEdit, makeEdit, stepId, type EditBase, type EditOptions } from '../define-edit';
import { needUnit } from '../edit-context';
import { putInstead } from '../plan-kit';

/** Lets a step happen through another channel. */
export interface ChangeChannelEdit extends EditBase<'changeChannel'> {
  /** Id of the step, part or option. */
  readonly id: string;
  /** The new channel, by any name. */
  readonly channel: string;
}

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

export const changeChannelEdit = /* @__PURE__ */ defineEdit<ChangeChannelEdit>(
  'changeChannel',
  () => ({ id: [stepId, 'unit'], channel: [text('the name of a channel'), 'channel'] }),
  {
    usage: 'changeChannel("register", "app")',
    plan(context, { id, channel }) {
      const found = needUnit(context, id, 'id');
      return found && putInstead(found, { ...found.unit, channel });
    },
    words: ({ id, channel }, name) => `change the channel of ${name(id)} to ${channel}`,
  },
);
