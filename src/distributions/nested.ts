import type { Issue } from '../errors/issue';
import { throwIssues } from '../plain/issues-error';
import { openList, openPlain } from '../plain/plain-object';
import { checkDistribution } from './check-distribution';
import type { Distribution, Mixture, Scaled } from './families';
import { mostParts } from './families/mixture';
import { optionFields, type Written } from './fields';
import { withShares } from './shares';

// The constructors of what holds other distributions: reading one takes the whole catalogue.

/** One part of a {@link mixture}, with its weight or its count. */
export type MixtureComponent =
  | {
      /** How much of the whole, 0…1; all weights sum to 1. */
      readonly weight: number;
      /** Instead of `weight` only. */
      readonly count?: undefined;
      /** What it is drawn from: a distribution, or any number for a constant. */
      readonly distribution: Distribution | number;
    }
  | {
      /** How often it is the case beside the others, 0 or more. */
      readonly count: number;
      /** Instead of `count` only. */
      readonly weight?: undefined;
      /** What it is drawn from: a distribution, or any number for a constant. */
      readonly distribution: Distribution | number;
    };

/**
 * Each customer gets one of several distributions: "seven in ten wait not at all, the rest about ten minutes".
 *
 * @param components - A list of `{ weight, distribution }` or of `{ count, distribution }`. Weights are shares, 0 … 1, that sum to 1 ± 1e-9 (draws
 * divide by the exact sum); counts are 0 or more, of any size, and each part gets its share of their sum. Distributions in the unit of the place
 * it will stand in, at most 8 inside one another.
 * @returns The distribution as frozen plain data, with weights.
 * @throws JourneyError `shares` where the weights do not sum to 1 or all counts are 0; `conflict` for weights beside counts; `too-deep`;
 * `too-large` for more than 1,000 distributions, or 64 of gamma, beta, pert and truncatedNormal; `missing`, `invalid-type`, `out-of-range`,
 * `unknown-key` for single entries. Paths start with `components`.
 * @example
 * import { mixture, quantile, uniform } from 'peakend';
 * quantile(mixture([{ count: 3, distribution: 0 }, { count: 1, distribution: uniform({ min: 60, max: 120 }) }]), 0.5); // 0
 */
export function mixture(components: readonly MixtureComponent[]): Mixture {
  const issues: Issue[] = [];
  const items = openList(components, 'a list', mostParts).items ?? [];
  const opened = items.map((item) => openPlain(item, 'an object').fields);
  const readable = opened.length > 0 && opened.every((fields) => fields !== undefined);
  const weighted = readable ? withShares(opened, 'weight', 'components', issues) : components;
  throwIssues(issues);
  return constructNested('mixture', { components: weighted });
}

/**
 * `shift + scale · x`: the same distribution in another unit, mirrored, or moved.
 *
 * @param distribution - What to scale; a plain number is a constant.
 * @param change - `scale`, any number but 0, default 1; `shift`, any number, default 0, in the unit of the place it will stand in.
 * @returns The distribution as frozen plain data.
 * @throws JourneyError `out-of-range` for a scale of 0; `invalid-type` where `change` is no object; `unknown-key`; otherwise as for the distribution, with paths under `distribution`.
 * @example
 * import { exponential, mean, scaled } from 'peakend';
 * mean(scaled(exponential({ mean: 60 }), { scale: 2, shift: 30 })); // 150
 */
export function scaled(
  distribution: Distribution | number,
  change: {
    /** Factor: any number but 0. Default 1. */
    readonly scale?: number | undefined;
    /** Added after scaling: any number. Default 0. */
    readonly shift?: number | undefined;
  },
): Scaled {
  const issues: Issue[] = [];
  const fields = optionFields(change, 'change', ['scale', 'shift'], issues);
  throwIssues(issues);
  const { scale = 1, shift = 0 } = fields;
  return constructNested('scaled', { scale, shift, distribution });
}

function constructNested<Type extends Distribution['type']>(type: Type, fields: Written): Extract<Distribution, { readonly type: Type }> {
  const issues: Issue[] = [];
  const made = checkDistribution({ ...fields, type }, '', issues);
  throwIssues(issues);
  return made as Extract<Distribution, { readonly type: Type }>;
}
