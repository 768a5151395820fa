import { construct } from './construct';
import type { Distribution, Mixture } from './types';

/** One part of a {@link mixture}; a plain number is a constant. */
export interface MixtureComponent {
  /** How much of the whole, 0…1; all weights sum to 1. */
  readonly weight: number;
  /** What it is drawn from: a distribution, or any number for a constant. */
  readonly distribution: Distribution | number;
}

/**
 * Each customer gets one of several distributions: "seven in ten wait not at all, the rest about ten minutes".
 *
 * @param components - A list of `{ weight, distribution }`. Weights 0 … 1 that sum to 1 ± 1e-9 (draws divide by the exact sum); distributions in
 * the unit of the place it will stand in, at most 8 inside one another.
 * @returns The distribution as frozen plain data.
 * @throws JourneyError `shares` where the weights do not sum to 1; `too-deep`; `too-large` for more than 1,000
 * distributions, or 64 of gamma, beta, pert and truncatedNormal; `missing`, `invalid-type`, `out-of-range`, `unknown-key` for single
 * entries. Paths start with `components`.
 * @example
 * import { mixture, quantile, uniform } from 'peakend';
 * quantile(mixture([{ weight: 0.75, distribution: 0 }, { weight: 0.25, distribution: uniform({ min: 60, max: 120 }) }]), 0.5); // 0
 */
export function mixture(components: readonly MixtureComponent[]): Mixture {
  return construct('mixture', { components });
}
