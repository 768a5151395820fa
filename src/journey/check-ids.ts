import type { Issue } from '../errors/issue';
import { at, quote } from '../errors/wording';
import { isForbiddenKey } from '../plain/plain-object';
import { MetIds } from './met-ids';
import type { FoundStep } from './walk-steps';

/** Ids name draws, results and targets: each stands once in the whole journey, and none looks like a target that means many. */
export function checkIds(found: readonly FoundStep[], issues: Issue[]): void {
  const met = new MetIds('an id no other step, part or option has');
  for (const { step, path } of found) {
    const id = step['id'];
    if (typeof id !== 'string' || id.trim() === '') continue;
    checkId(id, at(path, 'id'), issues);
    met.add(id, path, at(path, 'id'), issues);
  }
  // A stream may be the id of any step, or a name of its own that several share: spelled alike, or they would not.
  for (const { step, path } of found) {
    const stream = step['drawAs'];
    if (typeof stream === 'string') met.addReference(stream, at(path, 'drawAs'), at(path, 'drawAs'), issues);
  }
}

/** Whether an id can serve as a key of results and as a target of responses. */
export function checkId(id: string, path: string, issues: Issue[]): void {
  if (isForbiddenKey(id)) {
    issues.push({
      code: 'forbidden-key',
      path,
      expected: 'another id',
      received: quote(id),
      hint: 'results are keyed by id, and this one has a meaning of its own in JavaScript',
    });
  } else if (id === '*' || id.startsWith('stage:') || id.startsWith('channel:')) {
    issues.push({
      code: 'conflict',
      path,
      expected: 'an id that is not "*" and does not start with "stage:" or "channel:"',
      received: quote(id),
      hint: 'responses use these to mean many steps',
    });
  }
}
