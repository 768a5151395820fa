import { checkScale, type RatingScale } from '../distributions/rating-scale';
import type { Issue } from '../errors/issue';
import { unknownName } from '../errors/unknown-name';
import { at, quote, unfit } from '../errors/wording';
import { isBlank } from '../journey/row-columns';
import { isRecord } from '../plain/check-number';
import { throwIssues } from '../plain/issues-error';
import { isList, openList, openPlain } from '../plain/plain-object';
import { prefixIssues } from '../plain/prefix-issues';
import { reading } from '../plain/reading';
import { rootKey, type RootKey } from '../random/root-key';
import { checkRecordings } from '../recordings/read-recordings';
import { readMemory } from '../recordings/remember';
import type { Recordings } from '../recordings/types';
import { readCodes } from '../tables/codes';
import { Table, type MissingCell } from '../tables/table';
import { familyCandidate, families, fixedCandidate, presets, type Candidate, type FamilyName } from './candidates';
import { namesOf, readKnown, type Names } from './known';
import type { FitLevel } from './types';

/** What a fit is made from, once all of it is known to be sound: of the recordings, those with a rating. */
export interface FitData {
  readonly recordings: Recordings;
  /** Places of recordings with a rating. */
  readonly used: Int32Array;
  /** As if their scale went up: the better the higher. */
  readonly ratings: Float64Array;
  readonly scale: RatingScale;
  readonly ordinal: boolean;
  readonly candidates: readonly Candidate[];
  readonly groups: Names;
  readonly hasGroups: boolean;
  readonly person: Names | undefined;
  readonly segments: Names | undefined;
  readonly heldOut: Uint8Array | undefined;
  readonly ratingsFrom: 'column' | 'elsewhere';
  /** Names of ratings that no recording has. */
  readonly unmatched: readonly string[];
  readonly seed: string | number;
  readonly isDefaultSeed: boolean;
  readonly root: RootKey;
  readonly level: FitLevel;
  readonly margin: number;
  readonly folds: number | undefined;
  readonly confidence: number;
}

const keys = [
  ...['recordings', 'ratings', 'seed', 'groups', 'person', 'level', 'segments', 'holdOut', 'candidates', 'margin', 'folds', 'confidence'],
] as const;

/** Fewer ratings say nothing. */
const fewest = 10;

export function readFit(options: unknown): FitData {
  const read = reading<string>(options, keys, {
    path: 'options',
    asTheyAre: ['recordings', 'ratings', 'groups', 'person', 'segments', 'holdOut'],
  });
  const { issues, written } = read;
  const recordings = checkRecordings(written['recordings'], 'recordings', issues);
  const ratings = readRatings(written['ratings'], recordings, issues);
  const level = read.oneOf<FitLevel>('level', ['both', 'within', 'between']) ?? 'both';
  const margin = read.number('margin', { min: 0, max: 0.5, what: 'a share of the variance' }) ?? 0.01;
  const folds = read.whole('folds', { min: 3, max: 20, what: 'a number of parts' });
  const confidence = read.number('confidence', { min: 0.5, max: 0.999, what: 'a probability' }) ?? 0.95;
  const seed = (written['seed'] ?? 'peakend') as string | number;
  const root = rootKey(seed);
  if (recordings === undefined || ratings === undefined) throwIssues(issues);
  const used = Int32Array.from(
    Array.from({ length: recordings!.count }, (_, place) => place).filter((place) => !Number.isNaN(ratings!.values[place]!)),
  );
  if (used.length < fewest && issues.length === 0) {
    issues.push({
      code: 'missing',
      path: 'ratings.values',
      expected: `ratings of at least ${fewest} recordings`,
      received: `${used.length}`,
    });
  }
  const names = (key: string): Names | undefined => {
    const known = written[key] === undefined ? undefined : readKnown(written[key], key, recordings!, issues);
    return known === undefined ? undefined : namesOf(known, used, key, recordings!, issues, key === 'segments');
  };
  const [person, segments, given] = [names('person'), names('segments'), names('groups')];
  if (level !== 'both' && person === undefined && written['person'] === undefined) {
    issues.push(unfit(undefined, 'person', 'who gave each rating', { hint: `level ${quote(level)} needs to know it` }));
  }
  const heldOut = readHoldOut(written['holdOut'], recordings!, used, issues);
  const candidates = readCandidates(written['candidates'], recordings!, used, issues);
  throwIssues(issues);
  const each = { names: [], of: Int32Array.from(used, (_, i) => i) };
  return {
    recordings: recordings!,
    used,
    ratings: Float64Array.from(used, (place) => upwards(ratings!.values[place]!, ratings!.scale)),
    scale: ratings!.scale,
    ordinal: ratings!.ordinal,
    candidates,
    groups: given ?? person ?? each,
    hasGroups: given !== undefined || person !== undefined,
    person,
    segments,
    heldOut,
    ratingsFrom: ratings!.from,
    unmatched: ratings!.unmatched,
    seed,
    isDefaultSeed: written['seed'] === undefined,
    root,
    level,
    margin,
    folds,
    confidence,
  };
}

