import { at } from '../errors/wording';
import { isRecord } from '../plain/check-number';

/** One step, part or option found in a journey that may still be full of faults. */
export interface FoundStep {
  readonly step: Record<string, unknown>;
  readonly path: string;
  readonly role: 'step' | 'part' | 'option';
  /** Its place at each level: step 2, part 0 of it, … An option has the place of its step. */
  readonly places: readonly number[];
  /** Whether every place is the first, or the last, of its list. */
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

type Above = Pick<FoundStep, 'places' | 'isFirst' | 'isLast'>;

/** Every step, part and option in written order; whatever is no object is passed over. */
export function walkSteps(journey: Record<string, unknown>): FoundStep[] {
  const found: FoundStep[] = [];
  addSteps(journey['interactions'], 'interactions', 'step', { places: [], isFirst: true, isLast: true }, found);
  return found;
}

function addSteps(list: unknown, path: string, role: 'step' | 'part', above: Above, found: FoundStep[]): void {
  if (!Array.isArray(list)) return;
  list.forEach((step: unknown, index) => {
    if (!isRecord(step)) return;
    const here: FoundStep = {
      step,
      path: at(path, index),
      role,
      places: [...above.places, index],
      isFirst: above.isFirst && index === 0,
      isLast: above.isLast && index === list.length - 1,
    };
    found.push(here);
    addOptions(step['choice'], here, found);
    addSteps(step['parts'], at(here.path, 'parts'), 'part', here, found);
  });
}

function addOptions(choice: unknown, holder: FoundStep, found: FoundStep[]): void {
  if (!isRecord(choice) || !Array.isArray(choice['options'])) return;
  const path = at(at(holder.path, 'choice'), 'options');
  choice['options'].forEach((option: unknown, index) => {
    if (isRecord(option)) found.push({ ...holder, step: option, path: at(path, index), role: 'option' });
  });
}
