import * as z from 'zod/mini';
import { journeySchemas, stageNames } from '../../journey/step-fields';
import { between } from '../../journey/schema-parts';
import type { Progress } from '../../journey/types';
import type { Some } from '../../plain/as-written';
import { defineEdit, fieldsOf, makeEdit, type EditBase, type EditOptions } from '../define-edit';
import { percent, valueWords } from '../../journey/field-words';

/** How a progress display is to look. */
export interface ProgressDisplay extends Some<Pick<Progress, 'pace' | 'endowed'>> {
  /** The stages it is about, waits included. Default: as it is, else one bar for each channel, without its waits. */
  readonly stages?: readonly string[] | undefined;
}

/** Shows people how far they are. */
export interface ShowProgressEdit extends EditBase<'showProgress'>, ProgressDisplay {}

/**
 * Shows people how far they have come: a bar for each channel, or one over some stages. It works on giving up: a head start and a fast start keep
 * people, a slow start loses them, a constant bar changes nothing.
 *
 * @param display - `pace`: `'constant'`, `'fast-to-slow'`, `'slow-to-fast'` or what is shown on entering each step (a share 0…1 for each
 * step of the journey as it is after the last edit); `endowed`: head start given away, 0…1; `stages`: one bar over these, waits included. What is not named
 * stays, by default constant, 0 and one bar for each channel.
 * @param options - `cost`, in a unit of your own.
 * @returns The edit as frozen JSON, for `redesign`.
 * @example
 * import { redesign, showProgress } from 'peakend';
 * const survey = { name: 'Survey', interactions: [{ id: 'page-1', duration: 60 }, { id: 'page-2', duration: 60 }] };
 * redesign(survey, [showProgress({ endowed: 0.1 })]).progress.endowed; // 0.1
 */
export function showProgress(display?: ProgressDisplay, options?: EditOptions): ShowProgressEdit {
  return makeEdit<ShowProgressEdit>({ ...fieldsOf(display, 'display', '{ endowed, pace, stages }'), edit: 'showProgress' }, options);
}

export const showProgressEdit = /* @__PURE__ */ defineEdit<ShowProgressEdit>(
  'showProgress',
  () => ({
    pace: [journeySchemas.progress.shape.pace, 'pace'],
    endowed: [z.exactOptional(between(0, 1, 'a head start')), 'headStart'],
    stages: [z.exactOptional(stageNames)],
  }),
  {
    usage: 'showProgress({ pace: "fast-to-slow", endowed: 0.1 })',
    blames: 'pace',
    plan({ journey }, { pace, endowed, stages }) {
      const said = { ...(endowed === undefined ? {} : { endowed }), ...(pace === undefined ? {} : { pace }) };
      const now = journey.progress?.shown ?? false;
      const progress = { ...journey.progress, shown: stages ?? (now === false ? true : now), ...said };
      return (draft) => void (draft.progress = progress);
    },
    words({ pace, endowed, stages }) {
      const shown = pace === undefined ? '' : `, pace ${valueWords('pace', pace)}`;
      const over = stages === undefined ? '' : ` over ${stages.join(', ')}`;
      return `show progress${over}${shown}${endowed === undefined ? '' : `, with a head start of ${percent(endowed)}`}`;
    },
  },
);