/** A rating on a scale that goes down, as on one that goes up; and back again. */
export function upwards(rating: number, [worst, best]: RatingScale): number {
  return worst > best ? worst + best - rating : rating;
}

interface ReadRatings {
  readonly values: Float64Array;
  readonly scale: RatingScale;
  readonly ordinal: boolean;
  readonly from: 'column' | 'elsewhere';
  readonly unmatched: readonly string[];
}

function readRatings(written: unknown, recordings: Recordings | undefined, issues: Issue[]): ReadRatings | undefined {
  const read = reading(written, ['values', 'scale', 'ordinal', 'missing'], { path: 'ratings', under: 'ratings', asTheyAre: ['values'] });
  issues.push(...read.issues);
  const own: Issue[] = [];
  const scale = checkScale(read.written.scale, 'ratings.scale', own);
  const { ordinal = false } = read.written;
  if (typeof ordinal !== 'boolean') own.push(unfit(ordinal, 'ratings.ordinal', 'true or false'));
  const missing = readCodes(read.written.missing, 'ratings.missing', own);
  const { values } = read.written;
  const rated = recordings === undefined ? undefined : ratedRows(values, recordings, own);
  const table = rated === undefined ? undefined : Table.read(rated.rows, 'ratings.values', own);
  let column: Float64Array | undefined;
  if (table !== undefined && scale !== undefined) column = numbersOf(table, scale, missing, ordinal === true);
  issues.push(...own.map((issue) => ({ ...issue, path: issue.path.replace(/\.value$/, '') })));
  if (column === undefined || scale === undefined || own.length > 0) return undefined;
  const from = typeof values === 'string' ? 'column' : 'elsewhere';
  const isAnswer = (cell: unknown): boolean => !isBlank(cell) && !Number.isNaN(cell) && !missing.includes(cell as MissingCell);
  const unmatched = (rated?.others ?? []).filter(([, cell]) => isAnswer(cell)).map(([name]) => name);
  return { values: column, scale, ordinal: ordinal === true, from, unmatched };
}

function numbersOf(table: Table, [one, other]: RatingScale, missing: readonly MissingCell[], ordinal: boolean): Float64Array {
  const column = table.numbers('value', { missing, min: Math.min(one, other), max: Math.max(one, other), what: 'a rating' });
  const odd = ordinal ? column.findIndex((value) => !Number.isNaN(value) && !Number.isInteger(value)) : -1;
  if (odd >= 0) {
    const hint = 'leave ordinal out where ratings lie between the steps of their scale';
    table.issues.push({ code: 'invalid-type', path: at(table.path, odd), expected: 'a whole number', received: quote(column[odd]), hint });
  }
  return column;
}

interface RatedRows {
  readonly rows: readonly { readonly value: unknown }[];
  /** What stands under names that no recording has. */
  readonly others?: readonly (readonly [name: string, cell: unknown])[];
}

