import type { SegmentColumns } from '../sampling/segment-columns';
import type { Life } from './living/life';
import { Remembering } from './memory/remember';

/** Mean effort by time, 0…10; where no time passes, the plain mean. */
export function meanEffortOf({ effort }: Life): number {
  return effort.seconds > 0 ? effort.weighted / effort.seconds : effort.lived > 0 ? effort.plain / effort.lived : 0;
}

/** Effort as it is remembered: its mean, or by the same memory as affect, in which the hardest is the worst. */
export class EffortMemory {
  readonly #remembering: Remembering | undefined;

  constructor({ plan, effortCurve }: Life) {
    this.#remembering =
      effortCurve === undefined ? undefined : new Remembering(plan, { utility: true, peak: false, end: false, mean: false });
  }

  /** Fills every column that it reads. */
  fill(columns: SegmentColumns): void {
    this.#remembering?.fill(columns);
  }

  /** 0…10. */
  of(life: Life, place: number): number {
    const { effortCurve: curve } = life;
    if (this.#remembering === undefined || curve === undefined || curve.count === 0) return meanEffortOf(life);
    curve.totalSeconds = life.effort.seconds;
    this.#remembering.remember(curve, place);
    const effort = -this.#remembering.unfaded;
    return effort < 0 ? 0 : effort > 10 ? 10 : effort;
  }
}
