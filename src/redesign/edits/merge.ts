import { makeEdit } from '../make-edit';
import type { EditOptions, MergeEdit, MergeInto } from '../types';

/**
 * Makes one step of several neighbours: one desk instead of two, one form instead of three. What happens in the parts stays — their clock
 * time, waiting, failures and dropout, all on their own draws — but people remember one step: one boundary instead of several, so it feels
 * shorter, and one feeling for the whole.
 *
 * The merged step
 * - keeps its parts untouched, with their ids, options, `after` and `pin`; {@link split} gives them back exactly;
 * - has the `stage` and `channel` in which all parts agree;
 * - is labelled a wait where waiting fills more than half of its median clock time (a label only: every part acts as what it is);
 * - has no duration, wait, failure, dropout or skip of its own. An edit that scales (`scaleDuration`) reaches through to the parts; one
 *   that sets something (`occupyWait`, `preventFailure`, …) names the part.
 *
 * Merged steps can be merged again; each level is a boundary that `split` opens again.
 *
 * @param ids - Two or more steps that stand side by side, in journey order.
 * @param into - `id`, new to the journey; `name`; `affect`: `'time-weighted'` (default: the mean of the parts by clock time),
 * `'most-extreme'` (the part furthest from 0), or an affect from −10 to +10, a distribution or a line `{ start, end }` of its own.
 * @param options - `cost`, in a unit of your own.
 * @returns The edit as frozen JSON, for `redesign`.
 * @example
 * import { merge, redesign } from 'peakend';
 * const visit = {
 *   name: 'Clinic visit',
 *   interactions: [
 *     { id: 'register', duration: '4 min', stage: 'arrive' },
 *     { id: 'triage', duration: '6 min', stage: 'arrive' },
 *     { id: 'doctor', duration: '10 min' },
 *   ],
 * };
 * const simpler = redesign(visit, [merge(['register', 'triage'], { id: 'welcome' })]);
 * simpler.interactions.map((step) => step.id).join(', '); // 'welcome, doctor'
 * simpler.interactions[0].parts.length; // 2
 * simpler.interactions[0].stage; // 'arrive'
 */
export function merge(ids: readonly string[], into: MergeInto, options?: EditOptions): MergeEdit {
  return makeEdit<MergeEdit>({ edit: 'merge', ids, into }, options);
}
