/** A step that a simulated customer lived. */
export interface EventRow {
  /** The segment and the number of the customer in it, as `explain` counts: `regular 0`. */
  readonly case: string;
  /** The segment's id. */
  readonly segment: string;
  /** The step's name, else its id. */
  readonly activity: string;
  /** The step's id. */
  readonly step: string;
  /** When it began, ISO 8601 in UTC, to the millisecond. */
  readonly start: string;
  /** When it ended, the same. */
  readonly end: string;
  /** Affect on entering it, −10…+10. Absent: a gap, which is not felt. */
  readonly affectStart?: number;
  /** Affect on leaving it, −10…+10. Absent: a gap, which is not felt. */
  readonly affectEnd?: number;
  /** `failed` where something went wrong and was not made good, `recovered` where it was, `left` where the customer gave up, else `done`. */
  readonly what: 'done' | 'failed' | 'recovered' | 'left';
  /** The option taken, where there was a choice and it is not the step itself. */
  readonly option?: string;
}