/** Ratings in the order of the recordings, however they were handed over. */
function ratedRows(values: unknown, { ids, facts, count }: Recordings, issues: Issue[]): RatedRows | undefined {
  if (typeof values === 'string') {
    if (!facts.some((row) => Object.hasOwn(row, values))) {
      issues.push(unknownName('ratings.values', values, Object.keys(facts[0] ?? {})));
      return undefined;
    }
    return { rows: facts.map((row) => ({ value: row[values] })) };
  }
  const list = ArrayBuffer.isView(values)
    ? Array.from(values as unknown as Iterable<unknown>)
    : isList(values)
      ? openedList(values, issues)
      : undefined;
  if (list !== undefined) {
    if (list.length === count) return { rows: list.map((value) => ({ value })) };
    const hint = 'an object of ratings by what recordings are called, or the name of a column, stays with them';
    const [expected, received] = [`one rating for each of ${count} recordings, in their order`, `a list of ${list.length}`];
    if (issues.length === 0) issues.push({ code: 'conflict', path: 'ratings.values', expected, received, hint });
    return undefined;
  }
  const { fields, issue } = openPlain(values, 'a list of ratings, an object of them by recording, or the name of a column');
  if (issue !== undefined) {
    issues.push(...prefixIssues([values === undefined ? { ...issue, code: 'missing', received: 'nothing' } : issue], 'ratings.values'));
    return undefined;
  }
  if (ids.some((id) => Object.hasOwn(fields, id))) {
    const known = new Set(ids);
    return {
      rows: ids.map((id) => ({ value: Object.hasOwn(fields, id) ? fields[id] : undefined })),
      others: Object.entries(fields).filter(([name]) => !known.has(name)),
    };
  }
  issues.push(unknownName('ratings.values', Object.keys(fields)[0], ids));
  return undefined;
}

function openedList(values: unknown, issues: Issue[]): readonly unknown[] {
  const { items, issue } = openList(values, 'a list of ratings', 50_000_000);
  if (issue !== undefined) issues.push(...prefixIssues([issue], 'ratings.values'));
  return items ?? [];
}

function readHoldOut(written: unknown, recordings: Recordings, used: Int32Array, issues: Issue[]): Uint8Array | undefined {
  if (written === undefined) return undefined;
  const known = readKnown(written, 'holdOut', recordings, issues);
  if (known === undefined) return undefined;
  const heldOut = Uint8Array.from(used, (place) => (known(place) ? 1 : 0));
  const count = heldOut.reduce((sum, out) => sum + out, 0);
  if (count === 0 || used.length - count < fewest) {
    const expected = `to hold out at least one recording and leave ${fewest} to fit to`;
    issues.push({ code: 'conflict', path: 'holdOut', expected, received: `${count} of ${used.length} held out` });
  }
  return heldOut;
}

function readCandidates(written: unknown, recordings: Recordings, used: Int32Array, issues: Issue[]): readonly Candidate[] {
  const named = [...Object.keys(presets), ...families];
  const make = (name: string): Candidate =>
    Object.hasOwn(presets, name)
      ? fixedCandidate(name, presets[name as keyof typeof presets](), recordings, used)
      : familyCandidate(name as FamilyName, recordings, used);
  if (written === undefined) return named.map(make);
  if (!isList(written) || written.length === 0 || written.length > 50) {
    issues.push(unfit(written, 'candidates', `a list of up to 50 names and memories; names are ${named.join(', ')}`));
    return [];
  }
  const made: Candidate[] = [];
  for (const [place, one] of Array.from(written).entries()) {
    const path = at('candidates', place);
    if (typeof one === 'string' || !isRecord(one)) {
      if (typeof one === 'string' && named.includes(one)) made.push(make(one));
      else issues.push(unknownName(path, one, named));
      continue;
    }
    const { name, memory } = Object.hasOwn(one, 'memory') ? one : { name: calledBy(one, place), memory: one };
    if (typeof name !== 'string' || name === '') issues.push(unfit(name, at(path, 'name'), 'a name'));
    const model = readMemory(memory, memory === one ? path : at(path, 'memory'), issues);
    if (model !== undefined) made.push(fixedCandidate(String(name), model, recordings, used));
  }
  const twice = made.findIndex(({ name }, place) => made.findIndex((other) => other.name === name) < place);
  if (twice >= 0)
    issues.push({ code: 'duplicate-id', path: at('candidates', twice), expected: 'each name once', received: quote(made[twice]!.name) });
  return made;
}

/** What a memory without a name is called. */
function calledBy({ kind, halfLife }: Record<string, unknown>, place: number): string {
  if (kind === 'recency' && typeof halfLife === 'number') return `recency(${halfLife})`;
  return `${typeof kind === 'string' ? kind : 'memory'} ${place + 1}`;
}
