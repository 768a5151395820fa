import type { OutcomeName } from '../experience/outcomes';
import { finish } from '../plain/work';
import type { Journey } from '../journey/types';
import type { ResolvedStudy } from '../simulation/read-study';
import { runStudy, type Gatherer, type Lived } from '../simulation/run-study';

/** One outcome for every simulated person of a segment, in order. */
export type SegmentColumn = { readonly [Name in OutcomeName]?: Float64Array };

class ColumnGatherer implements Gatherer {
  readonly columns: { [Name in OutcomeName]?: Float64Array } = {};

  constructor(
    private readonly names: readonly OutcomeName[],
    private readonly customers: number,
  ) {}

  add(lived: readonly Lived[], firstCustomer: number): void {
    const { outcomes, count } = lived[0]!;
    for (const name of this.names) {
      const column = outcomes[name];
      if (column !== undefined) (this.columns[name] ??= new Float64Array(this.customers)).set(column.subarray(0, count), firstCustomer);
    }
  }
}

/** Everybody lives one journey: the columns asked for, segment by segment. The same people whatever the journey. */
export function gatherColumns(
  study: ResolvedStudy,
  journey: Journey,
  names: readonly OutcomeName[],
  customers: number,
): readonly SegmentColumn[] {
  const asked: ResolvedStudy = { ...study, journeys: [journey], outcomes: new Set(names), interactions: false };
  const gatherers = study.segments.map(() => new ColumnGatherer(names, customers));
  finish(runStudy(asked, { customers }, (segment) => gatherers[segment]!));
  return gatherers.map(({ columns }) => columns);
}
