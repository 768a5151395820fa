import { isShare, outcomeDescriptions, type OutcomeName } from '../experience/outcomes';

/** Lowest and highest value of an outcome, where it has them; of affect without a limit, where it is answered. */
export function outcomeRange(name: OutcomeName): readonly [number, number] | undefined {
  const { unit, scale } = outcomeDescriptions[name];
  if (scale.every(Number.isFinite)) return scale;
  if (unit !== 'affect') return undefined;
  return name === 'disconfirmation' ? [-20, 20] : [-10, 10];
}

/** Outcomes whose mean is a probability. */
export function isProbability(name: OutcomeName): boolean {
  return isShare(name) || name === 'loyalty';
}

/** An outcome on the scale of a study: a value becomes `offset + factor · value`. */
export interface Scaled {
  readonly outcome: OutcomeName;
  readonly factor: number;
  readonly offset: number;
}

/** What the figures of a measure cannot be beyond. Reports of remembered utility and times have no such end. */
export function endsOf({ outcome, factor, offset }: Scaled): readonly [number, number] {
  const ends = outcomeDescriptions[outcome].scale.map((end) => offset + factor * end);
  return [Math.min(...ends), Math.max(...ends)];
}
