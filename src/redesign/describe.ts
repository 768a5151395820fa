import { formatNumber } from '../distributions/format-number';
import type { Issue } from '../errors/issue';
import { issuesError } from '../plain/issues-error';
import { prefixIssues } from '../plain/prefix-issues';
import type { JourneyInput } from '../journey/types';
import { readJourney } from '../journey/read-journey';
import { units } from '../journey/units';
import { readEdits } from './read-edits';
import type { Edit, Place } from './types';
import { oneLine } from '../words/one-line';
import { fieldWords, valueWords } from './value-words';
import { percent } from './words';

/**
 * An edit in words: for lists of proposals, logs and undo menus.
 *
 * @param edit - An edit from a constructor, or from JSON.
 * @param journey - The journey it is for. With it, steps are called by their names, without it by their ids.
 * @returns A phrase without a full stop, such as `merge "register" and "triage" into "welcome"`; with the cost in brackets where it has one.
 * @throws JourneyError for what is no edit.
 * @example
 * import { describe, move } from 'peakend';
 * describe(move('thanks', { to: 'end' })); // 'move "thanks" to the end'
 */
export function describe(edit: Edit, journey?: JourneyInput): string {
  const { read, issues } = readEdits([edit]);
  const faults: readonly Issue[] = [...issues, ...read.flatMap((one) => one.issues)];
  if (faults.length > 0) throw issuesError(prefixIssues(faults.map(withoutList), 'edit'));
  const sound = read[0]!.edit;
  const cost = sound.cost === undefined ? '' : ` (cost ${formatNumber(sound.cost, 2)})`;
  return oneLine(`${phrase(sound, namesOf(journey))}${cost}`);
}

function withoutList(issue: Issue): Issue {
  return { ...issue, path: issue.path.replace(/^edits(\[0\])?\.?/, '') };
}

type Naming = (id: string) => string;

function namesOf(journey: JourneyInput | undefined): Naming {
  const names = new Map<string, string>();
  if (journey !== undefined) {
    const reading = readJourney(journey);
    if (reading.journey === undefined) throw issuesError(reading.issues);
    for (const { unit } of units(reading.journey)) if (unit.name !== undefined) names.set(unit.id, unit.name);
  }
  return (id) => `"${names.get(id) ?? id}"`;
}

function phrase(edit: Edit, name: Naming): string {
  switch (edit.edit) {
    case 'insert':
      return `insert ${made(edit.step)} ${placeWords(edit.place, name)}`;
    case 'remove':
      return `remove ${name(edit.id)}`;
    case 'move':
      return `move ${name(edit.id)} ${placeWords(edit.place, name)}`;
    case 'swap':
      return `swap ${name(edit.id)} and ${name(edit.with)}`;
    case 'reorder':
      return `put the steps in the order ${edit.ids.map(name).join(', ')}`;
    case 'merge': {
      const affect = edit.into.affect === undefined ? '' : `, feeling ${valueWords('affect', edit.into.affect)}`;
      return `merge ${join(edit.ids.map(name))} into "${edit.into.name ?? edit.into.id}"${affect}`;
    }
    case 'split':
      if (edit.parts === undefined) return `split ${name(edit.id)} into what was merged`;
      return `split ${name(edit.id)} into ${join(edit.parts.map((part) => `"${part.name ?? part.id}" (${percent(part.share)})`))}`;
    case 'replace':
      return `replace ${name(edit.id)} by ${made(edit.step)}`;
    case 'update': {
      const { without = [], ...values } = edit.changes;
      const changes = Object.entries(values).map(([key, value]) => `${fieldWords(key)} ${valueWords(key, value)}`);
      if (without.length > 0) changes.push(`without ${join(without.map(fieldWords))}`);
      return `change ${name(edit.id)}: ${changes.join(', ')}`;
    }
    case 'addChoice':
      return `let people choose between ${name(edit.id)} as it is and ${join(edit.options.map(made))}`;
    case 'removeChoice':
      if (edit.option === undefined) return `remove the choice at ${name(edit.id)}`;
      return `remove the option ${name(edit.option)} from ${name(edit.id)}`;
    case 'scaleDuration': {
      const change = percent(Math.abs(edit.factor - 1));
      if (edit.factor === 1) return `leave the duration of ${name(edit.id)} as it is`;
      return edit.factor < 1
        ? `make ${name(edit.id)} ${change} shorter`
        : edit.factor < 2
          ? `make ${name(edit.id)} ${change} longer`
          : `make ${name(edit.id)} take ${formatNumber(edit.factor, 2)} times as long`;
    }
    case 'occupyWait':
      return `occupy people for ${percent(edit.share)} of ${name(edit.id)}`;
    case 'explainWait':
      return `explain why people wait in ${name(edit.id)}`;
    case 'informWait':
      return `tell people where they stand in ${name(edit.id)}`;
    case 'showProgress': {
      const pace = edit.pace === undefined ? '' : `, pace ${valueWords('pace', edit.pace)}`;
      return `show progress${pace}${edit.endowed === undefined ? '' : `, with a head start of ${percent(edit.endowed)}`}`;
    }
    case 'preventFailure':
      return `let ${name(edit.id)} fail for only ${percent(edit.probability)}`;
    case 'improveRecovery': {
      const better: string[] = [];
      if (edit.probability !== undefined) better.push(`for ${percent(edit.probability)}`);
      if (edit.affect !== undefined) better.push(`affect ${valueWords('affect', edit.affect)}`);
      if (edit.duration !== undefined) better.push(`taking ${valueWords('duration', edit.duration)}`);
      return `make up for failures in ${name(edit.id)}: ${better.join(', ')}`;
    }
    case 'changeChannel':
      return `change the channel of ${name(edit.id)} to ${edit.channel}`;
  }
}

/** A new step, part or option: its name and what it takes. */
function made(step: { readonly id: string; readonly name?: string | undefined; readonly duration?: unknown }): string {
  return `"${step.name ?? step.id}"${step.duration === undefined ? '' : ` (${valueWords('duration', step.duration)})`}`;
}

function placeWords(place: Place, name: Naming): string {
  if ('to' in place) return `to the ${place.to}`;
  return 'before' in place ? `before ${name(place.before)}` : `after ${name(place.after)}`;
}

function join(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
