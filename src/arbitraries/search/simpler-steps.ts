import { mean, quantile } from '../../distributions/mathematics';
import { readDuration } from '../../journey/read-quantity';
import type { Interaction, WaitConditions } from '../../journey/types';
import type { Parameter } from '../../model/types';
import type { StepChanges } from '../../redesign/edits/update';
import type { Edit } from '../../redesign/types';
import { tidy } from '../quantities';

/** A step in which one thing is plainer; undefined where there is nothing to do. */
export type Simplify = (unit: Interaction) => Interaction | undefined;

export function simplerEdit(edit: Edit, plainer: Simplify): Edit | undefined {
  switch (edit.edit) {
    case 'insert':
    case 'replace': {
      const step = plainer(edit.step as Interaction);
      return step && { ...edit, step };
    }
    case 'addChoice': {
      const options = simplerOptions(edit.options, plainer);
      return options && { ...edit, options };
    }
    case 'update': {
      const changes = simplerChanges(edit.changes, plainer);
      return changes && { ...edit, changes };
    }
    default:
      return undefined;
  }
}

function simplerOptions<Option extends object>(options: readonly Option[], plainer: Simplify): readonly Option[] | undefined {
  let touched = false;
  const next = options.map((option) => {
    const simpler = plainer(option as object as Interaction) as object | undefined;
    touched ||= simpler !== undefined;
    return (simpler ?? option) as Option;
  });
  return touched ? next : undefined;
}

/** What an update writes anew, as far as it is a step. */
function simplerChanges(changes: StepChanges, plainer: Simplify): StepChanges | undefined {
  const { choice } = changes;
  const options = choice === undefined ? undefined : simplerOptions(choice.options, plainer);
  if (choice !== undefined && options !== undefined) return { ...changes, choice: { ...choice, options } };
  const simpler = plainer({ id: '', ...(changes as object) });
  if (simpler === undefined) return undefined;
  const { id: _, ...next } = simpler;
  return Object.keys(next).length === 0 ? undefined : (next as StepChanges);
}

const unneeded = [
  'extensions',
  'source',
  'after',
  'pin',
  'failure',
  'dropout',
  'skip',
  'effort',
  'wait',
  'choice',
  'stage',
  'channel',
  'drawAs',
] as const;

/** Each makes one thing plainer, or says that there is nothing to do. What an edit brings keeps its feeling: that is what was proposed. */
export const simplificationsOfEdits: readonly Simplify[] = [
  ...unneeded.map((key): Simplify => (unit) => {
    if (unit[key] === undefined) return undefined;
    const rest: { -readonly [Key in keyof Interaction]: Interaction[Key] } = { ...unit };
    delete rest[key];
    return rest;
  }),
  (unit) => plainWait(unit),
  (unit) => {
    const { affect } = unit;
    if (typeof affect !== 'object') return undefined;
    if (!('start' in affect)) return { ...unit, affect: roundLevel(affect) };
    const [start, end] = [roundLevel(affect.start), roundLevel(affect.end)];
    return start === affect.start && end === affect.end ? undefined : { ...unit, affect: { start, end } };
  },
  (unit) => {
    const { duration } = unit;
    if (duration === undefined) return undefined;
    // What an edit brings may be written as text.
    const read = readDuration(duration, '', []);
    if (read === undefined) return undefined;
    const next = roundDuration(typeof read === 'number' ? read : quantile(read, 0.5));
    return next === duration ? undefined : { ...unit, duration: next };
  },
];
/** Of today's journey, neutral first. */
export const simplificationsOfToday: readonly Simplify[] = [
  ({ affect, ...rest }) => (affect === undefined ? undefined : rest),
  ...simplificationsOfEdits,
];

/** One waiting condition less. */
function plainWait(unit: Interaction): Interaction | undefined {
  const keys = Object.keys(unit.wait ?? {}) as (keyof WaitConditions)[];
  if (keys.length < 2) return undefined;
  const { [keys[keys.length - 1]!]: _, ...wait } = unit.wait!;
  return { ...unit, wait };
}

function roundLevel(level: Parameter): number {
  const value = typeof level === 'number' ? level : mean(level);
  return Math.min(10, Math.max(-10, Math.floor(value * 2 + 0.5) / 2));
}

/** Two digits of the largest unit that fits. */
export function roundDuration(seconds: number): number {
  const unit = seconds >= 7200 ? 1800 : seconds >= 120 ? 60 : seconds >= 20 ? 5 : 1;
  return tidy(Math.floor(seconds / unit + 0.5) * unit);
}
