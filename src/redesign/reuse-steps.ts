import { madeJourney } from '../journey/made-journey';
import type { Interaction, Journey } from '../journey/types';
import { samePlain } from '../plain/same-plain';

/**
 * The next journey with every step that did not change being the very object it was before, so that whoever draws or computes step by step
 * can tell by `===`; the journey before itself where nothing changed. Both are frozen and in canonical form.
 */
export function reuseSteps(before: Journey, next: Journey): Journey {
  if (samePlain(before, next)) return before;
  const known = new Map<string, Interaction>(before.interactions.map((step) => [step.id, step]));
  const interactions = next.interactions.map((step) => {
    const old = known.get(step.id);
    return old !== undefined && samePlain(old, step) ? old : step;
  });
  return madeJourney({ ...next, interactions: Object.freeze(interactions) });
}
