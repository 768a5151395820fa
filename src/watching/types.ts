import type { OutcomeName } from '../experience/outcomes';
import type { AnySimulation } from '../results/types';

/** What a segment is expected to answer. */
export interface ExpectedScore {
  /** Mean of what is watched, any number in its unit. */
  readonly mean: number;
  /** Standard deviation between people, above 0. */
  readonly sd: number;
}

/** What was measured in one month, or whatever the periods are. */
export interface Observation {
  /**
   * When: a number, or a text such as `2026-03`. Numbers are put in order, and texts that begin with a year in that of the calendar, their numbers as
   * numbers (`2026-2`, `2026-W9` or `2026/3` before `2026-10`, `2026-W10` and `2026/12`); others stand in the order they come, also where a word would
   * have to tell which is earlier (`2026 Jan`). `2026-1` and `2026-01` are one period, called as it stands first.
   */
  readonly period: string | number;
  /** Of whom: the id of a segment, or `overall`. Default: the only one expected, else `overall`. */
  readonly segment?: string | undefined;
  /** Mean of what people answered, any number in the unit of what is watched. */
  readonly mean: number;
  /** People behind it, at least 1. May differ from period to period. */
  readonly n: number;
  /** Standard deviation between those people, 0 or more; counted from 5 people on. Default: the expected one. */
  readonly sd?: number | undefined;
}

/** What is watched, and how. */
export interface WatchInput {
  /** By segment, or `overall`: mean and standard deviation; or what `simulate` returned, with `outcome`. */
  readonly expected: AnySimulation | { readonly [segmentOrOverall: string]: ExpectedScore };
  /** Period by period, segment by segment, in any order where `period` tells which comes first. */
  readonly observations: readonly Observation[];
  /** Of a simulation: what was measured. Default `csat`. */
  readonly outcome?: OutcomeName | undefined;
  /** One false alarm in so many periods, over all segments together, as long as nothing changes: 10…100,000. Default 370. */
  readonly falseAlarms?: number | undefined;
  /** Default `cusum`, which finds small lasting changes soonest; `ewma` is a running mean with limits. */
  readonly method?: 'cusum' | 'ewma' | undefined;
  /**
   * Smallest change worth finding, in standard deviations between people, above 0 to 5. Default: one standard error of a typical period.
   */
  readonly shift?: number | undefined;
  /** Which way is looked for. Default `down`; of a simulated outcome of which less is better, `up`. */
  readonly direction?: 'down' | 'up' | 'both' | undefined;
}

/** One period of one chart. */
export interface WatchPoint {
  readonly period: string | number;
  readonly mean: number;
  readonly n: number;
  /** Distance from what is expected in standard errors. */
  readonly z: number;
  /** What is charted, in standard errors; beyond `limit` an alarm is raised, and then it is held at 1.2 limits at most. Above 0 it leans the way it is looked for; of both ways the larger. */
  readonly statistic: number;
  /** Whether an alarm is open. */
  readonly alarm: boolean;
}

/** An alarm: when, since when, how much. */
export interface Alarm {
  readonly direction: 'down' | 'up';
  /** First period beyond the limit. */
  readonly at: string | number;
  /** The period from which on the change most likely holds. */
  readonly since: string | number;
  /** Periods that are about as likely to be the first: within two units of log likelihood. */
  readonly sinceBetween: readonly [from: string | number, to: string | number];
  /** Last period beyond the limit. */
  readonly until: string | number;
  /** Whether it lasts to the last period there is: it ends when the statistic is back at 0. */
  readonly isOpen: boolean;
  /** Mean since then minus expected, in the unit of what is watched, and its standard error. Alarms are raised by large values: the true change is rather smaller. */
  readonly change: number;
  readonly standardError: number;
}

/** One segment, followed. */
export interface Watched {
  readonly segment: string;
  readonly expected: ExpectedScore;
  readonly points: readonly WatchPoint[];
  /** Alarms in order; one lasts until the statistic is back at 0. */
  readonly alarms: readonly Alarm[];
  readonly sentence: string;
}

/** What `watch` found. Plain frozen data. */
export interface Watch {
  readonly kind: 'watch';
  readonly method: 'cusum' | 'ewma';
  readonly direction: 'down' | 'up' | 'both';
  /** Periods to a false alarm on average: of all segments together, and of each chart alone. */
  readonly falseAlarms: number;
  readonly falseAlarmsEach: number;
  /** Limit of the statistic, in standard errors. */
  readonly limit: number;
  /** Change that each chart is made to find, in standard errors of a typical period. */
  readonly shift: number;
  /** Periods on average from a change of that size, at the least favourable moment, to the alarm. */
  readonly delay: number;
  readonly segments: { readonly [segment: string]: Watched };
  readonly order: { readonly segments: readonly string[]; readonly periods: readonly (string | number)[] };
  /** Segments with an alarm that is still open. */
  readonly alarmed: readonly string[];
  readonly sentence: string;
}
