import type { Arena } from '../arena';
import type { Moment } from '../fold';

/** The lived curves of a block: every moment in order, with what all memory models need. */
export interface CurveBlock {
  readonly moments: readonly Moment[];
  readonly count: number;
  /** Length of each customer's curve. */
  readonly clock: Float64Array;
  readonly arena: Arena;
}
