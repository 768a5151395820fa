import type { Conclusion } from '../results/types';
import type { Block } from '../words/page';

/** A picture as people hand it over, or as the library draws it. */
export interface ReportPicture {
  /** What it is, in a few words. */
  readonly title: string;
  /** What it shows, for those who cannot see it. */
  readonly description: string;
  /** A whole SVG document. */
  readonly svg: string;
}

/** One mean difference as a stroke on a common scale, beside its figures. */
export interface RangeRow {
  readonly cells: readonly string[];
  readonly low: number;
  readonly value: number;
  readonly high: number;
  readonly conclusion: Conclusion;
}

/** A table whose rows are also drawn, where there is something to draw on. */
export interface Ranges {
  readonly head: readonly string[];
  readonly rows: readonly RangeRow[];
}

/** What may stand in a report: what a page of words holds, and what only paper and screens show. */
export type ReportBlock =
  | Block
  /** What was found, in a sentence that stands out. */
  | { readonly lead: string }
  | { readonly picture: ReportPicture }
  | { readonly ranges: Ranges }
  /** Text as it stands: what a thing without a page of its own says. */
  | { readonly verbatim: string }
  /** Data to copy, folded away. */
  | { readonly data: string; readonly summary: string };

export interface Section {
  readonly heading: string;
  readonly blocks: readonly ReportBlock[];
}

/** One thing a report has found: the sentence to remember, and what belongs to it. */
export interface Finding {
  readonly lead: string;
  readonly more: readonly string[];
}

/** A report before it is printed. */
export interface ReportPage {
  readonly title: string;
  readonly subtitle: string | undefined;
  /** What it comes to, at least one. */
  readonly finding: readonly Finding[];
  readonly sections: readonly Section[];
}
