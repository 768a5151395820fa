import type { JourneyInput, SegmentInput } from '../journey/types';
import type { Caution, StudyRecord } from '../results/types';
import type { Study } from '../simulation/types';
import type { StandardInput, StandardsReport } from '../standards/types';
import type { Interval } from '../statistics/interval';

/** One journey of a company, and who goes through it. */
export interface PortfolioEntry {
  /** The journey as it is. */
  readonly journey: JourneyInput;
  /** How many people go through it in one period, 0…1e12; all journeys over the same period. */
  readonly people: number;
  /** Who goes through it. Default: the portfolio's `segments`. */
  readonly segments?: readonly SegmentInput[] | undefined;
  /** What it has been promised to be. Default: nothing. */
  readonly standards?: readonly StandardInput[] | undefined;
  /** The satisfaction it should reach, 0…100. Default: the portfolio's `target`. */
  readonly target?: number | undefined;
}

/** What `portfolio` takes: journeys by name, and all that a study has. */
export interface PortfolioInput extends Omit<Study, 'keep' | 'until' | 'outcomes' | 'population'> {
  /** Journeys of one company, by names of your own, 1…1,000. */
  readonly journeys: { readonly [name: string]: PortfolioEntry };
  /** The satisfaction that all should reach, 0…100. Default: that of the best of them. */
  readonly target?: number | undefined;
}

/** What one step is in the experience of its journey. */
export interface PortfolioStep {
  readonly id: string;
  readonly name: string;
  /** Mean affect, −10…+10, of those who take part. */
  readonly affect: number;
  /** Share of the journey's felt time, 0…1. */
  readonly felt: number;
  /** Share of the journey's peaks, 0…1. */
  readonly peaks: number;
}

/** One journey among the others. */
export interface PortfolioJourney {
  /** People in one period. */
  readonly people: number;
  /** Mean satisfaction, points, with its interval (simulation error only). */
  readonly satisfaction: { readonly mean: number; readonly interval: Interval };
  /** Points of the company's satisfaction that this journey adds or takes: its people times how far it lies from the company's mean, over all people. */
  readonly pull: number;
  /** Satisfaction it should reach. */
  readonly target: number;
  /** Points short of the target; 0 where it is reached. */
  readonly gap: number;
  /** Money that one more point of satisfaction is worth in one period. Absent where segments name no `returnValue`. */
  readonly pointWorth?: number;
  /** What closing the gap would bring in one period: people times points; and in money, at the worth of a point where it stands now. */
  readonly atStake: { readonly points: number; readonly money?: number };
  /** Its promises. Absent where it has none. */
  readonly standards?: StandardsReport;
  /** In journey order. */
  readonly steps: readonly PortfolioStep[];
  /** Place by value at stake: 1 is where to redesign first. */
  readonly rank: number;
  readonly cautions: readonly Caution[];
  readonly sentence: string;
}

/** What `portfolio` found. Plain frozen data. */
export interface Portfolio {
  readonly kind: 'portfolio';
  readonly rankedBy: 'money' | 'points';
  /** The company: all people of all journeys. */
  readonly company: { readonly people: number; readonly satisfaction: number };
  readonly journeys: { readonly [name: string]: PortfolioJourney };
  /** Journeys by rank. */
  readonly order: { readonly journeys: readonly string[] };
  /** What all journeys were simulated with. */
  readonly study: Pick<StudyRecord, 'seed' | 'customers' | 'confidence'>;
  readonly sentence: string;
}
