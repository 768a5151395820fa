import * as z from 'zod/mini';
import { at, quote } from '../../errors/wording';
import { quantities } from '../../journey/quantity-schema';
import { readAffect } from '../../journey/read-quantity';
import { bounded } from '../../journey/schema-parts';
import type { Affect, Interaction, MergedAffect } from '../../journey/types';
import { isRecord } from '../../plain/check-number';
import { aName, defineEdit, makeEdit, newId, stepIds, type EditBase, type EditOptions } from '../define-edit';
import { fault, impossible, needFreshId, needStep, type EditContext } from '../edit-context';
import { medianClock } from '../median-clock';
import { checkNewIds } from '../new-steps';
import { stepsOf } from '../plan-kit';
import { valueWords } from '../../journey/field-words';
import { listIds, writeIds } from '../words';
import { joined } from '../../words/joined';

const usage = 'merge(["register", "triage"], { id: "welcome" })';

/** The step that a merge makes. */
export interface MergeInto {
  /** A new id: the parts keep theirs. */
  readonly id: string;
  /** For reading. Default: the id. */
  readonly name?: string | undefined;
  /**
   * How it feels: as its parts do (`kept`, the default), at their mean by clock time (`time-weighted`), or its own: −10…+10 as a number, a distribution over
   * customers or a line `{ start, end }`.
   */
  readonly affect?: Affect | MergedAffect | undefined;
}

/** Makes one step of several neighbours. */
export interface MergeEdit extends EditBase<'merge'> {
  /** Ids of at least two steps that stand side by side, in their order. */
  readonly ids: readonly string[];
  /** The step they become. */
  readonly into: MergeInto;
}

/**
 * Makes one step of several neighbours: one desk instead of two, one form instead of three. What happens in the parts stays — their clock
 * time, affect, waiting, failures and dropout, all on their own draws — but people go through one step: one boundary instead of several, so
 * it feels shorter.
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
 * @param into - `id`, new to the journey; `name`; `affect`: `'kept'` (default: each part feels as it did), `'time-weighted'`
 * (the mean of the parts by clock time), or an affect from −10 to +10, a distribution or a line `{ start, end }` of its own.
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

export const mergeEdit = /* @__PURE__ */ defineEdit<MergeEdit>(
  'merge',
  () => ({
    ids: [stepIds.check(z.minLength(2, { error: bounded('at least two steps', { min: 2 }) })), 'neighbours'],
    into: [
      z.strictObject(
        { id: newId, name: z.exactOptional(aName), affect: z.exactOptional(quantities.mergedAffect) },
        { error: 'the merged step: { id, name?, affect? }' },
      ),
      'newWhole',
    ],
  }),
  {
    usage,
    blames: 'ids',
    structural: true,
    beforeShape(edit, issues) {
      const { ids } = edit;
      if (Array.isArray(ids) && ids.length < 2) {
        const hint = `name all that become one, as in ${usage}`;
        issues.push({
          code: 'impossible-edit',
          path: 'ids',
          expected: 'at least two steps',
          received: quote(ids),
          hint,
          params: { min: 2 },
        });
      }
      return edit;
    },
    check({ into }, issues) {
      if (!isRecord(into)) return;
      if (into['affect'] !== undefined) readAffect(into['affect'], 'into.affect', issues, true);
      checkNewIds({ id: into['id'] }, 'into', issues);
    },
    plan(context, edit) {
      const before = context.issues.length;
      const places = placesOf(context, edit.ids);
      if (places.length === edit.ids.length) needNeighbours(context, edit.ids, places);
      needFreshId(context, edit.into.id, 'into.id');
      if (context.issues.length > before) return undefined;

      const first = places[0]!;
      const merged = mergeSteps(context.journey.interactions.slice(first, first + places.length), edit.into);
      return (draft) => void stepsOf(draft).splice(first, places.length, merged);
    },
    words({ ids, into }, name) {
      const affect = into.affect === undefined ? '' : `, feeling ${valueWords('affect', into.affect)}`;
      return `merge ${joined(ids.map(name))} into "${into.name ?? into.id}"${affect}`;
    },
  },
);

/** The places of all steps named, each once. */
function placesOf(context: EditContext, ids: readonly string[]): number[] {
  const places = new Map<string, number>();
  ids.forEach((id, index) => {
    const key = at('ids', index);
    if (places.has(id)) {
      const hint = `take one ${quote(id)} out`;
      fault(context, key, { code: 'duplicate-id', expected: 'every step once', received: `${quote(id)} again`, hint });
      return;
    }
    const found = needStep(context, id, key);
    if (found !== undefined) places.set(id, found.path[1] as number);
  });
  return [...places.values()];
}

function needNeighbours(context: EditContext, ids: readonly string[], places: readonly number[]): void {
  const all = context.journey.interactions.map((step) => step.id);
  const [low, high] = [Math.min(...places), Math.max(...places)];
  const between = all.slice(low, high + 1).filter((id) => !ids.includes(id));
  if (between.length > 0) {
    const [lie, them] = between.length === 1 ? ['lies', 'it'] : ['lie', 'them'];
    const hint = `${listIds(between)} ${lie} between: merge ${them} too, or move ${them} out of the way before`;
    impossible(context, 'ids', 'steps that stand side by side', listIds(ids), hint);
    return;
  }
  if (places.every((place, index) => place === low + index)) return;
  const hint = `write ${writeIds(all.slice(low, high + 1))}; to change the order, reorder before`;
  impossible(context, 'ids', 'steps in journey order', listIds(ids), hint);
}

/** One step that holds these: what they agree in is said of the whole, everything else stays with the parts. */
function mergeSteps(parts: readonly Interaction[], into: MergeEdit['into']): Interaction {
  const { seconds, waitingSeconds } = medianClock({ id: into.id, parts });
  const affect = into.affect === undefined ? undefined : readAffect(into.affect, '', [], true);
  return {
    id: into.id,
    ...(into.name === undefined ? {} : { name: into.name }),
    ...agreed(parts, 'stage'),
    ...agreed(parts, 'channel'),
    ...(waitingSeconds > seconds / 2 ? { kind: 'wait' } : {}),
    ...(affect === undefined ? {} : { affect }),
    parts,
  };
}

function agreed(parts: readonly Interaction[], key: 'stage' | 'channel'): { stage?: string; channel?: string } {
  const value = parts[0]![key];
  return value !== undefined && parts.every((part) => part[key] === value) ? { [key]: value } : {};
}
