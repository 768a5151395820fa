import { idsIn } from '../../journey/units';
import type { Interaction, Journey, JourneyInput } from '../../journey/types';
import type { Place } from '../../redesign/place';
import { scaleParameter } from '../../redesign/scale-parameter';
import type { Edit } from '../../redesign/types';
import type { Parameter } from '../../model/types';
import type { Pair } from './subject';
import { attempt, pairOf } from './subject';

/** A journey without one step, part or option, and without what refers to it; itself where there is none, undefined where nothing is left. */
export function withoutUnit(journey: Journey, id: string): JourneyInput | undefined {
  if (!idsIn(journey).has(id)) return journey;
  const places = journey.interactions.map((step) => step.id);
  const interactions = journey.interactions.flatMap((step) => cut(step, id) ?? []);
  if (interactions.length === 0) return undefined;
  const left = idsIn({ ...journey, interactions });
  const kept = interactions.map((step) => withKnownOrder(step, left));
  const { progress } = journey;
  if (typeof progress?.pace !== 'object' || interactions.length === places.length) return { ...journey, interactions: kept };
  const gone = places.indexOf(id);
  return { ...journey, interactions: kept, progress: { ...progress, pace: progress.pace.filter((_, index) => index !== gone) } };
}

function cut(step: Interaction, id: string): Interaction | undefined {
  if (step.id === id) return undefined;
  if (step.parts !== undefined) {
    const parts = step.parts.flatMap((part) => cut(part, id) ?? []);
    return parts.length >= 2 ? { ...step, parts } : parts[0];
  }
  if (step.choice === undefined) return step;
  const options = step.choice.options.filter((option) => option.id !== id);
  const { choice, ...alone } = step;
  return options.length === 0 ? alone : { ...step, choice: { ...choice, options } };
}

function withKnownOrder(step: Interaction, known: ReadonlySet<string>): Interaction {
  const { after, parts, ...rest } = step;
  const left = after?.filter((id) => known.has(id)) ?? [];
  return {
    ...rest,
    ...(parts === undefined ? {} : { parts: parts.map((part) => withKnownOrder(part, known)) }),
    ...(left.length === 0 ? {} : { after: left }),
  };
}

/** The pair without one step, part or option; edits that were about it go too. */
export function pairWithout(pair: Pair, id: string): Pair | undefined {
  return attempt(pair.source, () => {
    const baseline = withoutUnit(pair.baseline, id);
    if (baseline === undefined) return undefined;
    const { source } = pair;
    if (typeof source === 'function') return pairOf(baseline, source);
    if (source !== undefined) return pairOf(baseline, editsWithout(source, id, pair.baseline));
    const variant = withoutUnit(pair.variant, id);
    return variant === undefined ? undefined : pairOf(baseline, variant);
  });
}

function editsWithout(edits: readonly Edit[], id: string, journey: Journey): readonly Edit[] {
  const steps = journey.interactions.map((step) => step.id);
  const at = steps.indexOf(id);
  const anchored = (place: Place): Place => {
    if ('after' in place && place.after === id) return at > 0 ? { after: steps[at - 1]! } : { to: 'start' };
    if ('before' in place && place.before === id) return at >= 0 && at < steps.length - 1 ? { before: steps[at + 1]! } : { to: 'end' };
    return place;
  };
  return edits.flatMap((edit): readonly Edit[] => {
    if ('id' in edit && edit.id === id) return [];
    switch (edit.edit) {
      case 'merge': {
        const ids = edit.ids.filter((one) => one !== id);
        return ids.length >= 2 ? [{ ...edit, ids }] : [];
      }
      case 'reorder':
        return [{ ...edit, ids: edit.ids.filter((one) => one !== id) }];
      case 'swap':
        return edit.with === id ? [] : [edit];
      case 'insert':
        return edit.step.id === id ? [] : [{ ...edit, place: anchored(edit.place) }];
      case 'move':
        return [{ ...edit, place: anchored(edit.place) }];
      case 'removeChoice':
        return edit.option === id ? [] : [edit];
      case 'addChoice': {
        const options = edit.options.filter((option) => option.id !== id);
        return options.length === 0 ? [] : [{ ...edit, options }];
      }
      case 'update': {
        const { choice } = edit.changes;
        const options = choice?.options.filter((option) => option.id !== id) ?? [];
        return choice === undefined || options.length === 0
          ? [edit]
          : [{ ...edit, changes: { ...edit.changes, choice: { ...choice, options } } }];
      }
      default:
        return [edit];
    }
  });
}

/** A journey in which one step, part or option is changed; itself where it has none of that id. */
export function mapUnit(journey: Journey, id: string, change: (unit: Interaction) => Interaction): JourneyInput {
  const inside = (unit: Interaction): Interaction => {
    const { parts, choice } = unit;
    const next =
      parts !== undefined
        ? { ...unit, parts: parts.map(inside) }
        : choice === undefined
          ? unit
          : {
              ...unit,
              choice: {
                ...choice,
                options: choice.options.map((option) => (option.id === id ? (change(option as Interaction) as typeof option) : option)),
              },
            };
    return unit.id === id ? change(next) : next;
  };
  return { ...journey, interactions: journey.interactions.map(inside) };
}

/** A step that takes longer or shorter; of a merged step, all its parts. */
export function slower(unit: Interaction, factor: number): Interaction {
  if (unit.parts !== undefined) return { ...unit, parts: unit.parts.map((part) => slower(part, factor)) };
  return { ...unit, duration: scaleParameter(unit.duration ?? 0, factor) };
}

/** A step that feels better or worse; of a merged step, all its parts. */
export function lifted(unit: Interaction, shift: number): Interaction {
  if (unit.parts !== undefined) return { ...unit, parts: unit.parts.map((part) => lifted(part, shift)) };
  const { affect = 0 } = unit;
  if (typeof affect === 'string') return unit;
  if (typeof affect !== 'object' || !('start' in affect)) return { ...unit, affect: liftedLevel(affect, shift) };
  return { ...unit, affect: { start: liftedLevel(affect.start, shift), end: liftedLevel(affect.end, shift) } };
}

function liftedLevel(level: Parameter, shift: number): Parameter {
  if (typeof level === 'number') return Math.min(10, Math.max(-10, level + shift));
  return { type: 'scaled', distribution: level, scale: 1, shift };
}
