import type { OutcomeName } from '../experience/outcomes';
import { keptColumn } from '../results/kept-columns';
import type { Simulation } from '../results/types';
import { along } from './marks';
import { pixels, type PanelPlace } from './panel';
import type { Theme } from './theme';
import type { VegaLiteSpec } from './types';

/** Shares of customers by value, in bins of one width. */
export interface Histogram {
  readonly low: number;
  readonly high: number;
  readonly shares: readonly number[];
}

const bins = 40;

/** The outcome's columns by segment, where all of them were kept. */
export function keptColumns(
  { kept, study }: Simulation,
  outcome: OutcomeName,
  ids: readonly string[],
): ReadonlyMap<string, Float64Array> | undefined {
  if (kept === undefined) return undefined;
  const found = new Map<string, Float64Array>();
  for (const id of ids) {
    const column = keptColumn(kept, id, outcome, study.customers);
    if (column === undefined) return undefined;
    found.set(id, column);
  }
  return found;
}

/** Columns weighed by their shares, in the bins of all columns of the chart. */
export function histogramOf(
  parts: readonly { readonly column: Float64Array; readonly share: number }[],
  all: readonly Float64Array[],
): Histogram | undefined {
  let [low, high] = [Infinity, -Infinity];
  for (const column of all) {
    for (const value of column) {
      if (value < low) low = value;
      if (value > high) high = value;
    }
  }
  if (!(high > low)) return undefined;
  const shares = Array.from({ length: bins }, () => 0);
  const total = parts.reduce((sum, { share }) => sum + share, 0);
  for (const { column, share } of parts) {
    const each = share / total / column.length;
    for (const value of column) shares[Math.min(bins - 1, Math.floor(((value - low) / (high - low)) * bins))]! += each;
  }
  return { low, high, shares };
}

/** Bars over the box of each row, all on one scale. */
export function histogramMarks(
  place: PanelPlace,
  histograms: readonly (Histogram | undefined)[],
  per: number,
  theme: Theme,
): VegaLiteSpec[] {
  const tallest = Math.max(...histograms.flatMap((histogram) => histogram?.shares ?? [0]));
  const values = histograms.flatMap((histogram, index) => {
    if (histogram === undefined) return [];
    const { low, high, shares } = histogram;
    const width = (high - low) / bins;
    const { y } = place.values[index]!;
    const [base, height] = [y + 10, 40];
    return shares.flatMap((share, bin) =>
      share === 0
        ? []
        : [{ from: (low + bin * width) / per, to: (low + (bin + 1) * width) / per, share, base, y: base - (share / tallest) * height }],
    );
  });
  return [
    {
      data: { values },
      mark: { type: 'rect', aria: false, tooltip: false, color: theme.soft, stroke: theme.page, strokeWidth: 0.5 },
      encoding: { x: along('from', place), x2: { field: 'to' }, y: pixels('y', 'y'), y2: { field: 'base' } },
    },
  ];
}
