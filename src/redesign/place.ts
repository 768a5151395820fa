import * as z from 'zod/mini';
import { quote } from '../errors/wording';
import { word } from '../journey/schema-parts';
import { stepId, type Naming } from './define-edit';
import { impossible, needStep, type EditContext } from './edit-context';

/** Where a step goes: to one of the ends, or beside a step that is there. */
export type Place =
  | {
      /** To the `start` or `end` of the journey. */
      readonly to: 'start' | 'end';
    }
  | {
      /** In front of the step with this id. */
      readonly before: string;
    }
  | {
      /** Behind the step with this id. */
      readonly after: string;
    };

function buildPlace() {
  const error = 'one place: { to: "start" | "end" }, { before: id } or { after: id }';
  return z.union(
    [
      z.strictObject({ to: word(['start', 'end']) }, { error }),
      z.strictObject({ before: stepId }, { error }),
      z.strictObject({ after: stepId }, { error }),
    ],
    { error },
  );
}

export const aPlace = /* @__PURE__ */ buildPlace();

/** Where a step goes, as a place in the list without it; undefined with a fault. `moving`: the step that goes there. */
export function findPlace(context: EditContext, place: Place, moving: string): number | undefined {
  const others = context.journey.interactions.filter((step) => step.id !== moving);
  if ('to' in place) return place.to === 'start' ? 0 : others.length;
  const [key, id] = 'before' in place ? ['place.before', place.before] : ['place.after', place.after];
  if (id === moving) {
    const hint = others.length === 0 ? 'it is the only step' : `name the step it should stand beside, such as ${quote(others[0]!.id)}`;
    return impossible(context, key, 'another step', `${quote(id)} itself`, hint);
  }
  if (needStep(context, id, key) === undefined) return undefined;
  const index = others.findIndex((step) => step.id === id);
  return 'before' in place ? index : index + 1;
}

export function placeWords(place: Place, name: Naming): string {
  if ('to' in place) return `to the ${place.to}`;
  return 'before' in place ? `before ${name(place.before)}` : `after ${name(place.after)}`;
}
