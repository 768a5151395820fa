import * as z from 'zod/mini';
import type { Issue } from '../errors/issue';
import { between, text } from '../journey/schema-parts';
import type { EditContext } from './edit-context';
import type { EditOptions } from './make-edit';
import type { Recipe } from './recipe';

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

interface AnyEdit extends EditOptions {
  readonly edit: string;
}
type OwnKey<Made> = Exclude<keyof Made, 'edit' | 'cost'> & string;

/** What an edit of one kind does, in methods, so that what is generic may call them for any edit. */
interface Behaviour<Made extends AnyEdit> {
  /** How it is written: the hint where nothing better can be guessed. */
  readonly usage: string;
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

/** Everything there is to know about one kind of edit. */
export interface EditDefinition<Made extends AnyEdit> extends Behaviour<Made> {
  readonly fields: Readonly<Record<string, EditField>>;
  readonly schema: z.ZodMiniObject;
  readonly blames: string;
}

interface Given<Made extends AnyEdit> extends Behaviour<Made> {
  readonly kind: Made['edit'];
  /** Its fields in their order. A function, so that a constructor alone brings no schemas along. */
  readonly fields: () => { readonly [Key in OwnKey<Made>]-?: EditField };
  /** The key that says what goes where: a fault that only the finished journey shows is told there. Default: `id`. */
  readonly blames?: OwnKey<Made>;
}

export function defineEdit<Made extends AnyEdit>({ kind, fields, blames, ...behaviour }: Given<Made>): EditDefinition<Made> {
  const own: Readonly<Record<string, EditField>> = fields();
  const shapes = Object.fromEntries(Object.entries(own).map(([key, [shape]]) => [key, shape]));
  const cost = z.exactOptional(between(-1e15, 1e15, 'a cost, in a unit of your own,'));
  const schema = z.strictObject({ edit: z.literal(kind), ...shapes, cost }, { error: 'an edit: an object' });
  return { ...behaviour, fields: own, schema, blames: blames ?? 'id' };
}

export const stepId = /* @__PURE__ */ text('the id of a step');
export const stepIds = /* @__PURE__ */ z.array(stepId, { error: 'a list of ids of steps' });
export const newId = /* @__PURE__ */ text('a new id (text that is not blank)');
export const aName = /* @__PURE__ */ text('a name');
