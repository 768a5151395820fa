/** An interval that holds the true mean in `level` of all studies. It speaks of simulation error only, never of what the model does not know. */
export interface Interval {
  readonly low: number;
  readonly high: number;
  readonly level: number;
}
