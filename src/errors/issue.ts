import type { Issue as LocatedIssue } from './located-issue';

export type { IssueCode } from './issue-code';
export type { IssueParams } from './located-issue';

/** A fault as it is written down where it is found: `keys` follow from its path, and mostly `severity` from what stood there. */
export type Issue = Omit<LocatedIssue, 'keys' | 'severity'> & Partial<Pick<LocatedIssue, 'severity'>>;
