import type { Issue } from '../errors/issue';
import { at, unfit } from '../errors/wording';
import { idsIn } from '../journey/units';
import type { Interaction, Journey } from '../journey/types';
import { checkKeys } from '../plain/check-keys';
import { isRecord } from '../plain/check-number';
import { isList } from '../plain/plain-object';
import { Reading } from '../plain/reading';
import { makeHinter } from '../journey/hinter';
import { merge } from '../redesign/edits/merge';
import { move } from '../redesign/edits/move';
import { editIssuesAt, readEdits } from '../redesign/read-edits';
import type { Edit } from '../redesign/types';
import { isHeld } from './orders';
import { wayOf, type SearchSpace, type Way } from './search-space';
import type { MergeNeighbours } from './types';

type FamilyKey = 'family' | 'proposals' | 'place' | 'ids' | 'cost' | 'longest' | 'affect';

const keysOf = {
  oneOf: ['family', 'proposals'],
  moveTo: ['family', 'place', 'ids', 'cost'],
  mergeNeighbours: ['family', 'ids', 'longest', 'affect', 'cost'],
  anyOrder: ['family', 'ids', 'cost'],
} as const;
type FamilyName = keyof typeof keysOf;
const familyNames = Object.keys(keysOf) as FamilyName[];

const expected = "an edit, a list of edits, or a family such as anyOrder() or moveTo('end')";
const money = { min: -1e15, max: 1e15, what: 'a cost' };
const mostCandidates = 200;

type ReadCandidates = Pick<SearchSpace, 'candidates' | 'order'>;

/** The ways of each candidate, each of which may be one that this journey does not allow. */
export function readCandidates(written: unknown, journey: Journey, issues: Issue[]): ReadCandidates {
  if (!isList(written) || written.length === 0 || written.length > mostCandidates) {
    issues.push(
      isList(written)
        ? unfit(written, 'candidates', `1 to ${mostCandidates} candidates`, { code: written.length === 0 ? 'missing' : 'too-large' })
        : unfit(written, 'candidates', 'a list of candidates', { hint: expected }),
    );
    return { candidates: [], order: undefined };
  }
  const candidates: (readonly Way[])[] = [];
  let order: ReadCandidates['order'];
  written.forEach((one: unknown, index) => {
    const path = at('candidates', index);
    if (!isRecord(one) || one['family'] === undefined) {
      candidates.push([readProposal(one, path, issues)].filter((way) => way.edits.length > 0));
      return;
    }
    const family = one['family'] as FamilyName;
    if (!familyNames.includes(family)) {
      issues.push(unfit(family, at(path, 'family'), familyNames.join(', '), { code: 'unknown-id' }));
      return;
    }
    checkKeys(one, keysOf[family], path, issues);
    const read = new Reading<FamilyKey>(one, path, issues);
    if (family === 'oneOf') candidates.push(readProposals(read));
    else if (family === 'moveTo') candidates.push(movesOf(read, journey));
    else if (family === 'mergeNeighbours') candidates.push(...mergesOf(read, journey).map((way) => [way]));
    else if (order !== undefined) {
      const hint = 'name the steps of both in one';
      issues.push({ code: 'conflict', path, expected: 'one anyOrder', received: 'another', hint });
    } else order = { ids: readIds(read, journey), cost: read.number('cost', money) };
  });
  return { candidates, order };
}

/** An edit, or a list of those that belong together. */
function readProposal(written: unknown, path: string, issues: Issue[]): Way {
  const isSeveral = isList(written);
  const { read, issues: faults } = isRecord(written) || isSeveral ? readEdits(isSeveral ? written : [written]) : unreadable(written);
  const all = [...faults, ...read.flatMap((one) => one.issues)];
  issues.push(...editIssuesAt(all, path, isSeveral));
  if (isSeveral && written.length === 0) issues.push(unfit(written, path, 'at least one edit', { code: 'missing' }));
  return wayOf(all.length > 0 ? [] : read.map(({ edit }) => edit));
}

function unreadable(written: unknown): { readonly read: readonly never[]; readonly issues: readonly Issue[] } {
  return { read: [], issues: [unfit(written, 'edits', expected)] };
}

function readProposals(read: Reading<FamilyKey>): Way[] {
  const proposals = read.by('proposals', (value) => (isList(value) && value.length > 0 ? value : undefined));
  if (proposals !== undefined) {
    return proposals
      .map((one, index) => readProposal(one, at(read.at('proposals'), index), read.issues))
      .filter((way) => way.edits.length > 0);
  }
  read.fault('proposals', 'a list of edits, or of lists of edits');
  return [];
}

/** Ids of steps of the journey, each once. */
function readIds(read: Reading<FamilyKey>, journey: Journey): readonly string[] | undefined {
  return read.by('ids', (value, path, issues) => {
    if (!isList(value) || value.length === 0) return read.fault('ids', 'a list of ids of steps');
    const hint = makeHinter();
    const steps = journey.interactions.map(({ id }) => id);
    value.forEach((id, index) => {
      if (typeof id === 'string' && steps.includes(id)) return;
      issues.push({
        ...unfit(id, at(path, index), 'the id of a step of the journey', { code: 'unknown-id' }),
        ...(typeof id === 'string' ? hint(id, steps) : {}),
      });
    });
    return [...new Set(value as readonly string[])];
  });
}

function movesOf(read: Reading<FamilyKey>, { interactions, ...journey }: Journey): Way[] {
  const place = read.oneOf('place', ['start', 'end']);
  if (!read.has('place')) read.fault('place', 'start or end');
  const ids = readIds(read, { ...journey, interactions });
  const options = { cost: read.number('cost', money) };
  const movable = interactions.filter((step) => !isHeld(step) && ids?.includes(step.id) !== false);
  const there = place === 'start' ? interactions[0] : interactions.at(-1);
  return movable.flatMap((step) => (step === there || place === undefined ? [] : wayOf([move(step.id, { to: place }, options)])));
}

function mergesOf(read: Reading<FamilyKey>, journey: Journey): Way[] {
  const ids = readIds(read, journey);
  const longest = read.whole('longest', { min: 2, max: 6 }) ?? 3;
  const affect = read.oneOf('affect', ['kept', 'time-weighted']);
  const cost = read.number('cost', money);
  const taken = idsIn(journey);
  const may = ({ id, parts }: Interaction): boolean => parts === undefined && ids?.includes(id) !== false;
  const ways: Way[] = [];
  journey.interactions.forEach((_, first) => {
    for (let length = 2; length <= longest; length++) {
      const run = journey.interactions.slice(first, first + length);
      if (run.length < length || !run.every(may)) return;
      ways.push(mergeOf(run, affect, cost, taken));
    }
  });
  return ways;
}

function mergeOf(
  run: readonly Interaction[],
  affect: MergeNeighbours['affect'],
  cost: number | undefined,
  taken: ReadonlySet<string>,
): Way {
  const ids = run.map(({ id }) => id);
  let id = ids.join('+');
  while (taken.has(id)) id += '+';
  // Called after its parts too, where these are called anything.
  const name = run.some((step) => step.name !== undefined) ? { name: run.map((step) => step.name ?? step.id).join(' + ') } : {};
  return wayOf([merge(ids, { id, ...name, ...(affect === undefined ? {} : { affect }) }, { cost }) as Edit], ids);
}
