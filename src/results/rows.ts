import { outcomeDescriptions, outcomeNames, type OutcomeName } from '../experience/outcomes';
import type { Summary } from '../summary/types';
import { checkResult } from './check-result';
import { differenceRows, type DifferenceRow } from './difference-rows';
import { inOrder, segmentIds } from './order';
import { estimateIn } from './simulation-words';
import { stepRows, type StepRow } from './step-rows';
import type { AnyComparison, AnySimulation, Simulation } from './types';

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

/**
 * A result as rows for a data frame, a spreadsheet or a chart, all with the same columns. Durations in seconds, affect −10…+10, shares 0…1.
 *
 * Of a simulation: one row a segment (and `overall`) and outcome, and after them, where the steps were simulated, one row a segment, step
 * and measure of it: those have a `step`, the others have none. Of a comparison: one row a variant, segment and outcome; its steps are in
 * the rows of `comparison.baseline` and of each `comparison.variants[name].simulation`.
 *
 * @example
 * import { rows, simulate } from 'peakend';
 * const today = simulate({ journey: { name: 'Call', interactions: [{ id: 'talk', duration: 300, affect: 2 }] }, customers: 100, seed: 1 });
 * rows(today).find((row) => row.segment === 'overall' && row.outcome === 'clockDuration').mean; // 300
 * rows(today).find((row) => row.step === 'talk' && row.outcome === 'peakShare').mean; // 1
 */
export function rows(result: AnySimulation): (ResultRow | StepRow)[];
export function rows(result: AnyComparison): DifferenceRow[];
export function rows(result: AnySimulation | AnyComparison): (ResultRow | StepRow)[] | DifferenceRow[] {
  const sound = checkResult(result, 'result');
  return sound.kind === 'simulation' ? simulationRows(sound) : differenceRows(sound);
}

/** All estimates of a simulation, one row each: first those of outcomes, then those of steps. */
function simulationRows(result: Simulation): (ResultRow | StepRow)[] {
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
