import type { OutcomeName } from '../experience/outcomes';

/** One assumption or input, and the answer with it at either end of its range. */
export interface TornadoBar {
  /** What it is called. */
  readonly label: string;
  /** The answer with it at its low end: any number, in the unit of the outcome. */
  readonly low: number;
  /** The answer with it at its high end: any number, in the unit of the outcome. */
  readonly high: number;
  /** The low end itself, as it is to be read. Default: not shown. */
  readonly from?: string | undefined;
  /** The high end itself. Default: not shown. */
  readonly to?: string | undefined;
  /** Where what is known of it comes from, as it is to be read (`guess`, `measured`). Default: not shown. */
  readonly source?: string | undefined;
}

/** A bar, and what only a result knows of it. */
export interface KnownBar extends TornadoBar {
  /** What it is as studied, as it is to be read. */
  readonly today?: string;
  /** The values at which it turns the verdict. */
  readonly turns?: string;
}

export interface Tornado {
  readonly bars: readonly KnownBar[];
  readonly base: number;
  readonly outcome: OutcomeName;
  readonly isLevel: boolean;
  /** The answer at which the verdict turns. */
  readonly turnsAt?: number;
  readonly caption: readonly string[];
}
