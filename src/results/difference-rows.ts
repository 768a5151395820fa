import { outcomeDescriptions, outcomeNames, type OutcomeName } from '../experience/outcomes';
import { differenceIn } from './comparison-words';
import { inOrder, segmentIds, variantNames } from './order';
import type { Comparison, Conclusion, Differences } from './types';

/** One variant, segment and outcome of a comparison. */
export interface DifferenceRow {
  readonly variant: string;
  /** The segment's id, or `overall`. */
  readonly segment: string;
  readonly outcome: OutcomeName;
  readonly unit: string;
  readonly difference: number;
  readonly standardError: number;
  readonly low: number;
  readonly high: number;
  readonly better: number;
  readonly same: number;
  readonly worse: number;
  /** Absent where the baseline's customers do not differ. */
  readonly effectSize?: number;
  readonly conclusion: Conclusion;
}

export function differenceRows(result: Comparison): DifferenceRow[] {
  return inOrder(variantNames(result), result.variants).flatMap(([variant, { overall, segments }]) => [
    ...rowsOf(variant, 'overall', overall),
    ...inOrder(segmentIds(result), segments).flatMap(([segment, differences]) => rowsOf(variant, segment, differences)),
  ]);
}

function rowsOf(variant: string, segment: string, differences: Differences): DifferenceRow[] {
  return outcomeNames.flatMap((outcome) => {
    const found = differenceIn(differences, outcome);
    if (found === undefined) return [];
    const { difference, standardError, interval, better, same, worse, effectSize, conclusion } = found;
    const { unit } = outcomeDescriptions[outcome];
    return [
      {
        variant,
        segment,
        outcome,
        unit,
        difference,
        standardError,
        low: interval.low,
        high: interval.high,
        better,
        same,
        worse,
        ...(effectSize === undefined ? {} : { effectSize }),
        conclusion,
      },
    ];
  });
}
