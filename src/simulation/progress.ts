/** How far a run has come, in customers lived through their journeys. */
export interface RunProgress {
  /** Customers that are through. */
  readonly done: number;
  /** Customers in all, over all segments. */
  readonly total: number;
  /** Done by total, 0…1. */
  readonly share: number;
}

/** Counts how far a run has come. */
export class Progress {
  done = 0;
  total = 0;

  /** Nothing has been counted while there is no total. */
  get seen(): RunProgress {
    return { done: this.done, total: this.total, share: this.done / this.total };
  }
}
