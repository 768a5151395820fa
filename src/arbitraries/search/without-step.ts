import { idsIn } from '../../journey/units';
import type { Journey, JourneyInput } from '../../journey/types';
import { isRecord } from '../../plain/check-number';
import { isList } from '../../plain/plain-object';
import type { Edit } from '../../redesign/types';
import { pairOf, type Pair } from './subject';

/** The pair without one step, part or option, and without what refers to it. Throws where nothing is left. */
export function withoutStep({ baseline, variant, source }: Pair, id: string): Pair {
  const today = journeyWithout(baseline, id);
  if (source === undefined) return pairOf(today, journeyWithout(variant, id));
  return pairOf(today, typeof source === 'function' ? source : (pruned(source, id, stepsOf(baseline)) as readonly Edit[]));
}

function stepsOf({ interactions }: Journey): string[] {
  return interactions.map((step) => step.id);
}

function journeyWithout(journey: Journey, id: string): JourneyInput {
  if (!idsIn(journey).has(id)) return journey;
  const steps = stepsOf(journey);
  const interactions = pruned(journey.interactions, id, steps) as Journey['interactions'];
  const { progress } = journey;
  // One pace a step.
  if (typeof progress?.pace !== 'object' || interactions.length === steps.length) return { ...journey, interactions };
  return { ...journey, interactions, progress: { ...progress, pace: progress.pace.filter((_, place) => steps[place] !== id) } };
}

/** Plain data without whatever is about the step: in lists what is it or names it, and places beside it move to its neighbours. */
function pruned(value: unknown, id: string, steps: readonly string[]): unknown {
  if (isList(value)) {
    return value.flatMap((item) => {
      const next = item === id || isAbout(item, id) ? undefined : pruned(item, id, steps);
      return next === undefined || lacksWhatItNeeds(item, next) ? [] : [next];
    });
  }
  if (!isRecord(value)) return value;
  const at = steps.indexOf(id);
  if (value['after'] === id) return at > 0 ? { after: steps[at - 1] } : { to: 'start' };
  if (value['before'] === id) return at >= 0 && at < steps.length - 1 ? { before: steps[at + 1] } : { to: 'end' };
  const entries = Object.entries(value).map(([key, inner]) => [key, pruned(inner, id, steps), inner] as const);
  const left = Object.fromEntries(entries.filter(([, next, inner]) => !isEmptied(next, inner)));
  const { parts } = left;
  return isList(parts) && parts.length === 1 && !('edit' in left) ? parts[0] : left;
}

function isAbout(item: unknown, id: string): boolean {
  if (!isRecord(item)) return false;
  return [item, item['step']].some((one) => isRecord(one) && (one['id'] === id || one['with'] === id || one['option'] === id));
}

/** A list of which nothing is left, or a choice without options. */
function isEmptied(next: unknown, before: unknown): boolean {
  if (isList(next)) return next.length === 0 && (before as readonly unknown[]).length > 0;
  return isRecord(next) && !('options' in next) && 'options' in (before as object);
}

/** An edit that has lost one of its lists, or has only one step left to merge. */
function lacksWhatItNeeds(edit: unknown, next: unknown): boolean {
  if (!isRecord(edit) || !isRecord(next) || !('edit' in edit)) return false;
  const { ids } = next;
  return Object.keys(next).length < Object.keys(edit).length || (edit['edit'] === 'merge' && isList(ids) && ids.length < 2);
}
