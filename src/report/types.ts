import type { Edit } from '../redesign/types';
import type { Shown } from '../results/to-text';
import type { AnyComparison, AnySimulation } from '../results/types';
import type { ReportPicture } from './report-blocks';

/** What a report may be about, or show beside it: a result as it was returned (one of `simulate` or `compare` also as read back from JSON). */
export type Reportable = AnySimulation | AnyComparison | Shown;

/** What may be said of a report. */
export interface ReportOptions {
  /** The heading. Default: the variants and the journey's name. */
  readonly title?: string | undefined;
  /** A line under it: for whom, by whom, when. Default: none. */
  readonly subtitle?: string | undefined;
  /** Of a comparison: by variant, the edits that made it. They are told in words, and their costs held against what it is worth. Default: what differs between the journeys, without costs. */
  readonly proposals?: { readonly [variant: string]: readonly Edit[] } | undefined;
  /** What else is to be shown, in this order: results of `waterfall`, `robustness`, `checkStandards`, `drivers`, `findRedesigns`, …, and pictures. Default: none. */
  readonly evidence?: readonly (Reportable | ReportPicture)[] | undefined;
}

/** A page for a meeting. Plain frozen data. */
export interface Report {
  readonly kind: 'report';
  readonly title: string;
  /** What it comes to, most important first. */
  readonly finding: readonly string[];
  /** The whole report as GitHub Markdown; pictures are described. */
  readonly markdown: string;
  /** The whole report as one HTML file that needs nothing else: no script, no address, pictures inside. */
  readonly html: string;
}
