import { at, quote } from '../../errors/wording';
import { readAffect } from '../../journey/read-quantity';
import type { Interaction } from '../../journey/types';
import { fault, impossible, needFreshId, needStep, type Ground } from '../ground';
import { medianClock } from '../median-clock';
import { stepsOf, type Recipe } from '../recipe';
import type { MergeEdit } from '../types';
import { listIds, writeIds } from '../words';

export function planMerge(ground: Ground, edit: MergeEdit): Recipe | undefined {
  const before = ground.issues.length;
  const places = placesOf(ground, edit.ids);
  if (places.length === edit.ids.length) needNeighbours(ground, edit.ids, places);
  needFreshId(ground, edit.into.id, 'into.id');
  if (ground.issues.length > before) return undefined;

  const first = places[0]!;
  const merged = mergeSteps(ground.journey.interactions.slice(first, first + places.length), edit.into);
  return (draft) => void stepsOf(draft).splice(first, places.length, merged);
}

/** The places of all steps named, each once. */
function placesOf(ground: Ground, ids: readonly string[]): number[] {
  const places = new Map<string, number>();
  ids.forEach((id, index) => {
    const key = at('ids', index);
    if (places.has(id)) {
      const hint = `take one ${quote(id)} out`;
      fault(ground, key, { code: 'duplicate-id', expected: 'every step once', received: `${quote(id)} again`, hint });
      return;
    }
    const found = needStep(ground, id, key);
    if (found !== undefined) places.set(id, found.path[1] as number);
  });
  return [...places.values()];
}

function needNeighbours(ground: Ground, ids: readonly string[], places: readonly number[]): void {
  const all = ground.journey.interactions.map((step) => step.id);
  const [low, high] = [Math.min(...places), Math.max(...places)];
  const between = all.slice(low, high + 1).filter((id) => !ids.includes(id));
  if (between.length > 0) {
    const [lie, them] = between.length === 1 ? ['lies', 'it'] : ['lie', 'them'];
    const hint = `${listIds(between)} ${lie} between: merge ${them} too, or move ${them} out of the way before`;
    impossible(ground, 'ids', 'steps that stand side by side', listIds(ids), hint);
    return;
  }
  if (places.every((place, index) => place === low + index)) return;
  const hint = `write ${writeIds(all.slice(low, high + 1))}; to change the order, reorder before`;
  impossible(ground, 'ids', 'steps in journey order', listIds(ids), hint);
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
