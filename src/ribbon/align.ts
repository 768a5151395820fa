import type { Interaction } from '../journey/types';
import { isRecord } from '../plain/check-number';
import { samePlain } from '../plain/same-plain';
import { movedSteps } from '../redesign/moved-steps';
import type { Change } from './drawing';

/** A slot on the axis that two versions share: which step of either stands there, and what became of it. */
export interface SharedSlot {
  readonly before?: Interaction;
  readonly after?: Interaction;
  readonly change?: Change;
  readonly into?: string;
}

/** Steps that stand or fall together: one, or several that are one in the other version. */
interface Group {
  readonly key: string;
  readonly steps: readonly Interaction[];
}

/**
 * Two orders of steps on one axis. Steps that both versions have share a slot, as far as their order is the same; what was merged or split spans the slots of
 * its parts; a step that is in one version only, or was moved, has a slot of its own, where only one line runs: two slots for what was moved, as the two versions
 * come to it at different times. So either version is read from left to right without a break in its order.
 */
export function alignSteps(before: readonly Interaction[], after: readonly Interaction[]): SharedSlot[] {
  const [first, second] = [grouped(before, after), grouped(after, before)];
  const ids = { before: new Set(before.map(({ id }) => id)), after: new Set(after.map(({ id }) => id)) };
  const [inFirst, inSecond] = [byKey(first), byKey(second)];
  // Where one of two has to give way, it is what takes fewer slots.
  const places = new Map(slotKeys(second, inFirst).map((key, index) => [key, index]));
  const moved = new Set(movedSteps(slotKeys(first, inSecond), places));
  const stays = ({ key }: Group, other: ReadonlyMap<string, Group>): boolean => other.has(key) && !moved.has(`${key} 0`);
  const slots: SharedSlot[] = [];
  let [i, j] = [0, 0];
  while (i < first.length || j < second.length) {
    const [old, next] = [first[i], second[j]];
    if (old !== undefined && !stays(old, inSecond)) {
      slots.push(...alone(old, inSecond, ids.after, 'gone').map(([step, change]): SharedSlot => ({ before: step, change })));
      i++;
    } else if (next !== undefined && !stays(next, inFirst)) {
      slots.push(...alone(next, inFirst, ids.before, 'new').map(([step, change]): SharedSlot => ({ after: step, change })));
      j++;
    } else {
      slots.push(...together(old!, next!));
      i++;
      j++;
    }
  }
  return slots;
}

function byKey(groups: readonly Group[]): ReadonlyMap<string, Group> {
  return new Map(groups.map((group) => [group.key, group]));
}

/** A key for each slot that a group takes together with the same group of the other version. */
function slotKeys(groups: readonly Group[], others: ReadonlyMap<string, Group>): string[] {
  return groups.flatMap(({ key, steps }) =>
    Array.from({ length: Math.max(steps.length, others.get(key)?.steps.length ?? 0) }, (_, index) => `${key} ${index}`),
  );
}

/** Steps where only their own version runs, and why. */
function alone(
  { key, steps }: Group,
  others: ReadonlyMap<string, Group>,
  ids: ReadonlySet<string>,
  lone: 'gone' | 'new',
): (readonly [Interaction, Change])[] {
  const theirs = others.get(key)?.steps.length ?? 0;
  const elsewhere = steps.length === theirs ? 'replaced' : steps.length > theirs === (lone === 'gone') ? 'merged' : 'split';
  return steps.map((step) => [step, ids.has(step.id) ? (lone === 'gone' ? 'moved away' : 'moved') : theirs === 0 ? lone : elsewhere]);
}

function together(old: Group, next: Group): SharedSlot[] {
  const [a, b] = [old.steps[0]!, next.steps[0]!];
  if (old.steps.length > 1) return old.steps.map((step) => ({ before: step, after: b, change: 'merged', into: nameOf(b) }));
  if (next.steps.length > 1) return next.steps.map((step) => ({ before: a, after: step, change: 'split', into: nameOf(a) }));
  if (a.id !== b.id) return [{ before: a, after: b, change: 'replaced', into: nameOf(a) }];
  return [{ before: a, after: b, ...(lived(a, b) ? {} : { change: 'changed' as const }) }];
}

function nameOf({ id, name }: Interaction): string {
  return name ?? id;
}

/** The steps of one version, those put together that are one step in the other, under that one's name. */
function grouped(own: readonly Interaction[], others: readonly Interaction[]): Group[] {
  const ids = new Set(own.map(({ id }) => id));
  const known = new Set(others.map(({ id }) => id));
  const holder = new Map<string, string>();
  for (const other of others) {
    if (ids.has(other.id)) continue;
    for (const part of partsOf(other)) if (!known.has(part)) holder.set(part, other.id);
  }
  // A step divided, or replaced on the same stream.
  const streams = new Map(others.filter(({ id }) => !ids.has(id)).map(({ id, drawAs }) => [drawAs ?? id, id]));
  for (const { id, drawAs } of own) {
    const whole = drawAs === undefined ? undefined : streams.get(drawAs);
    if (whole !== undefined && !known.has(id) && !holder.has(id)) holder.set(id, whole);
  }
  const groups: { key: string; steps: Interaction[] }[] = [];
  for (const step of own) {
    const key = holder.get(step.id) ?? step.id;
    const last = groups.at(-1);
    if (last?.key === key) last.steps.push(step);
    else groups.push({ key, steps: [step] });
  }
  // What lies apart cannot be spanned: each is then on its own.
  const count = new Map<string, number>();
  for (const { key } of groups) count.set(key, (count.get(key) ?? 0) + 1);
  return groups.flatMap((group) => (count.get(group.key) === 1 ? [group] : group.steps.map((step) => ({ key: step.id, steps: [step] }))));
}

function partsOf({ parts }: Interaction): string[] {
  return Array.isArray(parts) ? (parts as readonly Interaction[]).filter(isRecord).map(({ id }) => id) : [];
}

/** For readers only: they change nothing of what is lived. */
const toRead: readonly string[] = ['name', 'stage', 'note', 'touchpoints', 'pains', 'actors', 'source', 'extensions', 'durationText'];

function lived(a: Interaction, b: Interaction): boolean {
  const of = (step: Interaction): object => Object.fromEntries(Object.entries(step).filter(([key]) => !toRead.includes(key)));
  return samePlain(of(a), of(b));
}
