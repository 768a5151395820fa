import * as z from 'zod/mini';
import type { Issue } from '../errors/issue';
import { JourneyError } from '../errors/journey-error';
import { readExtensions } from '../journey/read-extensions';
import { between, text } from '../journey/schema-parts';
import { deepFreeze } from '../plain/deep-freeze';
import { guardPlain } from '../plain/guard-plain';
import { issuesError } from '../plain/issues-error';
import { openPlain } from '../plain/plain-object';
import { prefixIssues } from '../plain/prefix-issues';
import type { EditContext } from './edit-context';
import type { Recipe } from './plan-kit';

/** What may stand in a field. Edits at random follow from it: there is one generator for each. */
export type FieldRole =
  | ReferenceRole
  | ('newStep' | 'newOptions' | 'newWhole' | 'newPieces')
  | ('place' | 'changes' | 'channel' | 'factor' | 'share' | 'pace' | 'headStart')
  | ('rarer' | 'likelier' | 'gain');
/** What is there already and is named by its id, by their ids. */
type ReferenceRole =
  'step' | 'otherStep' | 'allSteps' | 'neighbours' | 'stepOrPart' | 'unit' | 'wait' | 'failing' | 'choosing' | 'otherOption';

/** The shape of a field; without a role, none is proposed at random. */
export type EditField = readonly [shape: z.ZodMiniType, role?: FieldRole];

/** An edit as guarded data, not yet known to be sound. */
export type EditData = Readonly<Record<string, unknown>>;

/** How a step is called, by its id. */
export type Naming = (id: string) => string;

/** What every edit may carry. */
export interface EditOptions {
  /** What making this change costs, in a unit of your own; below 0 it saves. The library only passes it on. Default: none. */
  readonly cost?: number | undefined;
}

/** What every edit has. */
export interface EditBase<Kind extends string> extends EditOptions {
  /** Which edit this is. */
  readonly edit: Kind;
}
type AnyEdit = EditBase<string>;
type OwnKey<Made> = Exclude<keyof Made, 'edit' | 'cost'> & string;

/** What there is to know about one kind of edit. What it does are methods, so that whatever is generic may call them for any edit. */
interface EditTraits<Made extends AnyEdit> {
  /** How it is written: the hint where nothing better can be guessed. */
  readonly usage: string;
  /** The key that says what goes where: a fault that only the finished journey shows is told there. Default: `id`. */
  readonly blames?: OwnKey<Made>;
  /** Whether steps stand or are called otherwise after it: if it fails, what follows may fail only because of it. */
  readonly structural?: true;
  /** What is said better here than by the shape, which then judges what comes back. */
  beforeShape?(edit: EditData, issues: Issue[]): EditData;
  /** What is wrong whatever the journey is, and the shape cannot say: quantities, new ids, shares. */
  check?(edit: EditData, issues: Issue[]): void;
  /** What it does to the journey it stands on, or undefined with every reason why it cannot be done written down. */
  plan(context: EditContext, edit: Made): Recipe | undefined;
  words(edit: Made, name: Naming): string;
}
export interface EditDefinition<Made extends AnyEdit> extends Omit<EditTraits<Made>, 'blames'> {
  readonly blames: string;
  readonly fields: Readonly<Record<string, EditField>>;
  readonly schema: z.ZodMiniObject;
}

/** `fields`, in their order, come from a function, so that a constructor alone brings no schemas along. */
export function defineEdit<Made extends AnyEdit>(
  kind: Made['edit'],
  fields: () => { readonly [Key in OwnKey<Made>]-?: EditField },
  { blames, ...traits }: EditTraits<Made>,
): EditDefinition<Made> {
  const own: Readonly<Record<string, EditField>> = fields();
  const shapes = Object.fromEntries(Object.entries(own).map(([key, [shape]]) => [key, shape]));
  const cost = z.exactOptional(between(-1e15, 1e15, 'a cost, in a unit of your own,'));
  const schema = z.strictObject({ edit: z.literal(kind), ...shapes, cost }, { error: 'an edit: an object' });
  return { ...traits, fields: own, schema, blames: blames ?? 'id' };
}

export const stepId = /* @__PURE__ */ text('the id of a step');
export const stepIds = /* @__PURE__ */ z.array(stepId, { error: 'a list of ids of steps' });
export const newId = /* @__PURE__ */ text('a new id (text that is not blank)');
export const aName = /* @__PURE__ */ text('a name');

/** What a constructor may spread into an edit: an object or nothing. A text would be spread into its characters. */
export function fieldsOf<Fields extends object>(given: Fields | undefined, path: string, expected: string): Fields | undefined {
  if (given === undefined) return undefined;
  const { fields, issue } = openPlain(given, expected);
  if (issue !== undefined) throw new JourneyError(prefixIssues([issue], path));
  return fields as Fields;
}

/**
 * What every constructor ends in: a frozen copy as plain JSON, keys without a value left out. Whether the edit makes sense is for
 * `redesign` to say, which knows the journey and tells all faults at once; here only what cannot be data at all is refused.
 */
export function makeEdit<Made extends AnyEdit>(edit: { readonly [Key in keyof Made]: Made[Key] | undefined }, options?: EditOptions): Made {
  const extra = fieldsOf(options, 'options', '{ cost }');
  // Its name comes first, for reading; the edit comes again last, so that no option can overwrite it.
  return asJson<Made>(Object.assign({ edit: edit.edit }, edit, extra, edit));
}

/** A frozen copy as plain JSON, keys without a value left out. Throws where something is no data at all. */
export function asJson<Made>(written: object): Made {
  const guarded = guardPlain(written);
  if (guarded.issue !== undefined) throw new JourneyError([guarded.issue]);
  const issues: Issue[] = [];
  readExtensions(guarded.data, '', issues);
  if (issues.length > 0) throw issuesError(issues);
  return deepFreeze(guarded.data) as Made;
}
