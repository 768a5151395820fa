import { writtenMargin } from '../results/written-margin';
import { segmentName } from '../results/segment-name';
import { outcomeDescriptions } from '../experience/outcomes';
import { differenceIn } from '../results/comparison-words';
import { formatDifferenceWithInterval, percent } from '../results/format-outcome';
import { inOrder, segmentIds } from '../results/order';
import type { Comparison, Difference, VariantResult } from '../results/types';

import type { RangeRow, ReportBlock } from './report-blocks';

/** The leading outcome for everybody and for each segment, also as strokes on one scale. */
export function forWhom(result: Comparison, variant: VariantResult): ReportBlock[] {
  const { leading } = result;
  const row = (who: string, share: number, difference: Difference | undefined): RangeRow[] => {
    if (difference === undefined) return [];
    const { low, high } = difference.interval;
    const value = difference.difference;
    const figures = formatDifferenceWithInterval(leading, value, low, high, writtenMargin(leading, result));
    const cells = [who, percent(share), figures, percent(difference.better), percent(difference.worse), difference.conclusion];
    return [{ cells, low, value, high, conclusion: difference.conclusion }];
  };
  const own = inOrder(segmentIds(result), variant.segments);
  const rows = [
    ...row('all', 1, differenceIn(variant.overall, leading)),
    ...(own.length === 1
      ? []
      : own.flatMap(([id, differences]) =>
          row(segmentName(result.study.segments, id), differences.share, differenceIn(differences, leading)),
        )),
  ];
  return [{ ranges: { head: ['', 'share', outcomeDescriptions[leading].label, 'better', 'worse', 'conclusion'], rows } }];
}
