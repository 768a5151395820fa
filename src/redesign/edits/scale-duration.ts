import * as z from 'zod/mini';
import { formatNumber } from '../../distributions/format-number';
import { longestDuration } from '../../distributions/duration-units';
import { quote } from '../../errors/wording';
import { withDuration } from '../../journey/duration-text';
import { readDuration } from '../../journey/read-quantity';
import { bounded } from '../../journey/schema-parts';
import type { Interaction, Option } from '../../journey/types';
import { defineEdit, makeEdit, stepId, type EditBase, type EditOptions } from '../define-edit';
import { impossible, needUnit } from '../edit-context';
import { putInstead } from '../plan-kit';
import { scaleParameter } from '../scale-parameter';
import { percent } from '../../journey/field-words';

/** Makes a step faster or slower for everybody alike. */
export interface ScaleDurationEdit extends EditBase<'scaleDuration'> {
  /** Id of the step, part or option. */
  readonly id: string;
  /** Factor on its duration, above 0; 1 leaves it as it is. */
  readonly factor: number;
}

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

export const scaleDurationEdit = /* @__PURE__ */ defineEdit<ScaleDurationEdit>(
  'scaleDuration',
  () => {
    const error = bounded('a factor above 0', { min: 0, minExcluded: true });
    return { id: [stepId, 'unit'], factor: [z.number({ error }).check(z.positive({ error })), 'factor'] };
  },
  {
    usage: 'scaleDuration("queue", 0.8)',
    plan(context, edit) {
      const found = needUnit(context, edit.id, 'id');
      if (found === undefined || edit.factor === 1) return found && (() => undefined);
      const scaled = scale(found.unit, edit.factor);
      if (scaled === undefined) {
        const hint = `a step lasts at most ${longestDuration} seconds`;
        return impossible(context, 'factor', 'a factor that leaves a possible duration', quote(edit.factor), hint);
      }
      return putInstead(found, scaled);
    },
    words({ id, factor }, name) {
      const change = percent(Math.abs(factor - 1));
      if (factor === 1) return `leave the duration of ${name(id)} as it is`;
      if (factor < 1) return `make ${name(id)} ${change} shorter`;
      return factor < 2 ? `make ${name(id)} ${change} longer` : `make ${name(id)} take ${formatNumber(factor, 2)} times as long`;
    },
  },
);

/** Undefined where the result is no duration any more. */
function scale(unit: Interaction | Option, factor: number): Interaction | Option | undefined {
  if ('parts' in unit && unit.parts !== undefined) {
    const parts = unit.parts.map((part) => scale(part, factor) as Interaction | undefined);
    return parts.includes(undefined) ? undefined : { ...unit, parts: parts as Interaction[] };
  }
  const duration = readDuration(scaleParameter(unit.duration ?? 0, factor), '', []);
  return duration === undefined ? undefined : withDuration(unit, duration);
}
