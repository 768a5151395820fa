import type { Journey } from '../journey/types';
import type { JourneyChange } from './diff-fields';
import { oneLine } from '../words/one-line';
import { units } from '../journey/units';
import { fieldWords, valueWords } from '../journey/field-words';
import { listIds } from './words';

/** Changes in words, one each. */
export function diffWords(changes: readonly JourneyChange[], after: Journey): string[] {
  return changes.length === 0 ? ['nothing changed'] : changes.map((change) => oneLine(line(change, after)));
}

function line(change: JourneyChange, after: Journey): string {
  switch (change.change) {
    case 'added':
      return `added "${change.id}"${where(after, change.id)}`;
    case 'removed':
      return `removed "${change.id}"`;
    case 'moved':
      return `moved "${change.id}"${where(after, change.id)}`;
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

/** Where a step stands, told by its neighbour. */
function where(journey: Journey, id: string): string {
  const steps = journey.interactions;
  const index = steps.findIndex((step) => step.id === id);
  if (index < 0) {
    for (const found of units(journey)) if (found.role === 'part' && found.unit.id === id) return ` in "${found.holder.id}"`;
    return '';
  }
  if (index === 0) return ' to the start';
  return index === steps.length - 1 ? ' to the end' : ` after "${steps[index - 1]!.id}"`;
}
