import { defineJourney } from '../journey/define-journey';
import { columnNamed, trimmed } from '../journey/row-columns';
import type { Interaction, Journey, JourneyInput } from '../journey/types';
import type { Parameter } from '../model/types';
import { deepFreeze } from '../plain/deep-freeze';
import { isForbiddenKey } from '../plain/plain-object';
import { medianClock } from '../redesign/median-clock';
import { csvLine, textCell } from './csv-cells';
import { fromCsv } from './read-journey-csv';
import { lostBetween } from './lost';
import { medianLevel, middleAffect } from './middle-affect';
import type { Converted } from './left';
import { shown } from './shown';

/** A column: its header, and what stands in it for a step, undefined for nothing. */
type Column = readonly [header: string, cell: (step: Interaction) => string | undefined];

/** Cells of a step in the columns of `journeyFromRows`. */
const columns: readonly Column[] = [
  ['id', ({ id }) => textCell(idFor(id))],
  ['name', ({ name }) => textIn(name)],
  ['stage', ({ stage }) => textIn(stage)],
  ['channel', ({ channel }) => textIn(channel)],
  ['kind', ({ kind }) => kind],
  ['minutes', (step) => (step.durationText === undefined ? minutesOf(step) : undefined)],
  ['seconds', (step) => (step.durationText === undefined && minutesOf(step) === undefined ? String(secondsOf(step)) : undefined)],
  ['duration', ({ durationText }) => durationText],
  ['affect', (step) => number(middleAffect(step))],
  ['effort', ({ effort }) => number(levelOf(effort, 0, 10))],
  ['tolerance', ({ wait }) => secondsText(wait?.tolerance)],
  ['occupied', ({ wait }) => number(wait?.occupied)],
  ['anxious', ({ wait }) => number(wait?.anxious)],
  ['explained', ({ wait }) => flag(wait?.explained)],
  ['informed', ({ wait }) => flag(wait?.informed)],
  ['fair', ({ wait }) => flag(wait?.fair)],
  ['work', ({ wait }) => flag(wait?.work)],
  ['accompanied', ({ wait }) => flag(wait?.accompanied)],
  ['failure', ({ failure }) => number(failure?.probability)],
  ['failure feeling', ({ failure }) => number(levelOf(failure?.affect, -20, 0))],
  ['failure duration', ({ failure }) => secondsText(levelOf(failure?.duration, 0, 1e11))],
  ['recovery', ({ failure }) => number(failure?.recovery?.probability)],
  ['recovery feeling', ({ failure }) => number(levelOf(failure?.recovery?.affect, 0, 20))],
  ['recovery duration', ({ failure }) => secondsText(levelOf(failure?.recovery?.duration, 0, 1e11))],
  ['dropout', ({ dropout }) => number(dropout)],
  ['skip', ({ skip }) => number(skip)],
  ['note', ({ note }) => textIn(note)],
  ['touchpoints', ({ touchpoints }) => listIn(touchpoints)],
  ['pains', ({ pains }) => listIn(pains)],
  ['actors', ({ actors }) => listIn(actors)],
];

/**
 * A journey as a table of steps in CSV, for a spreadsheet: a line of headers, then a step a line, with the columns that some step needs. `fromCsv` gives
 * the journey back, but for what `left` lists: distributions are written as their medians, lines of affect as their middle, merged steps as one, and a
 * table has no place for choices, order, the journey's own settings and its name.
 *
 * A text that a spreadsheet would run as a formula (it begins with `=`, `+`, `-`, `@`, a tab or a line end) gets an apostrophe in front, which
 * `fromCsv` takes away again. Texts under `extensions` of a step become columns of their own.
 *
 * @param journey A journey from `defineJourney`, or one as you would write it.
 * @returns `value`: the table, cells parted by commas, lines ended as RFC 4180 asks; `left`: exactly what `fromCsv` would not give back, with paths
 * in the journey.
 * @throws JourneyError for a journey that is wrong, as `defineJourney` does.
 *
 * @example
 * import { toCsv } from 'peakend/formats';
 * const { value, left } = toCsv({ name: 'Visit', interactions: [{ id: 'desk', duration: '4 min', affect: { start: 2, end: -1 } }] });
 * value; // 'id,minutes,affect\r\ndesk,4,0.5\r\n'
 * left[1].what; // 'affect from 2 to −1 becomes 0.5'
 */
