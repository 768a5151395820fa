import { Arena } from '../sampling/arena';
import { compileJourney } from '../experience/compile-journey';
import type { JourneyPlan } from '../experience/journey-plan';
import { ModelSlots } from '../experience/model-slots';
import type { Journey, Segment } from '../journey/types';
import type { ExperienceModel, Parameter } from '../model/types';
import { finish } from '../plain/work';
import { normalCdf } from '../numerics/normal';
import { chunkSize } from '../random/stream';
import type { RootKey } from '../random/root-key';
import { ColumnPlan, type Slot } from '../sampling/column-plan';
import { SegmentColumns } from '../sampling/segment-columns';

/** One customer of one segment, made ready to live through journeys: the columns stand at the customer's block and can be read one by one. */
export class OneCustomer {
  readonly columnPlan = new ColumnPlan();
  readonly parameters: ModelSlots;
  readonly plans: readonly JourneyPlan[];
  readonly columns: SegmentColumns;
  readonly arena = new Arena(chunkSize);
  /** The customer's place in the block, and how many of the block are lived through: nobody behind this one matters. */
  readonly index: number;
  readonly count: number;

  constructor(
    readonly segment: Segment,
    readonly model: ExperienceModel,
    readonly journeys: readonly Journey[],
    root: RootKey,
    readonly customer: number,
  ) {
    this.parameters = new ModelSlots(model, this.columnPlan);
    this.plans = journeys.map((journey) => finish(compileJourney(journey, segment, this.parameters)));
    this.index = customer % chunkSize;
    this.count = this.index + 1;
    this.columns = new SegmentColumns(this.columnPlan, root, segment.id, this.arena);
    this.columns.begin(customer - this.index, this.count);
  }

  /** The customer's value in a column. */
  read(slot: Slot): number {
    const { values, mask } = this.columns.column(slot);
    return values[this.index & mask]!;
  }

  /** Share of customers who draw less than this one, where the column is drawn. */
  uniformBehind(slot: Slot): number | undefined {
    const { recipe } = slot;
    if (recipe.kind !== 'draw') return undefined;
    if (recipe.normals !== undefined) return normalCdf(this.read(recipe.normals));
    return this.read(this.columnPlan.draw(recipe.stream, recipe.purpose, { type: 'uniform', min: 0, max: 1 }));
  }

  /** Every model parameter that differs between customers, by path. */
  drawnParameters(): { readonly [path: string]: number } {
    const drawn: Record<string, number> = {};
    const visit = (value: unknown, path: string): void => {
      if (typeof value !== 'object' || value === null) return;
      if (typeof (value as { type?: unknown }).type === 'string') {
        drawn[path] = this.read(this.columnPlan.draw(path, 'parameter', value as Parameter));
      } else for (const key of Object.keys(value)) visit((value as Record<string, unknown>)[key], path === '' ? key : `${path}.${key}`);
    };
    visit(this.model, '');
    return drawn;
  }

  /** The hidden factors that steps lean on, standard normal. */
  hiddenFactors(): { readonly affect?: number; readonly duration?: number } {
    const { affect = 0, duration = 0 } = this.segment.dependence ?? {};
    const factor = (purpose: 'affectFactor' | 'durationFactor'): number =>
      this.read(this.columnPlan.draw('', purpose, { type: 'normal', mean: 0, sd: 1 }));
    return {
      ...(affect > 0 ? { affect: factor('affectFactor') } : {}),
      ...(duration > 0 ? { duration: factor('durationFactor') } : {}),
    };
  }
}
