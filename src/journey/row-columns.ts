import { shareOfPercent, writtenNumber } from '../errors/written-number';
import type { WaitConditions } from './types';
import { waitConditions } from './wait-conditions';

/** The conditions that a row can give: shares as numbers or as text such as `'50%'`, the others true, false, `'yes'` or `'no'`. Waits only. */
export type ConditionCells = {
  readonly [Key in keyof Omit<WaitConditions, 'phase' | 'tolerance' | 'display'>]?: WaitConditions[Key] | string | undefined;
};

/** One line of a spreadsheet: a step. Headers may be in capitals and have blanks, `_` or `-` in them: `Failure minutes` is `failureMinutes`. */
export interface JourneyRow extends ConditionCells {
  /** Names the step in results and segments: unique, not blank. Any number counts as text. */
  readonly id: string | number;
  /** For reading. Default: the id. */
  readonly name?: string | undefined;
  /** A heading it stands under, and a target of responses. Default: none. */
  readonly stage?: string | undefined;
  /** Where it happens, and a target of responses. Default: none. */
  readonly channel?: string | undefined;
  /** Default `service`. */
  readonly kind?: 'service' | 'wait' | 'gap' | undefined;
  /** How long it takes, in minutes, 0 or more. No default: give one of `minutes`, `seconds`, `hours`, `days` and `duration`. */
  readonly minutes?: number | string | undefined;
  /** The same in seconds, 0…1e11; instead of `minutes`. */
  readonly seconds?: number | string | undefined;
  /** The same in hours, 0 or more; instead of `minutes`. */
  readonly hours?: number | string | undefined;
  /** The same in days of 24 hours, 0 or more; instead of `minutes`. */
  readonly days?: number | string | undefined;
  /** The same as text with its unit, such as `'5 to 10 min'`; instead of `minutes`. */
  readonly duration?: string | undefined;
  /** Affect, −10…+10, or with the option `scale` a rating on that scale. Default affect 0. */
  readonly feeling?: number | string | undefined;
  /** The same as `feeling`, −10…+10; instead of it. */
  readonly affect?: number | string | undefined;
  /** The same as `feeling`, as a rating on the option `scale`, such as 1…5; instead of it. */
  readonly rating?: number | string | undefined;
  /** How much effort it takes, 0…10. Default: not asked. */
  readonly effort?: number | string | undefined;
  /** Probability of giving up here: 0…1, or as text `'5%'`. Default 0. */
  readonly dropout?: number | string | undefined;
  /** Probability of not taking part: 0…1, or as text `'5%'`. Default 0. */
  readonly skip?: number | string | undefined;
  /** Waits only: how long until the wait sours, as text with its unit, such as `'10 min'`. Default as in a step. */
  readonly tolerance?: string | undefined;
  /** The same in minutes, above 0; instead of `tolerance`. */
  readonly toleranceMinutes?: number | string | undefined;
  /** Probability that something goes wrong here: 0…1, or as text `'5%'`. Default 0: nothing does. */
  readonly failure?: number | string | undefined;
  /** What a failure does to affect: a shift, −20…0, whatever the scale of `feeling`. No default where there is a failure. */
  readonly failureFeeling?: number | string | undefined;
  /** Time a failure adds, in minutes, 0 or more. Default 0. */
  readonly failureMinutes?: number | string | undefined;
  /** The same as text with its unit; instead of `failureMinutes`. */
  readonly failureDuration?: string | undefined;
  /** Probability that a failure is put right: 0…1, or as text `'80%'`. Default: never. */
  readonly recovery?: number | string | undefined;
  /** What that does to affect: a shift up from the failure's level, 0…20. No default where there is a recovery. */
  readonly recoveryFeeling?: number | string | undefined;
  /** Time a recovery takes, in minutes, 0 or more. Default 0. */
  readonly recoveryMinutes?: number | string | undefined;
  /** The same as text with its unit; instead of `recoveryMinutes`. */
  readonly recoveryDuration?: string | undefined;
  /** Whatever is to be said about it. Default: nothing. */
  readonly note?: string | undefined;
  /** What people meet here: a list, or text with `;` or line ends between. Default: none. */
  readonly touchpoints?: string | readonly string[] | undefined;
  /** What troubles people here: a list, or text with `;` or line ends between. Default: none. */
  readonly pains?: string | readonly string[] | undefined;
  /** Who takes part: a list, or text with `;` or line ends between. Default: not said. */
  readonly actors?: string | readonly string[] | undefined;
}

/** What stands in the cells of a column. A number is a unit in seconds: the cell counts that unit. */
export type CellKind = 'text' | 'list' | 'word' | 'number' | 'share' | 'flag' | 'duration' | 'feeling' | number;

export interface RowColumn {
  readonly name: string;
  readonly kind: CellKind;
  /** Where in a step it belongs, as a path. Columns with one target say the same thing. */
  readonly target: string;
}

/** The columns of those conditions of a wait that are shares, or flags. */
function conditionColumns(kind: 'share' | 'flag'): (readonly [name: keyof ConditionCells, kind: CellKind, target: string])[] {
  const names = Object.keys(waitConditions) as (keyof ConditionCells)[];
  return names.filter((name) => waitConditions[name].kind === kind).map((name) => [name, kind, `wait.${name}`]);
}

