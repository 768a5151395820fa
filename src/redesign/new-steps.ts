import type { Issue } from '../errors/issue';
import { checkIds } from '../journey/check-ids';
import { readStep } from '../journey/step-fields';
import { walkSteps } from '../journey/walk-steps';
import { isRecord } from '../plain/check-number';

/** What is wrong in a step that an edit brings, whatever the journey is. */
export function checkNewStep(step: unknown, issues: Issue[]): void {
  if (!isRecord(step)) return;
  readStep(step, 'step', issues);
  checkNewIds(step, 'step', issues);
}

/** Ids that an edit brings: each once, and usable as ids. `made` is what holds them; `from` in it stands at `to` in the edit. */
export function checkNewIds(made: Readonly<Record<string, unknown>>, to: string, issues: Issue[], from = ''): void {
  const found: Issue[] = [];
  checkIds(walkSteps({ interactions: [made] }), found);
  const told = (text: string): string => text.replace(`interactions[0]${from}`, to).replace(/^\./, '');
  for (const issue of found)
    issues.push({ ...issue, path: told(issue.path), ...(issue.hint === undefined ? {} : { hint: told(issue.hint) }) });
}

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
