import { isJourneyError } from '../../errors/journey-error';
import { defineJourney } from '../../journey/define-journey';
import type { Interaction, Journey, JourneyInput } from '../../journey/types';
import { idsIn } from '../../journey/units';
import { isRecord } from '../../plain/check-number';
import { isList } from '../../plain/plain-object';
import { redesign } from '../../redesign/redesign';
import type { Edit } from '../../redesign/types';
import type { VariantSource } from './types';

/** A baseline with the redesign of it. */
export interface Pair {
  readonly baseline: Journey;
  readonly variant: Journey;
  /** What made the one of the other, where it can be applied to other journeys too. */
  readonly source: readonly Edit[] | ((journey: Journey) => JourneyInput) | undefined;
}

/** A pair from what people write. Throws with all that is wrong in it. */
export function pairOf(baseline: JourneyInput, variant: VariantSource): Pair {
  const today = defineJourney(baseline);
  if (typeof variant === 'function') return { baseline: today, variant: defineJourney(variant(today)), source: variant };
  if (isList(variant)) return { baseline: today, variant: redesign(today, variant), source: variant };
  return { baseline: today, variant: defineJourney(variant), source: undefined };
}

/** The pair with both journeys changed alike: the redesign is applied anew, or else changed itself. */
export function changePair({ baseline, variant, source }: Pair, change: (journey: Journey) => JourneyInput): Pair {
  return pairOf(change(baseline), source ?? change(variant));
}

/**
 * What is impossible is no case. A function of the user's own may not have thought of a journey that lacks half of its steps: whatever it
 * throws says that this is none.
 */
export function attempt<Value>(source: Pair['source'], make: () => Value | undefined): Value | undefined {
  try {
    return make();
  } catch (error) {
    if (isJourneyError(error) || typeof source === 'function') return undefined;
    throw error;
  }
}

/** A journey in which one step, part or option is changed; itself where it has none of that id. */
export function mapUnit<Data>(data: Data, id: string, change: (unit: Interaction) => Interaction): Data {
  const inside = (value: unknown): unknown => {
    if (isList(value)) return value.map(inside);
    if (!isRecord(value)) return value;
    const next = { ...value };
    for (const key of ['interactions', 'parts', 'choice', 'options']) if (key in next) next[key] = inside(next[key]);
    return next['id'] === id ? change(next as object as Interaction) : next;
  };
  return inside(data) as Data;
}

/** The pair without one step, part or option, and without what refers to it. Throws where nothing is left. */
export function withoutStep({ baseline, variant, source }: Pair, id: string): Pair {
  const edits = isList(source) ? (pruned(source, id, stepsOf(baseline)) as readonly Edit[]) : source;
  return pairOf(journeyWithout(baseline, id), edits ?? journeyWithout(variant, id));
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
