import type { Journey } from '../journey/types';
import type { JourneyChange } from './diff-fields';
import { oneLine } from '../words/one-line';
import { unitsById, type FoundUnit } from '../journey/units';
import { fieldWords, valueWords } from '../journey/field-words';
import { listIds } from './words';

/** Changes in words, one each. */
export function diffWords(changes: readonly JourneyChange[], after: Journey): string[] {
  if (changes.length === 0) return ['nothing changed'];
  const where = placesIn(after);
  return changes.map((change) => oneLine(line(change, where)));
}

/** Where the step with an id stands, in words. */
type Where = (id: string) => string;

function line(change: JourneyChange, where: Where): string {
  switch (change.change) {
    case 'added':
      return `added "${change.id}"${where(change.id)}`;
    case 'removed':
      return `removed "${change.id}"`;
    case 'moved':
      return `moved "${change.id}"${where(change.id)}`;
    case 'merged':
      return `merged ${listIds(change.parts)} into "${change.id}"`;
    case 'split':
      return `split "${change.id}" into ${listIds(change.parts)}`;
    case 'replaced':
      return `replaced "${change.id}" by "${change.by}"`;
    case 'optionAdded':
      return `"${change.id}": added the option "${change.option}"`;
    case 'optionRemoved':
      return `"${change.id}": removed the option "${change.option}"`;
    case 'changed': {
      const { field, from, to, id } = change;
      const subject = id === undefined ? 'the journey' : `"${id}"`;
      if (field === 'extensions') return `${subject}: extensions changed`;
      const [old, next] = [valueWords(field, from), valueWords(field, to)];
      // Two values may read alike once they are rounded for reading.
      const values = old === next ? `${JSON.stringify(from)} → ${JSON.stringify(to)}` : `${old} → ${next}`;
      return `${subject}: ${fieldWords(field)} ${values}`;
    }
  }
}

/** Where each step stands, told by its neighbour, and each part, by what it is in. */
function placesIn(journey: Journey): Where {
  let known: ReadonlyMap<string, FoundUnit> | undefined;
  const steps = journey.interactions;
  return (id) => {
    known ??= unitsById(journey);
    const one = known.get(id);
    if (one === undefined || one.role === 'option') return '';
    if (one.role === 'part') return ` in "${one.holder.id}"`;
    const index = one.path[1] as number;
    if (index === 0) return ' to the start';
    return index === steps.length - 1 ? ' to the end' : ` after "${steps[index - 1]!.id}"`;
  };
}
