/** A distribution as mathematics: what the reference functions ask. Not for loops over customers. */
export interface Law {
  /** The lowest value, −Infinity where there is none. */
  readonly min: number;
  /** The highest value, Infinity where there is none. */
  readonly max: number;
  readonly mean: number;
  readonly variance: number;
  /** Ascending. Values with a mass of their own and finite ends of ranges: between two neighbours the cdf is continuous, and flat or rising throughout. */
  readonly marks: readonly number[];
  /** Probabilities between which the quantile can turn sharply without a mark, such as those around a narrow part of a mixture. */
  landmarks(): readonly number[];
  /** P(X ≤ x). */
  cdf(x: number): number;
  /** P(X < x). */
  below(x: number): number;
  /** The smallest x with P(X ≤ x) ≥ p, for p strictly between 0 and 1. */
  quantile(p: number): number;
}

const none = (): readonly number[] => [];

/** A law whose cdf has no jumps. */
export function continuousLaw(parts: Omit<Law, 'below' | 'marks' | 'landmarks'> & Partial<Pick<Law, 'landmarks'>>): Law {
  const { min, max } = parts;
  return { ...parts, below: parts.cdf, marks: [min, max].filter(Number.isFinite), landmarks: parts.landmarks ?? none };
}

export function within(min: number, max: number, value: number): number {
  return value < min ? min : value > max ? max : value;
}
