import type { Conclusion, Edit, Issue, StandardInput, Verdict } from 'peakend';
import type { Left } from 'peakend/formats';
import type { Project } from './project';

/** A text from outside, and what its reader has to be told. */
export interface Source {
  readonly text: string;
  readonly format: 'auto' | 'json' | 'csv' | 'mermaid';
  readonly name?: string | undefined;
  /** The ends of the scale of ratings in a table or diagram. */
  readonly scale?: readonly [number, number] | undefined;
}

/** What is to be drawn, and how. */
export interface Look {
  /** A segment's id, or undefined for all customers. */
  readonly segment: string | undefined;
  readonly width: number;
  readonly theme: 'light' | 'dark';
}

export interface Ask {
  readonly kind: 'ask';
  /** Numbered: a later one counts. */
  readonly number: number;
  readonly edits: readonly Edit[];
  readonly standards: readonly StandardInput[];
  readonly look: Look;
  /** A first look at few customers with its picture after it, the whole answer, or a first look and then the whole answer. */
  readonly want: 'look' | 'whole' | 'both';
}

/** To the worker. */
export type Request =
  | Ask
  /** A text is read, tried and, if it holds, worked with from then on. */
  | { readonly kind: 'open'; readonly number: number; readonly source: Source };

/** One number before and after, and the interval of their difference. */
export interface Change {
  readonly before: number;
  readonly after: number;
  readonly difference: number;
  readonly low: number;
  readonly high: number;
  readonly conclusion: Conclusion;
}

export interface SegmentAnswer {
  /** Undefined for all customers together. */
  readonly id: string | undefined;
  readonly name: string;
  readonly share: number;
  readonly satisfaction: Change;
  readonly feltTime: Change;
  readonly completed: Change;
}

export interface CautionAnswer {
  readonly code: string;
  readonly message: string;
  /** The step it is about, where it is about one. */
  readonly step: string | undefined;
}

export interface Answer {
  readonly kind: 'answer';
  readonly number: number;
  readonly coarse: boolean;
  /** Simulated in each segment. */
  readonly customers: number;
  /** Whether anything is proposed. */
  readonly isChanged: boolean;
  /** The verdict with every segment. */
  readonly sentence: string;
  /** The verdict on all customers; why, where nothing moves. */
  readonly short: string;
  readonly overall: SegmentAnswer;
  readonly segments: readonly SegmentAnswer[];
  readonly standards: readonly { readonly verdict: Verdict; readonly sentence: string; readonly hint: string | undefined }[];
  readonly cautions: readonly CautionAnswer[];
  /** Milliseconds in the worker, for the log of times. */
  readonly spent: number;
}

/** What an answer looks like, once its figures have been told. */
export interface Picture {
  readonly kind: 'picture';
  readonly number: number;
  readonly coarse: boolean;
  readonly svg: string;
}

/** From the worker. */
export type Reply =
  | Answer
  | Picture
  | { readonly kind: 'opened'; readonly number: number; readonly project: Project; readonly left: readonly Left[]; readonly format: string }
  | {
      readonly kind: 'refused';
      readonly number: number;
      readonly issues: readonly Issue[];
      readonly more: number;
      readonly format?: string;
    };
