import { clamped } from '../clamped';
import type { Arena } from '../../sampling/arena';
import { constantColumn, type Column } from '../../sampling/column';
import type { SegmentColumns } from '../../sampling/segment-columns';
import type { JourneyPlan, NodePlan, OptionPlan, StepPlan } from '../journey-plan';
import type { Life, StepTaker } from './life';

const nothing: Float64Array = new Float64Array(0);

/** What one step was for those of a block who lived it, one after the other. */
export class StepColumns implements StepTaker {
  /** Deciding, lived, failure and recovery time together. */
  seconds: Float64Array = nothing;
  felt: Float64Array = nothing;
  /** Mean affect (time-weighted; plain where no time passes), first and last value. */
  mean: Float64Array = nothing;
  start: Float64Array = nothing;
  end: Float64Array = nothing;
  /** Goal gradient at this place in the journey: of everybody, lived or not. */
  pace: Column = constantColumn(1);
  /** How many of the block lived it: so much of each column is filled. */
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
    const options = severalOptions(node);
    this.taken = options.length > 0 ? new Map(options.map(({ unit }) => [unit.id, 0])) : undefined;
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
    const { curve } = life;
    for (let m = from; m < curve.count; m++) curve.step[m] = index;
    if (life.total < 0) return;
    const at = this.lived++;
    this.seconds[at] = life.total;
    this.felt[at] = life.stepFelt;
    if (from === curve.count) {
      // A gap is not felt.
      this.start[at] = this.end[at] = this.mean[at] = 0;
      return;
    }
    if (this.taken !== undefined) this.taken.set(life.took, this.taken.get(life.took)! + 1);
    this.start[at] = curve.start(from);
    // The last moment of whoever leaves has no length: it is told beside the line.
    this.end[at] = life.leftAt === index && curve.count - from > 1 ? curve.end(curve.count - 2) : curve.last;
    this.mean[at] = this.#level ? curve.start(from) : meanFrom(life, from);
  }
}

/** The options of a choice that is one; of anything else none. */
export function severalOptions(node: NodePlan): readonly OptionPlan[] {
  return node.kind === 'choice' && node.options.length > 1 ? node.options : [];
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
