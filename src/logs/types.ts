import type { Journey, Segment } from '../journey/types';
import type { Distribution } from '../distributions/families';
import type { RatingScale } from '../distributions/rating-scale';
import type { MissingCell } from '../tables/table';

/** Families that durations are fitted with. */
export type FittedFamily = 'exponential' | 'gamma' | 'lognormal' | 'weibull';

/** Which columns of a log hold what, and how it is read. */
export interface LogOptions {
  /** The column that says whose event it is. */
  readonly case: string;
  /** The column that says what happened. */
  readonly activity: string;
  /**
   * The column of the one moment that a row has: when it happened, or with `lifecycle` when it started or was completed. Moments are seconds as
   * numbers, ISO 8601 texts (a text without a zone counts as UTC) or dates; a column holds seconds or dates, not both. One of `time`, `start` and `end` must stand. Default: none.
   */
  readonly time?: string | undefined;
  /** The column of the moment an event began. Default: none; an event then takes no time. */
  readonly start?: string | undefined;
  /** The column of the moment an event was completed. Default: none; an event then takes no time. */
  readonly end?: string | undefined;
  /** The column that says which end of an event a row is: `start` or `complete`; rows of other kinds are left out. Needs `time`. Default: a row is a whole event. */
  readonly lifecycle?: string | undefined;
  /** With `lifecycle`, the column that says which rows are one event. Default: a start goes with the next completion of the same activity in the same case. */
  readonly instance?: string | undefined;
  /** A column that stays the same in a case, for kinds of customer: each of its values becomes a segment, 200 at most. Default: none. */
  readonly segment?: string | undefined;
  /** The column that says where an event happened. A step gets the one most of its events have. Default: none. */
  readonly channel?: string | undefined;
  /** The column of ratings of single events, which become the affect of their steps. Needs `scale`. Default: none; affect is 0. */
  readonly rating?: string | undefined;
  /** The worst and the best rating, such as `[1, 5]`, which become −10 and +10. Default: none. */
  readonly scale?: RatingScale | undefined;
  /** What stands for no rating, beside blank cells. Default: nothing. */
  readonly missing?: readonly MissingCell[] | undefined;
  /** What the journey is called. Default: `Journey from a log`. */
  readonly name?: string | undefined;
  /**
   * Activities that a case is over with: who has one of them last, in time or in the order of the journey, skips what comes later, and everybody else
   * has given up. Default (judgement): activities that are the last of at least half of the cases that have them, and the last step of the order.
   */
  readonly ends?: readonly string[] | undefined;
  /** The column that says which cases were still running when the log ended (`true`, `yes`, `1`). Default: none were, unless `until` is given. */
  readonly unfinished?: string | undefined;
  /**
   * When the log was cut off: a moment as in the columns, such as `2026-03-01`. Cases without an end until then may still be running; how many are is estimated from how
   * long others took to go on. Default: with `unfinished` the last moment in the log.
   */
  readonly until?: number | string | undefined;
  /** What the time between steps is: a `wait`, which sours, or a `gap`, which passes unfelt. Default `wait`. */
  readonly between?: 'wait' | 'gap' | undefined;
  /** Activities that a smaller share of cases has are no steps, 0…0.5. Default 0.005 (judgement). */
  readonly rare?: number | undefined;
  /**
   * How many kinds of cases may be told apart at most, 1…50; each becomes a segment with its own skips, dropouts and durations. They are told apart
   * only as long as simulated and real durations differ. Default 16 (judgement); with `segment` 16 in each.
   */
  readonly kinds?: number | undefined;
  /**
   * How durations are described: `auto` (default), by the best of four families where it fits, else by what was observed; `empirical`, always by what
   * was observed; or always by one family.
   */
  readonly fit?: 'auto' | 'empirical' | FittedFamily | undefined;
  /** Seconds before a wait sours, above 0, or written as text such as `'10 min'`. Default (judgement): the median of the waits in the log, where it is above 0. */
  readonly tolerance?: number | string | undefined;
}

