import { outcomeDescriptions, type OutcomeName } from '../experience/outcomes';

/** Lowest and highest value of an outcome, where it has them. */
export function outcomeRange(name: OutcomeName): readonly [number, number] | undefined {
  switch (outcomeDescriptions[name].unit) {
    case 'affect':
      return name === 'disconfirmation' ? [-20, 20] : [-10, 10];
    case 'points':
      return name === 'nps' ? [-100, 100] : [0, 100];
    case 'rating':
      return name === 'csat' ? [1, 5] : [0, 10];
    case 'share':
      return [0, 1];
    default:
      return undefined;
  }
}

/** Outcomes whose value for one person is yes or no. */
export function isYesOrNo(name: OutcomeName): boolean {
  return name === 'satisfied' || name === 'delighted' || name === 'completed';
}

/** Outcomes whose mean is a probability. */
export function isProbability(name: OutcomeName): boolean {
  return isYesOrNo(name) || name === 'loyalty';
}
