import type { Journey } from '../journey/types';
import type { JourneyChange } from './diff-fields';
import { oneLine } from '../words/one-line';
import { unitsById, type FoundUnit } from '../journey/units';
import { fieldWords, valueWords } from '../journey/field-words';
import { listIds } from './words';

/** Changes in words, one each; steps by the names they have, or had. */
export function diffWords(changes: readonly JourneyChange[], before: Journey, after: Journey): string[] {
  if (changes.length === 0) return ['nothing changed'];
  const known = new Map([...unitsById(after), ...unitsById(before)]);
  const name: NameOf = (id) => known.get(id)?.unit.name ?? id;
  const where = placesIn(after, name);
  return changes.map((change) => oneLine(line(change, where, name)));
}

type NameOf = (id: string) => string;

/** Where the step with an id stands, in words. */
type Where = (id: string) => string;

function line(change: JourneyChange, where: Where, name: NameOf): string {
  switch (change.change) {
    case 'added':
      return `added "${name(change.id)}"${where(change.id)}`;
    case 'removed':
      return `removed "${name(change.id)}"`;
    case 'moved':
      return `moved "${name(change.id)}"${where(change.id)}`;
    case 'merged':
      return `merged ${listIds(change.parts.map(name))} into "${name(change.id)}"`;
    case 'split':
      return `split "${name(change.id)}" into ${listIds(change.parts.map(name))}`;
    case 'replaced':
      return `replaced "${name(change.id)}" by "${name(change.by)}"`;
    case 'optionAdded':
      return `"${name(change.id)}": added the option "${name(change.option)}"`;
    case 'optionRemoved':
      return `"${name(change.id)}": removed the option "${name(change.option)}"`;
    case 'changed': {
      const { field, from, to, id } = change;
      const subject = id === undefined ? 'the journey' : `"${name(id)}"`;
      if (field === 'extensions') return `${subject}: extensions changed`;
      const [old, next] = [valueWords(field, from), valueWords(field, to)];
      // Two values may read alike once they are rounded for reading.
      const values = old === next ? `${JSON.stringify(from)} → ${JSON.stringify(to)}` : `${old} → ${next}`;
      return `${subject}: ${fieldWords(field)} ${values}`;
    }
  }
}

/** Where each step stands, told by its neighbour, and each part, by what it is in. */
function placesIn(journey: Journey, name: NameOf): Where {
  let known: ReadonlyMap<string, FoundUnit> | undefined;
  const steps = journey.interactions;
  return (id) => {
    known ??= unitsById(journey);
    const one = known.get(id);
    if (one === undefined || one.role === 'option') return '';
    if (one.role === 'part') return ` in "${name(one.holder.id)}"`;
    const index = one.path[1] as number;
    if (index === 0) return ' to the start';
    return index === steps.length - 1 ? ' to the end' : ` after "${name(steps[index - 1]!.id)}"`;
  };
}
