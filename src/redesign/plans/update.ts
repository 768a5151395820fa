import type { Issue } from '../../errors/issue';
import { at, quote } from '../../errors/wording';
import { isRecord } from '../../plain/check-number';
import { readStep } from '../../journey/step-fields';
import type { Interaction, Option } from '../../journey/types';
import type { FoundUnit } from '../../journey/units';
import { impossible, needFreshId, needUnit, type Ground } from '../ground';
import { readOption } from '../read-option';
import { putInstead, type Recipe } from '../recipe';
import type { UpdateEdit } from '../types';

const ofStepsOnly = ['stage', 'choice', 'after', 'pin'] as const;
const ofOptionsOnly = ['appeal', 'available'] as const;

export function planUpdate(ground: Ground, edit: UpdateEdit): Recipe | undefined {
  const found = needUnit(ground, edit.id, 'id');
  if (found === undefined) return undefined;
  const before = ground.issues.length;
  needKeysOf(ground, edit, found);
  needFreshOptions(ground, edit, found);
  if (ground.issues.length > before) return undefined;

  const { without = [], ...values } = edit.changes;
  const kept: Record<string, unknown> = { ...found.unit };
  for (const key of without) delete kept[key];
  const next: Record<string, unknown> = { ...kept, ...values };
  // What a wait, a failure or a choice already has stays, unless it is named: nothing is lost by changing one thing of it.
  for (const key of ['wait', 'failure', 'choice'])
    if (isRecord(kept[key]) && isRecord(next[key])) next[key] = { ...kept[key], ...next[key] };
  for (const key of without) if (!Object.hasOwn(values, key)) delete next[key];
  const issues: Issue[] = [];
  const read = found.role === 'option' ? readOption(next, '', issues) : readStep(next, '', issues);
  for (const issue of issues) ground.issues.push(inChanges(issue, ground, edit));
  return issues.length > 0 ? undefined : putInstead(found, read as Interaction | Option);
}

function needKeysOf(ground: Ground, edit: UpdateEdit, found: FoundUnit): void {
  const wrong: readonly string[] = found.role === 'option' ? ofStepsOnly : ofOptionsOnly;
  for (const key of Object.keys(edit.changes)) {
    if (!wrong.includes(key)) continue;
    const expected = found.role === 'option' ? `no ${key} for an option` : `${key} only for an option`;
    const hint =
      found.role === 'option'
        ? `${key} belongs to the step: update(${quote(found.holder.id)}, …)`
        : `the appeal of a step as first option stands in its choice: { choice: { options, appeal } }`;
    impossible(ground, at('changes', key), expected, quote(edit.id), hint);
  }
}

/** A choice that is written anew brings ids of its own; those it had may stay. */
function needFreshOptions(ground: Ground, edit: UpdateEdit, found: FoundUnit): void {
  if (found.role === 'option') return;
  const known = new Set(found.unit.choice?.options.map((option) => option.id));
  edit.changes.choice?.options.forEach((option, index) => {
    if (!known.has(option.id)) needFreshId(ground, option.id, `changes.choice.options[${index}].id`);
  });
  if (edit.changes.choice === undefined || found.unit.parts === undefined) return;
  const hint = 'give one of its parts the choice';
  impossible(ground, 'changes.choice', 'a step that is not merged', quote(edit.id), hint);
}

/** A fault of the changed step, told in words of the edit: it stands where the key was given, else at the changes as a whole. */
function inChanges(issue: Issue, ground: Ground, { changes }: UpdateEdit): Issue {
  const key = /^\w+/.exec(issue.path)?.[0] ?? '';
  const where = `${ground.path}.changes`;
  if (Object.hasOwn(changes, key)) return { ...issue, path: `${where}.${issue.path}` };
  const kind = key === 'wait' && Object.hasOwn(changes, 'kind');
  const path = kind
    ? `${where}.kind`
    : changes.without?.some((gone) => gone === key || gone === 'kind') === true
      ? `${where}.without`
      : where;
  const hint = key === 'wait' ? { hint: 'take the waiting conditions away too: without: ["wait"]' } : {};
  return { ...issue, code: 'impossible-edit', path, ...hint };
}
