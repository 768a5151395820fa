import type { OutcomeName } from '../experience/outcomes';
import { keptColumn } from '../results/kept-columns';
import { inOrder, segmentIds } from '../results/order';
import { estimateIn } from '../results/simulation-words';
import type { Simulation } from '../results/types';
import type { Estimate } from '../statistics/estimate';
import type { WeightedColumn } from '../statistics/weighted-quantiles';
import type { Summary } from '../summary/types';

/** One segment's share in a place, and its customers. */
export interface Part {
  readonly id: string;
  /** Of the place; all parts of a place sum to 1. */
  readonly weight: number;
  readonly customers: number;
}

/** Where a standard is checked: one segment, or all of them weighed by their shares. */
export interface Place {
  readonly segment: string;
  readonly parts: readonly Part[];
}

/** The places that a standard's `segment` stands for. */
export function placesOf(simulation: Simulation, segment: string): Place[] {
  const segments = inOrder(segmentIds(simulation), simulation.segments);
  const alone = ([id, summary]: readonly [string, Summary]): Place => ({
    segment: id,
    parts: [{ id, weight: 1, customers: summary.customers }],
  });
  if (segment === 'each') return segments.map(alone);
  if (segment !== 'overall') return segments.filter(([id]) => id === segment).map(alone);
  const whole = segments.reduce((sum, [, summary]) => sum + summary.share, 0);
  const parts = segments.map(([id, summary]) => ({ id, weight: summary.share / whole, customers: summary.customers }));
  return [{ segment, parts }];
}

export function summaryAt(simulation: Simulation, place: Place): Summary {
  return place.segment === 'overall' ? simulation.overall : simulation.segments[place.segment]!;
}

/** One customer a segment has no spread, so nothing is known of the error. */
export function errorIsUnknown(place: Place): boolean {
  return place.parts.some(({ customers }) => customers <= 1);
}

/** As many customers drawn at random from all would know a share as closely, when every part has the same share. */
export function effectiveCustomers(place: Place): number {
  return 1 / place.parts.reduce((sum, { weight, customers }) => sum + (weight * weight) / customers, 0);
}

export function estimateAt(simulation: Simulation, place: Place, outcome: OutcomeName): Estimate | undefined {
  return estimateIn(summaryAt(simulation, place), outcome);
}

/** The customers' own values, where `keep` asked for them. */
export function keptAt(simulation: Simulation, place: Place, outcome: OutcomeName): WeightedColumn[] | undefined {
  const columns: WeightedColumn[] = [];
  for (const { id, weight, customers } of place.parts) {
    const values = keptColumn(simulation.kept, id, outcome, customers);
    if (values === undefined) return undefined;
    columns.push({ values, weight });
  }
  return columns;
}
