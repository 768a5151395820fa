import { isJourneyError } from '../../errors/journey-error';
import { isList } from '../../plain/plain-object';
import { defineJourney } from '../../journey/define-journey';
import type { Journey, JourneyInput } from '../../journey/types';
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
  const source = isList(variant) || typeof variant === 'function' ? (variant as Pair['source']) : undefined;
  return { baseline: today, variant: source === undefined ? defineJourney(variant as Journey) : applied(source, today), source };
}

function applied(source: NonNullable<Pair['source']>, journey: Journey): Journey {
  return typeof source === 'function' ? defineJourney(source(journey)) : redesign(journey, source);
}

/**
 * The pair with both journeys changed alike. Where the redesign can be applied to other journeys it is applied anew, else the change is made
 * in both. Undefined where that is not possible.
 */
export function changePair(pair: Pair, change: (journey: Journey) => JourneyInput | undefined): Pair | undefined {
  return attempt(pair.source, () => {
    const today = change(pair.baseline);
    if (today === undefined) return undefined;
    const baseline = defineJourney(today);
    if (pair.source !== undefined) return { ...pair, baseline, variant: applied(pair.source, baseline) };
    const next = change(pair.variant);
    return next === undefined ? undefined : { ...pair, baseline, variant: defineJourney(next) };
  });
}

/** The same baseline with other edits. */
export function withEdits(pair: Pair, edits: readonly Edit[]): Pair | undefined {
  return attempt(edits, () => ({ baseline: pair.baseline, variant: redesign(pair.baseline, edits), source: edits }));
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
