/** Numbers of one moment. */
export const stride = 3;

/** What one customer lived: moments in order, in each of which affect goes in a line. Used again for the next customer. */
export class Curve {
  /** By three: seconds, affect at the start, affect at the end of each moment. */
  readonly moments: Float64Array;
  /** Place of each moment's step in the journey; only where steps are asked for. */
  readonly step: Int32Array;
  count = 0;
  /** By the clock. */
  totalSeconds = 0.5;

  constructor(most: number) {
    this.moments = new Float64Array(stride * most);
    this.step = new Int32Array(most);
  }

  add(seconds: number, start: number, end: number): void {
    const { moments } = this;
    const at = stride * this.count++;
    moments[at] = seconds;
    moments[at + 1] = start;
    moments[at + 2] = end;
  }

  seconds(moment: number): number {
    return this.moments[stride * moment]!;
  }

  start(moment: number): number {
    return this.moments[stride * moment + 1]!;
  }

  end(moment: number): number {
    return this.moments[stride * moment + 2]!;
  }

  /** Affect at the end of the last moment. */
  get last(): number {
    return this.moments[stride * this.count - 1]!;
  }
}
