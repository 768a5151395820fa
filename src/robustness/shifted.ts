import type { InputNumber } from './types';

/** Numbers that are shifted; the others are multiplied. */
const shifted: readonly InputNumber[] = ['affect', 'expectation'];

export function isShifted(number: InputNumber): boolean {
  return shifted.includes(number);
}
