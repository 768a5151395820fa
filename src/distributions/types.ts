/** A distribution as plain data, in its canonical form. Make one with a constructor (`lognormal`, `normal`, `fromInterval`, …). */
export type Distribution =
  | Constant
  | Uniform
  | Triangular
  | Pert
  | Normal
  | TruncatedNormal
  | Lognormal
  | Gamma
  | Weibull
  | Exponential
  | Beta
  | Empirical
  | Discrete
  | Mixture
  | Scaled;

/** The same for every customer. */
export interface Constant {
  /** Which distribution this is. */
  readonly type: 'constant';
  /** The value, any number; seconds where a duration is meant. */
  readonly value: number;
}
/** Anything between two ends, all alike. */
export interface Uniform {
  /** Which distribution this is. */
  readonly type: 'uniform';
  /** The least: any number below `max`. */
  readonly min: number;
  /** The most: any number. */
  readonly max: number;
}
/** Between two ends, most near a mode: straight lines up and down. */
export interface Triangular {
  /** Which distribution this is. */
  readonly type: 'triangular';
  /** The least: any number. */
  readonly min: number;
  /** The most likely: any number from `min` to `max`. */
  readonly mode: number;
  /** The most: any number above `min`. */
  readonly max: number;
}
/** Between two ends, most near a mode, rounder than a triangle: Beta-PERT with λ = 4. */
export interface Pert {
  /** Which distribution this is. */
  readonly type: 'pert';
  /** The least: any number. */
  readonly min: number;
  /** The most likely: any number from `min` to `max`. */
  readonly mode: number;
  /** The most: any number above `min`. */
  readonly max: number;
}
/** The bell curve, without ends. */
export interface Normal {
  /** Which distribution this is. */
  readonly type: 'normal';
  /** Mean: any number. */
  readonly mean: number;
  /** Standard deviation, above 0. */
  readonly sd: number;
}
/** A normal cut to [min, max] and scaled up again; `mean` and `sd` are those of the uncut normal. At least one end stands. */
export interface TruncatedNormal {
  /** Which distribution this is. */
  readonly type: 'truncatedNormal';
  /** Mean of the uncut normal: any number. */
  readonly mean: number;
  /** Standard deviation of the uncut normal, above 0. */
  readonly sd: number;
  /** Lower end: any number. Default: none. */
  readonly min?: number | undefined;
  /** Upper end: any number above `min`. Default: none. */
  readonly max?: number | undefined;
}
/** Above 0, with a long right tail, as most durations: exp(N(ln median, sigma)). */
export interface Lognormal {
  /** Which distribution this is. */
  readonly type: 'lognormal';
  /** Median, above 0. */
  readonly median: number;
  /** Standard deviation of the logarithm, above 0, at most 10. */
  readonly sigma: number;
}
/** Above 0: a sum of waits. Its mean is shape × scale. */
export interface Gamma {
  /** Which distribution this is. */
  readonly type: 'gamma';
  /** Shape, 0.01…1e6: the larger, the rounder. */
  readonly shape: number;
  /** Scale, above 0. */
  readonly scale: number;
}
/** Above 0: a time to an event that grows likelier (shape above 1) or less likely as time goes by. */
export interface Weibull {
  /** Which distribution this is. */
  readonly type: 'weibull';
  /** Shape, 0.01…1e6: 1 is an exponential. */
  readonly shape: number;
  /** Scale, above 0: 63 % lie below it. */
  readonly scale: number;
}
/** Above 0: a time to an event that is as likely at any moment. */
export interface Exponential {
  /** Which distribution this is. */
  readonly type: 'exponential';
  /** Mean, above 0. */
  readonly mean: number;
}
/** Between two ends, leaning as one likes: a beta stretched to [min, max]. */
export interface Beta {
  /** Which distribution this is. */
  readonly type: 'beta';
  /** Pull towards `max`, 0.01…1e6. */
  readonly alpha: number;
  /** Pull towards `min`, 0.01…1e6. */
  readonly beta: number;
  /** The least: any number. */
  readonly min: number;
  /** The most: any number above `min`. */
  readonly max: number;
}
/** Observed values only, nothing in between: distinct, ascending; `weights` (counts, any positive scale) where they are not all alike. */
export interface Empirical {
  /** Which distribution this is. */
  readonly type: 'empirical';
  /** The values seen: kept distinct and ascending. */
  readonly values: readonly number[];
  /** How often each was seen, above 0. Default: all alike. */
  readonly weights?: readonly number[] | undefined;
}
/** Named outcomes with probabilities that sum to 1 ± 1e-9; values distinct and ascending. */
export interface Discrete {
  /** Which distribution this is. */
  readonly type: 'discrete';
  /** The values: kept distinct and ascending. */
  readonly values: readonly number[];
  /** The probability of each, 0…1; they sum to 1. */
  readonly probabilities: readonly number[];
}
/** One of several distributions, with weights that sum to 1 ± 1e-9. */
export interface Mixture {
  /** Which distribution this is. */
  readonly type: 'mixture';
  /** The distributions, each with a weight of 0…1; the weights sum to 1. */
  readonly components: readonly {
    /** How much of the whole, 0…1; all weights sum to 1. */
    readonly weight: number;
    /** What that part is drawn from. */
    readonly distribution: Distribution;
  }[];
}
/** `shift + scale · x`. */
export interface Scaled {
  /** Which distribution this is. */
  readonly type: 'scaled';
  /** What is scaled: x. */
  readonly distribution: Distribution;
  /** Factor, not 0. */
  readonly scale: number;
  /** Added after scaling: any number. */
  readonly shift: number;
}
