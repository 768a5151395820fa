import type { Issue } from '../errors/issue';
import { optionFields } from './checks/fields';
import { construct, throwIssues } from './construct';
import type { Distribution, Scaled } from './types';

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
  return construct('scaled', { scale, shift, distribution });
}
