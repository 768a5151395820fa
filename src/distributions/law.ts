/** A distribution as mathematics: what the reference functions ask. Not for loops over customers. */
export interface ProbabilityLaw {
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
export function continuousLaw(
  parts: Omit<ProbabilityLaw, 'below' | 'marks' | 'landmarks'> & Partial<Pick<ProbabilityLaw, 'landmarks'>>,
): ProbabilityLaw {
  const { min, max, mean, variance, cdf, quantile, landmarks = none } = parts;
  // Key by key, and not by spreading, which takes longer than all the rest.
  return { min, max, mean, variance, marks: [min, max].filter(Number.isFinite), landmarks, cdf, below: cdf, quantile };
}

/** `shift + scale · x` for a law without jumps. */
export function scaledLaw(law: ProbabilityLaw, scale: number, shift: number): ProbabilityLaw {
  const rising = scale > 0;
  const ends = [shift + scale * law.min, shift + scale * law.max] as const;
  return continuousLaw({
    min: rising ? ends[0] : ends[1],
    max: rising ? ends[1] : ends[0],
    mean: shift + scale * law.mean,
    variance: scale * scale * law.variance,
    cdf: (x) => (rising ? law.cdf((x - shift) / scale) : 1 - law.cdf((x - shift) / scale)),
    quantile: (p) => shift + scale * law.quantile(rising ? p : 1 - p),
  });
}

export type LawWithin = Pick<ProbabilityLaw, 'mean' | 'variance' | 'cdf' | 'quantile'> & Partial<Pick<ProbabilityLaw, 'landmarks'>>;

/** A law between two ends: its cdf is asked between them only, and no rounding of its quantile leads past them. */
export function boundedLaw(min: number, max: number, parts: LawWithin): ProbabilityLaw {
  const cdf = (x: number): number => (x <= min ? 0 : x >= max ? 1 : parts.cdf(x));
  const { mean, variance, landmarks = none } = parts;
  return continuousLaw({ min, max, mean, variance, landmarks, cdf, quantile: (p) => within(min, max, parts.quantile(p)) });
}

/** A law from 0 up without end: its cdf is asked above 0 only. */
export function halfLineLaw(parts: LawWithin): ProbabilityLaw {
  const cdf = (x: number): number => (x <= 0 ? 0 : x === Infinity ? 1 : parts.cdf(x));
  const { mean, variance, quantile, landmarks = none } = parts;
  return continuousLaw({ min: 0, max: Infinity, mean, variance, landmarks, cdf, quantile });
}

export function within(min: number, max: number, value: number): number {
  return value < min ? min : value > max ? max : value;
}
