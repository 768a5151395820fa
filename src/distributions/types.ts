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

export interface Constant {
  readonly type: 'constant';
  readonly value: number;
}
export interface Uniform {
  readonly type: 'uniform';
  readonly min: number;
  readonly max: number;
}
export interface Triangular {
  readonly type: 'triangular';
  readonly min: number;
  readonly mode: number;
  readonly max: number;
}
/** Beta-PERT with λ = 4. */
export interface Pert {
  readonly type: 'pert';
  readonly min: number;
  readonly mode: number;
  readonly max: number;
}
export interface Normal {
  readonly type: 'normal';
  readonly mean: number;
  readonly sd: number;
}
/** A normal cut to [min, max] and scaled up again; `mean` and `sd` are those of the uncut normal. At least one end stands. */
export interface TruncatedNormal {
  readonly type: 'truncatedNormal';
  readonly mean: number;
  readonly sd: number;
  readonly min?: number | undefined;
  readonly max?: number | undefined;
}
/** exp(N(ln median, sigma)). */
export interface Lognormal {
  readonly type: 'lognormal';
  readonly median: number;
  readonly sigma: number;
}
export interface Gamma {
  readonly type: 'gamma';
  readonly shape: number;
  readonly scale: number;
}
export interface Weibull {
  readonly type: 'weibull';
  readonly shape: number;
  readonly scale: number;
}
export interface Exponential {
  readonly type: 'exponential';
  readonly mean: number;
}
/** Beta on [min, max]. */
export interface Beta {
  readonly type: 'beta';
  readonly alpha: number;
  readonly beta: number;
  readonly min: number;
  readonly max: number;
}
/** Observed values only, nothing in between: distinct, ascending; `weights` (counts, any positive scale) where they are not all alike. */
export interface Empirical {
  readonly type: 'empirical';
  readonly values: readonly number[];
  readonly weights?: readonly number[] | undefined;
}
/** Named outcomes with probabilities that sum to 1 ± 1e-9; values distinct and ascending. */
export interface Discrete {
  readonly type: 'discrete';
  readonly values: readonly number[];
  readonly probabilities: readonly number[];
}
/** One of several distributions, with weights that sum to 1 ± 1e-9. */
export interface Mixture {
  readonly type: 'mixture';
  readonly components: readonly { readonly weight: number; readonly distribution: Distribution }[];
}
/** `shift + scale · x`. */
export interface Scaled {
  readonly type: 'scaled';
  readonly distribution: Distribution;
  readonly scale: number;
  readonly shift: number;
}
