import { asJson, fieldsOf } from '../redesign/define-edit';
import type { Edit } from '../redesign/types';
import type { AnyOrder, MergeNeighbours, MoveTo, OneOf } from './types';

/**
 * Alternatives for a search: at most one of these is done. Levels of one measure are written so: one more agent, or two, or three.
 *
 * @param proposals Each an edit, or a list of edits that belong together; with their own `cost`.
 * @returns The family as frozen JSON, one of the `candidates` of `findRedesigns` or `leastChange`.
 *
 * @example
 * import { scaleDuration } from 'peakend';
 * import { oneOf } from 'peakend/decide';
 * oneOf([scaleDuration('queue', 0.9, { cost: 10 }), scaleDuration('queue', 0.8, { cost: 25 })]).proposals.length; // 2
 */
export function oneOf(proposals: readonly (Edit | readonly Edit[])[]): OneOf {
  return made({ family: 'oneOf', proposals }, {});
}

/**
 * For a search: one step is moved to the start or to the end, or none.
 *
 * @param place `start` or `end`.
 * @param ids Which steps may be moved. Default: all that no pin holds.
 * @param options `cost` of the move.
 * @returns The family as frozen JSON.
 *
 * @example
 * import { moveTo } from 'peakend/decide';
 * moveTo('end', ['thanks', 'gift']).place; // 'end'
 */
export function moveTo(place: 'start' | 'end', ids?: readonly string[], options: Pick<MoveTo, 'cost'> = {}): MoveTo {
  return made({ family: 'moveTo', place, ids }, options);
}

/**
 * For a search: runs of neighbours are merged, any that do not overlap. Steps are neighbours as they stand in the journey that is searched from.
 *
 * @param options `ids` of steps that may be merged (default: all that are not merged yet), `longest` (most steps in one, default 3), `affect` as in
 * `merge`, and `cost` of each merge.
 * @returns The family as frozen JSON. The merged steps are called after their parts: the id `register+triage`, and a name where these have names.
 *
 * @example
 * import { mergeNeighbours } from 'peakend/decide';
 * mergeNeighbours({ longest: 2, cost: 500 }).longest; // 2
 */
export function mergeNeighbours(options: Omit<MergeNeighbours, 'family'> = {}): MergeNeighbours {
  return made({ family: 'mergeNeighbours' }, options);
}

/**
 * For a search: steps are put into any order that their `after` and `pin` allow. Steps that are not named keep their places. It is done after all
 * other edits of a design, to the steps that are there by then.
 *
 * @param ids Which steps may change places with each other. Default: all that no pin holds.
 * @param options `cost` of another order.
 * @returns The family as frozen JSON.
 *
 * @example
 * import { anyOrder } from 'peakend/decide';
 * anyOrder(['art', 'shops', 'food']).family; // 'anyOrder'
 */
export function anyOrder(ids?: readonly string[], options: Pick<AnyOrder, 'cost'> = {}): AnyOrder {
  return made({ family: 'anyOrder', ids }, options);
}

/** Whether it makes sense is for the search to say, which knows the journey. */
function made<Made extends { readonly family: string }>(family: Made, options: object): Made {
  return asJson({ ...fieldsOf(options, 'options', 'an object'), ...family });
}
