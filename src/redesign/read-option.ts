import type { Issue } from '../errors/issue';
import { readStep } from '../journey/step-fields';

const inside = '.choice.options[0]';

/** An option in canonical form. The journey reads options only inside their step, so one is put around it and its path taken off again. */
export function readOption(option: unknown, path: string, issues: Issue[]): unknown {
  const found: Issue[] = [];
  const step = readStep({ id: '-', duration: 0, choice: { options: [option] } }, '@', found) as { choice: { options: [unknown] } };
  for (const issue of found) {
    const inner = issue.path.slice(1 + inside.length);
    issues.push({ ...issue, path: path === '' && inner.startsWith('.') ? inner.slice(1) : `${path}${inner}` });
  }
  return step.choice.options[0];
}
