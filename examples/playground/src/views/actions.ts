import type { Edit, Issue, Journey, StandardInput } from 'peakend';

/** What views can do. Whatever returns issues changed nothing where there are any. */
export interface Actions {
  /** Makes an edit. Edits of one gesture are undone together; `isHeld`: the hand is still at it. */
  edit(edit: Edit, options?: { readonly gesture?: string; readonly isHeld?: boolean }): readonly Issue[];
  /** Shows what an edit would do without making it; undefined ends it. */
  preview(edit: Edit | undefined): readonly Issue[];
  /** What would be wrong with an edit. */
  faults(edit: Edit): readonly Issue[];
  /** The journey as proposed. */
  current(): Journey;
  removeEdit(index: number): void;
  clearEdits(): void;
  setStandards(standards: readonly StandardInput[]): void;
  chooseSegment(id: string | undefined): void;
  /** What was held is let go as it is: its whole answer need not wait. */
  letGo(): void;
  /** Says something to those who listen to the page instead of looking at it, and shows it for a while. */
  tell(text: string): void;
}

/** A fault in words: what helps, else what was expected. */
export function faultText(issues: readonly Issue[]): string {
  const [issue] = issues;
  if (issue === undefined) return '';
  return sentence(issue.hint === undefined ? `expected ${issue.expected}` : `expected ${issue.expected} \u2014 ${issue.hint}`);
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
