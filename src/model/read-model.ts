import type { Issue } from '../errors/issue';
import { checkModel } from './check-model';
import { guardPlain } from '../plain/guard-plain';
import { prefixIssues } from '../plain/prefix-issues';
import { resolveModel } from './resolve-model';
import type { ExperienceModel } from './types';

/**
 * The door for a model from outside: guarded, checked, put over `base`. Every fault goes to `issues` under `path`, and then undefined comes
 * back. A segment's model was read once when the segment was defined; it is read again here, now that the model below it is known.
 */
export function readModel(input: unknown, base: ExperienceModel, path: string, issues: Issue[]): ExperienceModel | undefined {
  if (input === undefined) return base;
  const guarded = guardPlain(input);
  if (guarded.issue !== undefined) {
    issues.push(...prefixIssues([guarded.issue], path));
    return undefined;
  }
  const before = issues.length;
  const checked = checkModel(guarded.data, path, issues, base);
  return issues.length === before ? resolveModel(base, checked) : undefined;
}
