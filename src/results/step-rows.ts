import type { Estimate } from '../statistics/estimate';
import type { MeanEstimate, StepSummary, Summary } from '../summary/types';
import type { Simulation } from './types';

/** What is told of each step: see the step summary. */
export type StepMeasure = 'reached' | 'clockDuration' | 'perceivedDuration' | 'affect' | 'affectStart' | 'affectEnd' | 'peakShare' | 'left';

/** One segment, step and measure of a result, in the columns of a row by outcome; null where no such figure is kept, or nobody lived the step. */
export interface StepRow {
  /** The segment's id, or `overall`. */
  readonly segment: string;
  readonly share: number;
  /** The step's id. */
  readonly step: string;
  readonly outcome: StepMeasure;
  readonly unit: string;
  readonly mean: number | null;
  readonly standardError: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly sd: number | null;
  readonly p5: number | null;
  readonly p25: number | null;
  readonly p50: number | null;
  readonly p75: number | null;
  readonly p95: number | null;
}

const units: { readonly [Measure in StepMeasure]: string } = {
  reached: 'share',
  clockDuration: 'seconds',
  perceivedDuration: 'seconds',
  affect: 'affect',
  affectStart: 'affect',
  affectEnd: 'affect',
  peakShare: 'share',
  left: 'share',
};
const measures = Object.keys(units) as readonly StepMeasure[];

/** Every step in journey order, for all customers or one segment; nothing where the steps were not asked for. */
export function stepRows({ journey }: Simulation, segment: string, { share, interactions }: Summary): StepRow[] {
  if (interactions === undefined) return [];
  return journey.interactions.flatMap(({ id }) =>
    measures.map((outcome) => ({ segment, share, step: id, outcome, unit: units[outcome], ...figuresOf(interactions[id]!, outcome) })),
  );
}

/** Of a step that nobody lived only shares of customers are known. */
function figuresOf(step: StepSummary, measure: StepMeasure): Figures {
  return step.reached === 0 && units[measure] !== 'share' ? unknown : figures(step[measure]);
}

type Figures = Omit<StepRow, 'segment' | 'share' | 'step' | 'outcome' | 'unit'>;

function figures(value: StepSummary[StepMeasure]): Figures {
  const { mean, standardError, interval, sd, quantiles }: Partial<Estimate> & Pick<MeanEstimate, 'mean'> =
    typeof value === 'number' ? { mean: value } : value;
  const { low, high } = { low: null, high: null, ...interval };
  return { mean, standardError: standardError ?? null, low, high, sd: sd ?? null, ...(quantiles ?? notKept) };
}

const notKept = { p5: null, p25: null, p50: null, p75: null, p95: null };
const unknown: Figures = { mean: null, standardError: null, low: null, high: null, sd: null, ...notKept };