const columns: readonly (readonly [name: keyof JourneyRow, kind: CellKind, target: string])[] = [
  ['id', 'text', 'id'],
  ['name', 'text', 'name'],
  ['stage', 'text', 'stage'],
  ['channel', 'text', 'channel'],
  ['kind', 'word', 'kind'],
  ['minutes', 60, 'duration'],
  ['seconds', 1, 'duration'],
  ['hours', 3600, 'duration'],
  ['days', 86_400, 'duration'],
  ['duration', 'duration', 'duration'],
  ['feeling', 'feeling', 'affect'],
  ['affect', 'feeling', 'affect'],
  ['rating', 'feeling', 'affect'],
  ['effort', 'number', 'effort'],
  ['tolerance', 'duration', 'wait.tolerance'],
  ['toleranceMinutes', 60, 'wait.tolerance'],
  .../* @__PURE__ */ conditionColumns('share'),
  .../* @__PURE__ */ conditionColumns('flag'),
  ['failure', 'share', 'failure.probability'],
  ['failureFeeling', 'number', 'failure.affect'],
  ['failureMinutes', 60, 'failure.duration'],
  ['failureDuration', 'duration', 'failure.duration'],
  ['recovery', 'share', 'failure.recovery.probability'],
  ['recoveryFeeling', 'number', 'failure.recovery.affect'],
  ['recoveryMinutes', 60, 'failure.recovery.duration'],
  ['recoveryDuration', 'duration', 'failure.recovery.duration'],
  ['dropout', 'share', 'dropout'],
  ['skip', 'share', 'skip'],
  ['note', 'text', 'note'],
  ['touchpoints', 'list', 'touchpoints'],
  ['pains', 'list', 'pains'],
  ['actors', 'list', 'actors'],
];

export const rowColumns: readonly RowColumn[] = /* @__PURE__ */ columns.map(([name, kind, target]) => ({ name, kind, target }));
export const columnNames: readonly string[] = /* @__PURE__ */ rowColumns.map(({ name }) => name);

/** Longer names of the same columns, as {@link plainHeader} writes them. */
const aliases: Readonly<Record<string, keyof JourneyRow>> = {
  failureprobability: 'failure',
  failureaffect: 'failureFeeling',
  recoveryprobability: 'recovery',
  recoveryaffect: 'recoveryFeeling',
};

/** What people may mean by other headers. `min` may be the least of something, so it is asked about rather than read. */
export const columnSynonyms: Readonly<Record<string, keyof JourneyRow>> = {
  ...{ min: 'minutes', mins: 'minutes', time: 'minutes', sec: 'seconds', secs: 'seconds', hrs: 'hours', length: 'duration' },
  ...{ emotion: 'feeling', sentiment: 'feeling', mood: 'feeling', score: 'rating', title: 'name', label: 'name', step: 'name' },
  ...{ phase: 'stage', touchpoint: 'name', type: 'kind', abandonment: 'dropout', probability: 'failure' },
  ...{ notes: 'note', comment: 'note', comments: 'note', painpoint: 'pains', painpoints: 'pains', pain: 'pains', actor: 'actors' },
};

const columnOf: ReadonlyMap<string, RowColumn> = /* @__PURE__ */ new Map(rowColumns.map((column) => [plainHeader(column.name), column]));

/** The column a header names, as people mean it. */
export function columnNamed(header: string): RowColumn | undefined {
  const plain = plainHeader(header);
  return columnOf.get(Object.hasOwn(aliases, plain) ? plainHeader(aliases[plain]!) : plain);
}

/** A header without capitals and what parts its words. */
export function plainHeader(header: string): string {
  return header.toLowerCase().replace(/[\s_-]+/g, '');
}

/** A text without what cannot be seen at its ends: blanks, line ends, the mark a file begins with. */
export function trimmed(text: string): string {
  return text.replace(/^[\s\u200b-\u200f\u2060]+|[\s\u200b-\u200f\u2060]+$/g, '');
}

/** Whether nobody filled this cell in. */
export function isBlank(cell: unknown): boolean {
  return cell === undefined || cell === null || (typeof cell === 'string' && trimmed(cell) === '');
}

const yes: readonly unknown[] = ['yes', 'true', '1', 1];
const no: readonly unknown[] = ['no', 'false', '0', 0];

/** A cell as the value its column holds, where it has one meaning; anything else as it is, for the checks of a journey to refuse. */
export function readCell(cell: unknown, kind: CellKind): unknown {
  const value = typeof cell === 'string' ? trimmed(cell) : cell;
  if (kind === 'text') return typeof value === 'number' && Number.isFinite(value) ? String(value) : value;
  if (kind === 'list') return typeof value === 'string' ? listOf(value) : value;
  if (kind === 'word') return typeof value === 'string' ? value.toLowerCase() : value;
  if (kind === 'flag') {
    const word = typeof value === 'string' ? value.toLowerCase() : value;
    return yes.includes(word) ? true : no.includes(word) ? false : value;
  }
  if (kind === 'duration' || typeof value !== 'string') return value;
  const read = writtenNumber(value);
  if (read === undefined || 'hint' in read || (read.isPercent && kind !== 'share')) return value;
  return read.isPercent ? shareOfPercent(read.value) : read.value;
}

/** The items of a cell that holds several. */
function listOf(text: string): string[] {
  return text
    .split(/[;\n\r]+/)
    .map(trimmed)
    .filter((item) => item !== '');
}
