import type { Issue } from '../errors/issue';

/** Issues found in one value, told from where that value stands: `interactions[0]` in `variants.calmer` is `variants.calmer.interactions[0]`. */
export function prefixIssues(issues: readonly Issue[], path: string): Issue[] {
  return issues.map((issue) => ({ ...issue, path: joinPaths(path, issue.path) }));
}

function joinPaths(outer: string, inner: string): string {
  return outer === '' || inner === '' || inner.startsWith('[') ? `${outer}${inner}` : `${outer}.${inner}`;
}
