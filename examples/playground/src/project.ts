import type { Edit, Journey, JourneyInput, Segment, SegmentInput, StandardInput } from 'peakend';

/** Everything a playground holds: what a link or a file carries. */
export interface Project {
  /** The journey as it is. */
  readonly journey: Journey;
  /** Who goes through it. */
  readonly segments: readonly Segment[];
  /** What must hold. */
  readonly standards: readonly StandardInput[];
  /** What is proposed. */
  readonly edits: readonly Edit[];
}

/** The same as people and files write it. */
export interface ProjectInput {
  readonly journey: JourneyInput;
  readonly segments?: readonly SegmentInput[];
  readonly standards?: readonly StandardInput[];
  readonly edits?: readonly Edit[];
}

/** What stands where nothing was said: one kind of customer. */
export const everyone: readonly Segment[] = [{ id: 'everyone', share: 1, name: 'Everyone' }];

/** Promises to begin with where a file brings none. */
export const firstStandards: readonly StandardInput[] = [
  { noSegmentWorse: 'satisfaction', margin: 0.5 },
  { outcome: 'completed', atLeast: 0.95 },
];