export function toCsv(journey: JourneyInput): Converted<string> {
  const resolved = defineJourney(journey);
  const value = write(resolved);
  const back = fromCsv(value, { name: resolved.name, delimiter: ',' }).value;
  const named = { path: 'name', what: 'the name of the journey is not carried: give it to fromCsv' };
  return deepFreeze(shown({ value, left: [named, ...lostBetween(resolved, back)] }));
}

function write({ interactions }: Journey): string {
  const all = [...columns, ...ownColumns(interactions)];
  const cells = interactions.map((step) => all.map(([, cell]) => cell(step) ?? ''));
  const used = all.map((_, column) => column).filter((column) => column === 0 || cells.some((row) => row[column] !== ''));
  const line = (row: readonly string[]): string => csvLine(used.map((column) => row[column]!));
  return line(all.map(([header]) => header)) + cells.map(line).join('');
}

const mostOwnColumns = 100;

/** Texts of the user's own, where a table can give them back. */
function ownColumns(steps: readonly Interaction[]): Column[] {
  const keys = new Set<string>();
  for (const { extensions = {} } of steps) {
    for (const [key, value] of Object.entries(extensions)) {
      const fits =
        typeof value === 'string' && key === trimmed(key) && key !== '' && !isForbiddenKey(key) && columnNamed(key) === undefined;
      if (fits && keys.size < mostOwnColumns) keys.add(key);
    }
  }
  return Array.from(keys, (key): Column => [
    textCell(key),
    ({ extensions }) => {
      const value = extensions !== undefined && Object.hasOwn(extensions, key) ? extensions[key] : undefined;
      return typeof value === 'string' ? textIn(value) : undefined;
    },
  ]);
}

/** Blanks around an id go in a table: what is left must still be one. */
function idFor(id: string): string {
  const plain = trimmed(id);
  return /^(?:\*$|stage:|channel:)/.test(plain) ? `id ${plain}` : plain;
}

function textIn(text: string | undefined): string | undefined {
  return text === undefined ? undefined : textCell(text);
}

function listIn(texts: readonly string[] | undefined): string | undefined {
  return texts === undefined ? undefined : textCell(texts.join('; '));
}

function number(value: number | undefined): string | undefined {
  return value === undefined ? undefined : String(value);
}

function flag(value: boolean | undefined): string | undefined {
  return value === undefined ? undefined : value ? 'yes' : 'no';
}

function levelOf(value: Parameter | undefined, min: number, max: number): number | undefined {
  return value === undefined ? undefined : medianLevel(value, min, max);
}

function secondsOf(step: Interaction): number {
  return Math.min(1e11, Math.max(0, medianClock(step).seconds));
}

/** Minutes, where they say it exactly and in few digits. */
function minutesOf(step: Interaction): string | undefined {
  const seconds = secondsOf(step);
  return seconds % 15 === 0 && (seconds / 60) * 60 === seconds ? String(seconds / 60) : undefined;
}

/** Seconds as text with the unit, without an exponent: undefined for what is too small to be written so. */
function secondsText(seconds: number | undefined): string | undefined {
  if (seconds === undefined) return undefined;
  const digits = String(seconds);
  const tiny = /^(\d)(?:\.(\d+))?e-(\d+)$/.exec(digits);
  const plain = tiny === null ? digits : `0.${'0'.repeat(Number(tiny[3]) - 1)}${tiny[1]}${tiny[2] ?? ''}`;
  return plain.length > 80 ? undefined : `${plain} s`;
}
