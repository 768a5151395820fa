import type { Issue } from '../errors/issue';
import { meant } from '../errors/unknown-name';
import { quote } from '../errors/wording';
import { readJourney } from '../journey/read-journey';
import type { Interaction, Journey } from '../journey/types';
import { units } from '../journey/units';
import { definitionOf } from './edit-catalogue';
import type { Edit } from './types';
import { listIds } from './words';

/** The journey after each edit, and that edit. */
export interface Stage {
  readonly edit: Edit;
  readonly path: string;
  readonly journey: Journey;
}

/** A fault of a journey, named so that the same fault is known again when steps have moved. */
interface Known {
  readonly name: string;
  readonly step: Interaction | undefined;
  readonly issue: Issue;
}

/**
 * Faults that only the finished journey shows (a broken `after` or `pin`, a pace for another number of steps), each told of the edit that
 * brought it: the last one before which it was not there.
 */
export function attributeFaults(stages: readonly Stage[], issues: readonly Issue[]): Issue[] {
  const last = stages.at(-1)!.journey;
  const open = new Map(issues.map((issue) => know(last, issue)).map((known) => [known.name, known]));
  const told: Issue[] = [];
  for (let index = stages.length - 1; index >= 0 && open.size > 0; index--) {
    const before = index === 0 ? undefined : stages[index - 1]!.journey;
    const there = new Set(before === undefined ? [] : readJourney(before).issues.map((issue) => know(before, issue).name));
    for (const [name, known] of open) {
      if (there.has(name)) continue;
      open.delete(name);
      told.unshift(tell(known, stages[index]!, last));
    }
  }
  return told;
}

function know(journey: Journey, issue: Issue): Known {
  const { path } = issue;
  const match = /^(interactions\[.*)\.(after\[(\d+)\]|pin)$/.exec(path);
  if (match === null) return { name: JSON.stringify([issue.code, path.replace(/\d+/g, '#'), issue.received]), step: undefined, issue };
  const step = stepAt(journey, match[1]!);
  const about = match[3] === undefined ? `pin ${step?.pin}` : `after ${step?.after?.[Number(match[3])]}`;
  return { name: JSON.stringify([issue.code, step?.id, about]), step, issue };
}

function stepAt(journey: Journey, path: string): Interaction | undefined {
  let value: unknown = journey;
  for (const key of path.match(/\w+/g) ?? []) value = (value as Record<string, unknown> | undefined)?.[key];
  return value as Interaction | undefined;
}

function tell({ step, issue }: Known, { edit, path }: Stage, journey: Journey): Issue {
  if (step === undefined) return tellOther(issue, `${path}.${blamed(edit, issue)}`, journey);
  const pinned = issue.path.endsWith('.pin');
  const own = brings(edit, step, pinned ? 'pin' : 'after');
  const where = own === undefined ? `${path}.${definitionOf(edit.edit).blames}` : `${path}.${own}`;
  return pinned ? tellPin(step, edit, where, journey, own !== undefined) : tellAfter(step, issue, where, journey, own !== undefined);
}

/** The key of an edit that brought a fault of the journey as a whole. */
function blamed(edit: Edit, { path }: Issue): string {
  const named = 'stages' in edit && edit.stages !== undefined && path.startsWith('progress.shown');
  return named ? 'stages' : definitionOf(edit.edit).blames;
}

/** The key under which an edit itself says the `after` or `pin` that is not kept; undefined where the step had it before. */
function brings(edit: Edit, step: Interaction, key: 'after' | 'pin'): string | undefined {
  if ('changes' in edit) return edit.id === step.id && edit.changes[key] !== undefined ? `changes.${key}` : undefined;
  if (!('step' in edit)) return undefined;
  return edit.step.id === step.id && edit.step[key] !== undefined ? `step.${key}` : undefined;
}

function tellPin(step: Interaction, edit: Edit, path: string, journey: Journey, isOwn: boolean): Issue {
  const id = quote(step.id);
  const [place, there, end] =
    step.pin === 'first' ? ['first', journey.interactions[0], 'start'] : ['last', journey.interactions.at(-1), 'end'];
  const expected = `${id} to ${isOwn ? 'be' : 'stay'} the ${place} step`;
  const put = isOwn ? `move it in the same redesign, with move(${id}, { to: "${end}" })` : (besidePin(edit, step, id) ?? 'leave it there');
  const hint = `${id} has pin ${quote(step.pin)}: ${put}, or take the pin away with update(${id}, { without: ["pin"] })`;
  return { code: 'impossible-edit', path, expected, received: `${quote(there?.id)} there`, hint };
}

function tellAfter(step: Interaction, issue: Issue, path: string, journey: Journey, isOwn: boolean): Issue {
  const id = quote(step.id);
  const target = String(step.after?.[Number(/\d+(?=\]$)/.exec(issue.path)?.[0])]);
  const other = quote(target);
  const because = `${id} has after ${other}`;
  const drop = `update(${id}, { without: ["after"] })`;
  if (issue.code === 'unknown-id' && isOwn) {
    const known = Array.from(units(journey), ({ unit }) => unit.id);
    return { ...issue, path, hint: meant(target, known, quote).hint ?? `there are ${listIds(known)}` };
  }
  if (issue.code === 'unknown-id') {
    const hint = `${because}: drop that with ${drop}, or keep ${other}`;
    const expected = `${other} to stay, because ${id} must come after it`;
    return { code: 'impossible-edit', path, expected, received: `a journey without ${other}`, hint };
  }
  if (issue.code === 'cycle') {
    return { ...issue, path, hint: `${because}: one of these afters has to go` };
  }
  const hint = isOwn
    ? `move one of them in the same redesign, or leave this after out`
    : `${because}: keep that order, or drop it with ${drop}`;
  return {
    code: 'impossible-edit',
    path,
    expected: `${id} to ${isOwn ? 'stand' : 'stay'} behind ${other}`,
    received: `${id} before ${other}`,
    hint,
  };
}

/** The place that was probably meant by "to the start" or "to the end" where another step must stay there. */
function besidePin(edit: Edit, step: Interaction, id: string): string | undefined {
  if (!('place' in edit) || !('to' in edit.place) || ('id' in edit && edit.id === step.id)) return undefined;
  return step.pin === 'first' ? `use { after: ${id} }` : `use { before: ${id} }`;
}

function tellOther(issue: Issue, path: string, journey: Journey): Issue {
  const code = 'impossible-edit';
  if (issue.path === 'progress.pace') {
    const count = journey.interactions.length;
    const hint = `in the same redesign: showProgress({ pace: "constant" }), or a list of ${count}`;
    return { code, path, expected: `a progress pace that fits the ${count} steps of the finished journey`, received: issue.received, hint };
  }
  const place = issue.path === '' ? 'the journey' : issue.path;
  const hint = issue.hint ?? `it would leave the redesigned journey with a fault at ${place}`;
  return { code, path, expected: `${issue.expected} at ${place}`, received: issue.received, hint };
}