/** How durations are described, and how well. */
export interface FittedDuration {
  /** What the journey holds: a distribution, or a number where all are alike; seconds. */
  readonly distribution: Distribution | number;
  /** Which description it is: a family (of what is above zero), what was observed, or one number. */
  readonly family: FittedFamily | 'empirical' | 'constant';
  /** How many were seen. */
  readonly n: number;
  /** Their mean, seconds. */
  readonly mean: number;
  /** Share of them that are zero, 0…1. */
  readonly zero: number;
  /** How near it comes. Of what was observed and of a number: nothing to measure, 0. */
  readonly goodness: {
    /** Kolmogorov–Smirnov: the widest gap between the shares at or below a value, 0…1. */
    readonly ks: number;
    /** Earth mover's distance: by how many seconds values differ on average, both sorted. */
    readonly emd: number;
  };
}

/** What the log says of one step of the journey. */
export interface LogStep {
  /** The step in the journey. */
  readonly id: string;
  /** The activity. */
  readonly name: string;
  /** How many cases have it. */
  readonly n: number;
  /** Share of the cases that came so far that left it out, 0…1; with options, that took none. */
  readonly skip: number;
  /**
   * Share of those who had it, and no step that stands behind it in the journey, though their case had not ended, 0…1. Who had an end and then what
   * stands before it did things in another order, and has not left.
   */
  readonly dropout: number;
  /** How often it was done again, on average over those who had it. */
  readonly repeats: number;
  /** Of an option: its share among the options, 0…1. */
  readonly share?: number;
  /** How long it took; absent where events take no time. */
  readonly duration?: FittedDuration;
  /** How long it took from the completion before it; absent where there is no such time, and of options. */
  readonly wait?: FittedDuration;
}

/** A kind of case, told apart by what it went through and by its pace. */
export interface LogKind {
  /** The segment. */
  readonly id: string;
  /** In words: what it had, what not, how fast it was. */
  readonly what: string;
  /** How many cases. */
  readonly n: number;
  /** Its share of all, 0…1. */
  readonly share: number;
  /** Mean duration of its cases, seconds. */
  readonly mean: number;
}

/** What the journey does not carry. */
export interface LeftOut {
  /** What, in words. */
  readonly what: string;
  /** What is counted. */
  readonly of: 'cases' | 'rows';
  /** How many of them. */
  readonly count: number;
  /** Their share, 0…1. */
  readonly share: number;
}

/** How long cases take from their first moment to their last, seconds. */
export interface CaseDurations {
  /** How many cases. */
  readonly n: number;
  /** Seconds. */
  readonly mean: number;
  /** Seconds. */
  readonly p25: number;
  /** Seconds. */
  readonly median: number;
  /** Seconds. */
  readonly p75: number;
  /** The whole in at most 400 equal parts, ascending: the mean of each, seconds. */
  readonly parts: readonly number[];
}

/** A doubt about a journey from a log. */
export interface LogCaution {
  readonly code:
    | 'few-cases'
    | 'lifecycle-not-read'
    | 'ends-before-start'
    | 'rows-without-case'
    | 'same-rows'
    | 'far-moment'
    | 'spreadsheet-days'
    | 'tolerance-from-log';
  readonly path: string;
  readonly message: string;
}

/** A journey measured in an event log, with what it explains and what it leaves out. */
export interface JourneyFromLog {
  readonly kind: 'journey-from-log';
  /** The steps in their main order, with waits, skips, dropouts, repeats and options; every number `measured`, with its n. */
  readonly journey: Journey;
  /** Kinds of cases, and of customers with `segment`: how they differ. Absent where all cases are taken together. */
  readonly segments?: readonly Segment[];
  /** What was read. */
  readonly counts: {
    readonly rows: number;
    readonly events: number;
    readonly cases: number;
    /**
     * Cases that may be running when the log ended: those that `unfinished` names; with `until` those without an end, but for those silent for longer
     * than anybody who went on. Who left before the log ended is among them; how many leave, `dropout` says.
     */
    readonly unfinished: number;
  };
  /** How much of the log follows the order of the journey. */
  readonly explained: {
    /** Share of all pairs of steps in a case that stand in the order of the journey, 0…1. */
    readonly order: number;
    /** Share of cases of which every event has its place in the journey, and in this order, 0…1. */
    readonly cases: number;
  };
  /** The steps, options beneath the step they are options of. */
  readonly steps: readonly LogStep[];
  /** The kinds of cases; one where they were not told apart. */
  readonly kinds: readonly LogKind[];
  /** What the journey does not carry, most cases first. */
  readonly left: readonly LeftOut[];
  /** How long the cases took. Running ones count by those who went on longer; cases longer than a log that was cut are not seen. */
  readonly observed: CaseDurations;
  readonly cautions: readonly LogCaution[];
}
