import { betaFamily, type Beta } from './families/beta';
import { constantFamily, type Constant } from './families/constant';
import { discreteFamily, type Discrete } from './families/discrete';
import { empiricalFamily, type Empirical } from './families/empirical';
import { exponentialFamily, type Exponential } from './families/exponential';
import { gammaFamily, type Gamma } from './families/gamma';
import { lognormalFamily, type Lognormal } from './families/lognormal';
import { mixtureFamily } from './families/mixture';
import { normalFamily, type Normal } from './families/normal';
import { pertFamily, type Pert } from './families/pert';
import { scaledFamily } from './families/scaled';
import { triangularFamily, type Triangular } from './families/triangular';
import { truncatedNormalFamily, type TruncatedNormal } from './families/truncated-normal';
import { uniformFamily, type Uniform } from './families/uniform';
import { weibullFamily, type Weibull } from './families/weibull';
import type { Family, Field, Typed } from './family';
import { isMade } from '../plain/made-here';
import type { ProbabilityLaw } from './law';
import { scalingOf, point, type Simple } from './simple';
import { once } from '../plain/once';

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

/** The catalogue: every family there is, by its type. */
export const families = {
  constant: constantFamily,
  uniform: uniformFamily,
  triangular: triangularFamily,
  pert: pertFamily,
  normal: normalFamily,
  truncatedNormal: truncatedNormalFamily,
  lognormal: lognormalFamily,
  gamma: gammaFamily,
  weibull: weibullFamily,
  exponential: exponentialFamily,
  beta: betaFamily,
  empirical: empiricalFamily,
  discrete: discreteFamily,
  mixture: mixtureFamily,
  scaled: scaledFamily,
} satisfies { readonly [Type in Distribution['type']]: Family & { readonly type: Type } };

/** Every `type` a distribution can have. */
export const distributionTypes = /* @__PURE__ */ Object.keys(families) as readonly Distribution['type'][];

/** The quantile of each takes a search, and a mixture asks for it thousands of times: beyond a few, compiling takes minutes. */
export const searchedTypes: readonly Distribution['type'][] = ['gamma', 'beta', 'pert', 'truncatedNormal'];

/** The family of a distribution, or of one inside another: what stands there has been checked. */
function familyOf(distribution: Typed): Family {
  return families[distribution.type as Distribution['type']] as Family;
}

/** The simplest form of `shift + scale · x`. */
export function simplify(distribution: Typed, scale = 1, shift = 0): Simple {
  // Whatever is multiplied by 0 is 0 for everybody: no law needs to be made of it.
  if (scale === 0) return point(shift);
  return familyOf(distribution).simplify(distribution, scalingOf(scale, shift), simplify);
}

/** The mathematics of a distribution, worked out once for one that nobody can change. */
export const lawOf = /* @__PURE__ */ once(
  (distribution: Distribution): ProbabilityLaw => simplify(distribution).law(),
  (distribution) => isMade('distribution', distribution),
);

/** `factor · x` for a factor above 0, in the distribution's own form: a lognormal stays a lognormal, which reads better than a wrapper. */
export function timesFactor<Any extends Typed>(distribution: Any, factor: number): Any {
  const grown: Record<string, unknown> = {};
  for (const [key, field] of Object.entries<Field>(familyOf(distribution).fields)) {
    const value = distribution[key as keyof Any];
    if (field.times !== undefined && value !== undefined) grown[key] = field.times(value, factor, (inner) => timesFactor(inner, factor));
  }
  return { ...distribution, ...grown };
}
