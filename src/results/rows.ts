import { outcomeDescriptions, outcomeNames, type OutcomeName } from '../experience/outcomes';
import type { Summary } from '../summary/types';
import { inOrder, segmentIds } from './order';
import { estimateIn } from './simulation-words';
import { stepRows, type StepRow } from './step-rows';
import type { Simulation } from './types';

/** One segment and outcome of a result, for a data frame or a chart. */
export interface ResultRow {
  /** The segment's id, or `overall`. */
  readonly segment: string;
  readonly share: number;
  /** Only rows by step have one. */
  readonly step: null;
  readonly outcome: OutcomeName;
  readonly unit: string;
  readonly mean: number;
  readonly standardError: number;
  readonly low: number;
  readonly high: number;
  readonly sd: number;
  readonly p5: number;
  readonly p25: number;
  readonly p50: number;
  readonly p75: number;
  readonly p95: number;
}

/** All estimates of a simulation, one row each: first those of outcomes, then those of steps. */
export function simulationRows(result: Simulation): (ResultRow | StepRow)[] {
  const parts = [['overall', result.overall] as const, ...inOrder(segmentIds(result), result.segments)];
  return [
    ...parts.flatMap(([id, summary]) => summaryRows(id, summary)),
    ...parts.flatMap(([id, summary]) => stepRows(result, id, summary)),
  ];
}

function summaryRows(segment: string, summary: Summary): ResultRow[] {
  return outcomeNames.flatMap((outcome) => {
    const estimate = estimateIn(summary, outcome);
    if (estimate === undefined) return [];
    const { mean, standardError, interval, sd, quantiles } = estimate;
    const { unit } = outcomeDescriptions[outcome];
    return [
      {
        segment,
        share: summary.share,
        step: null,
        outcome,
        unit,
        mean,
        standardError,
        low: interval.low,
        high: interval.high,
        sd,
        ...quantiles,
      },
    ];
  });
}
