import { quote } from '../../errors/wording';
import { impossible, needStep, type Ground } from '../ground';
import type { Place } from '../types';

/** Where a step goes, as a place in the list without it; undefined with a fault. `moving`: the step that goes there. */
export function findPlace(ground: Ground, place: Place, moving: string): number | undefined {
  const others = ground.journey.interactions.filter((step) => step.id !== moving);
  if ('to' in place) return place.to === 'start' ? 0 : others.length;
  const [key, id] = 'before' in place ? ['place.before', place.before] : ['place.after', place.after];
  if (id === moving) {
    const hint = others.length === 0 ? 'it is the only step' : `name the step it should stand beside, such as ${quote(others[0]!.id)}`;
    return impossible(ground, key, 'another step', `${quote(id)} itself`, hint);
  }
  if (needStep(ground, id, key) === undefined) return undefined;
  const index = others.findIndex((step) => step.id === id);
  return 'before' in place ? index : index + 1;
}
