import { clamped } from '../clamped';
import type { Arena } from '../../sampling/arena';
import { constantColumn, type Column } from '../../sampling/column';
import type { SegmentColumns } from '../../sampling/segment-columns';
import type { JourneyPlan, NodePlan, StepPlan } from '../journey-plan';
import type { Life, StepTaker } from './life';

const nothing: Float64Array = new Float64Array(0);

/** What one step was for each customer of a block. */
export class StepColumns implements StepTaker {
  /** Deciding, lived, failure and recovery time together; −1 where the step was not lived. */
  seconds: Float64Array = nothing;
  felt: Float64Array = nothing;
  /** Mean affect (time-weighted; plain where no time passes), first and last value. */
  mean: Float64Array = nothing;
  start: Float64Array = nothing;
  end: Float64Array = nothing;
  /** Goal gradient at this place in the journey: of everybody, lived or not. */
  pace: Column = constantColumn(1);
  /** How many of the block lived it. */
  lived = 0;
  /** Of a choice of several: how many of the block took each option. */
  readonly taken: Map<string, number> | undefined;
  /** Every customer has one level in it, and nothing else: its mean is that level to the last digit. */
  readonly #level: boolean;

  constructor(
    plan: JourneyPlan,
    private readonly step: StepPlan,
  ) {
    const { node } = step;
    this.taken = node.kind === 'choice' && node.options.length > 1 ? new Map(node.options.map(({ unit }) => [unit.id, 0])) : undefined;
    this.#level = isLevel(plan, node);
  }

  begin(columns: SegmentColumns, arena: Arena): void {
    this.pace = columns.column(this.step.pace);
    this.seconds = arena.take();
    this.felt = arena.take();
    this.mean = arena.take();
    this.start = arena.take();
    this.end = arena.take();
    this.lived = 0;
    if (this.taken !== undefined) for (const id of this.taken.keys()) this.taken.set(id, 0);
  }

  /** The step at hand of a life; its moments begin at `from`. */
  put(life: Life, index: number, from: number): void {
    const { place, curve } = life;
    curve.step.fill(index, from, curve.count);
    this.seconds[place] = life.total;
    this.felt[place] = life.total < 0 ? 0 : life.stepFelt;
    if (life.total < 0) {
      this.mean[place] = 0;
      this.start[place] = 0;
      this.end[place] = 0;
      return;
    }
    this.lived++;
    if (this.taken !== undefined) this.taken.set(life.took, this.taken.get(life.took)! + 1);
    this.start[place] = curve.start(from);
    this.end[place] = curve.last;
    this.mean[place] = this.#level ? curve.start(from) : meanFrom(life, from);
  }
}

function meanFrom({ curve }: Life, from: number): number {
  let area = 0;
  let time = 0;
  let plain = 0;
  for (let m = from; m < curve.count; m++) {
    const level = (curve.start(m) + curve.end(m)) * 0.5;
    area += level * curve.seconds(m);
    time += curve.seconds(m);
    plain += level;
  }
  return time > 0 ? clamped(area / time) : plain / (curve.count - from);
}

function isLevel(plan: JourneyPlan, node: NodePlan): boolean {
  if (node.kind !== 'unit' || plan.canLeave || node.skip !== undefined || node.failure !== undefined) return false;
  return node.settled && node.start === node.end && node.start.recipe.kind !== 'constant';
}
