import { construct } from '../construct';
import { amount, type Family } from '../family';
import { point } from '../simple';

/** The same for every customer. */
export interface Constant {
  /** Which distribution this is. */
  readonly type: 'constant';
  /** The value, any number; seconds where a duration is meant. */
  readonly value: number;
}

/**
 * One value for everybody. A plain number means the same wherever a distribution may stand; this is for mixtures and for clarity.
 *
 * @param value - Any finite number, in the unit of the place it will stand in (seconds, affect, …).
 * @returns The distribution as frozen plain data.
 * @throws JourneyError `invalid-type` or `out-of-range` where the value is not a finite number.
 * @example
 * import { constant, quantile } from 'peakend';
 * quantile(constant(3), 0.9); // 3
 */
export function constant(value: number): Constant {
  return construct(constantFamily, { value });
}

export const constantFamily: Family<Constant> = {
  type: 'constant',
  fields: { value: /* @__PURE__ */ amount() },
  simplify: ({ value }, line) => point(line.at(value)),
  random: { over: 'point', make: (value) => ({ type: 'constant', value }) },
};
