import type { Distribution } from '../distributions/families';

/** A number, or a distribution over customers: each customer draws one value and keeps it for the whole journey. */
export type Parameter = number | Distribution;
