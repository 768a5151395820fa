import { uniformFromWord } from '../../random/stream';
import type { Slot } from '../../sampling/column-plan';
import type { ChancePlan } from '../journey-plan';

/** A uniform, straight from its word: most are only compared. */
export function uniformOf(slot: Slot, place: number): number {
  return uniformFromWord(slot.words[place]!);
}

/** Whether a chance comes true. */
export function comes({ uniform, probability }: ChancePlan, place: number): boolean {
  return uniformFromWord(uniform.words[place]!) < probability.of(place);
}
