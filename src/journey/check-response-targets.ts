import type { Issue } from '../errors/issue';
import { at, quote } from '../errors/wording';
import { makeHinter } from './hinter';
import type { Interaction, Journey, Option, Response, Segment } from './types';

/** Every name a response can aim at in some journeys, and which of them mean a merged step. */
interface Targets {
  readonly known: ReadonlySet<string>;
  readonly merged: ReadonlySet<string>;
}

/**
 * Checks that every response of every segment aims at something in at least one of the journeys (in a comparison: the baseline and the
 * variants), and that nothing replaces the duration, skip or dropout of a merged step, which has none of its own. `path` is where the
 * segments stand.
 */
export function checkResponseTargets(journeys: readonly Journey[], segments: readonly Segment[], path: string): Issue[] {
  const issues: Issue[] = [];
  if (segments.every((segment) => segment.responses === undefined)) return issues;
  const targets = collect(journeys);
  const hint = makeHinter();
  segments.forEach((segment, index) => {
    const responses = segment.responses ?? {};
    for (const target of Object.keys(responses)) {
      const where = (): string => at(at(at(path, index), 'responses'), target);
      if (!targets.known.has(target)) {
        const expected =
          journeys.length === 1
            ? 'the id of a step, part or option of the journey, "stage:…", "channel:…" or "*"'
            : 'a target in one of the journeys';
        const names = [...targets.known];
        const near = hint(target, names);
        const known = names.filter((name) => name !== '*').slice(0, 12);
        issues.push({
          code: 'unknown-id',
          path: where(),
          expected,
          received: quote(target),
          ...('hint' in near ? near : { hint: `there are ${known.join(', ')}${names.length > 13 ? ', …' : ''}` }),
        });
      } else if (targets.merged.has(target)) {
        checkReplacements(responses[target]!, where(), issues);
      }
    }
  });
  return issues;
}

function checkReplacements(response: Response, path: string, issues: Issue[]): void {
  for (const key of ['duration', 'skip', 'dropout'] as const) {
    if (response[key] === undefined) continue;
    const hint = `a merged step takes its ${key} from its parts: aim at a part, or scale`;
    issues.push({
      code: 'conflict',
      path: at(path, key),
      expected: 'only shifts and scales for a merged step',
      received: quote(response[key]),
      hint,
    });
  }
}

function collect(journeys: readonly Journey[]): Targets {
  const known = new Set<string>(['*']);
  const merged = new Set<string>();
  const meet = (unit: Interaction | Option): void => {
    const { stage, parts, choice }: Partial<Interaction> = unit;
    const names = unit.drawAs === undefined ? [unit.id] : [unit.id, unit.drawAs];
    for (const name of names) known.add(name);
    if (unit.channel !== undefined) known.add(`channel:${unit.channel}`);
    if (stage !== undefined) known.add(`stage:${stage}`);
    if (parts !== undefined) for (const name of names) merged.add(name);
    choice?.options.forEach(meet);
    parts?.forEach(meet);
  };
  for (const { interactions } of journeys) interactions.forEach(meet);
  return { known, merged };
}
