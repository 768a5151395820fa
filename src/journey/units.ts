import { seen } from '../errors/alike';
import { at } from '../errors/wording';
import type { Interaction, Journey, Option } from './types';

/** A step, part or option, and where it stands. */
export type FoundUnit = FoundStepOrPart | FoundOption;
export type FoundStepOrPart = FoundStep | FoundPart;
interface Location {
  /** From the journey to the unit: `['interactions', 2, 'parts', 0]`. */
  readonly path: readonly (string | number)[];
}
export interface FoundStep extends Location {
  readonly role: 'step';
  readonly unit: Interaction;
}
export interface FoundPart extends Location {
  readonly role: 'part';
  readonly unit: Interaction;
  /** The merged step right above. */
  readonly holder: Interaction;
}
export interface FoundOption extends Location {
  readonly role: 'option';
  readonly unit: Option;
  /** The step or part whose option it is. */
  readonly holder: Interaction;
}

/** Whether there is a step to be easy. */
export function hasEffort(journey: Journey): boolean {
  return [...units(journey)].some(({ unit }) => unit.effort !== undefined);
}

/** Every step, part and option, in written order. */
export function* units(journey: Journey): Generator<FoundUnit> {
  yield* unitsIn(journey.interactions, ['interactions'], undefined);
}

/** Every step, part and option by its id, in written order. */
export function unitsById(journey: Journey): Map<string, FoundUnit> {
  const found = new Map<string, FoundUnit>();
  for (const one of units(journey)) found.set(one.unit.id, one);
  return found;
}

/** Ids of every step, part and option. */
export function idsIn(journey: Journey): Set<string> {
  return new Set(Array.from(units(journey), ({ unit }) => unit.id));
}

/** Where a unit stands, as a path for people: `interactions[2].parts[0]`. */
export function writtenPath({ path }: FoundUnit): string {
  return path.reduce<string>(at, '');
}

/** A step with all it holds. */
export function unitsOf(step: Interaction): Generator<FoundUnit> {
  return unitsIn([step], [], undefined);
}

function* unitsIn(
  list: readonly Interaction[],
  path: readonly (string | number)[],
  holder: Interaction | undefined,
): Generator<FoundUnit, void> {
  for (let index = 0; index < list.length; index++) {
    const unit = list[index]!;
    const here = path.concat(index);
    yield holder === undefined ? { role: 'step', unit, path: here } : { role: 'part', unit, path: here, holder };
    if (unit.choice !== undefined) {
      for (const [place, option] of unit.choice.options.entries()) {
        yield { role: 'option', unit: option, path: [...here, 'choice', 'options', place], holder: unit };
      }
    }
    if (unit.parts !== undefined) yield* unitsIn(unit.parts, [...here, 'parts'], unit);
  }
}

export function findUnit(journey: Journey, id: string): FoundUnit | undefined {
  // Most often it is a step, and looking at steps alone is quick.
  const index = journey.interactions.findIndex((step) => step.id === id);
  if (index >= 0) return { role: 'step', unit: journey.interactions[index]!, path: ['interactions', index] };
  for (const found of units(journey)) if (found.unit.id === id) return found;
  return undefined;
}

/** As {@link findUnit}, of ids that look the same. */
export function findAlike(journey: Journey, id: string): FoundUnit | undefined {
  const look = seen(id);
  for (const found of units(journey)) if (seen(found.unit.id) === look) return found;
  return undefined;
}
