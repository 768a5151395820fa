import type { Issue } from '../errors/issue';
import { at, unfit } from '../errors/wording';
import type { OutcomeName } from '../experience/outcomes';
import { readOutcome } from '../experience/read-outcome';
import { readJourney } from '../journey/read-journey';
import type { Journey } from '../journey/types';
import { hasEffort } from '../journey/units';
import { throwIssues } from '../plain/issues-error';
import { isRecord } from '../plain/check-number';
import { isList } from '../plain/plain-object';
import { Reading, readRecord } from '../plain/reading';
import { unknownName } from '../errors/unknown-name';
import { editIssuesAt } from '../redesign/read-edits';
import { runEdits } from '../redesign/run-edits';
import { checkStudy, openInput, type NamedJourney, type ResolvedStudy } from '../simulation/read-study';
import { refuseFunctions, writtenSettings } from '../simulation/written-study';
import { outcomeOf } from '../standards/check-standards';
import { readStandardAt } from '../standards/read-standards';
import type { Standard } from '../standards/types';
import { placesOf } from './questions';
import { readCandidates } from './read-candidates';
import type { SearchSpace } from './search-space';
import type { StatedObjective } from './types';

/** What every search stands on. */
export interface ReadSearch {
  /** Its first journey is the one that is searched from. */
  readonly study: ResolvedStudy;
  readonly space: SearchSpace;
  /** As it was written, for whom else it has to be handed to. */
  readonly written: Readonly<Record<string, unknown>>;
}

export const searchKeys = ['journey', 'candidates', 'budget', 'maxEdits', 'most'] as const;
type SearchKey = (typeof searchKeys)[number] | 'customers';
/** What a study may say, but a search has no use for. */
const useless = { keep: 'compare what was found', until: 'say how many with customers', outcomes: 'name them as objectives' } as const;
/** Nearest to what was written is most, which is another limit than the one that is meant. */
const mistaken = { atMost: 'maxEdits limits the edits in a design; most, how many designs are looked at' } as const;
const defaultCustomers = 10_000;
const defaultMost = 10_000;

/** Reads what a search of its own kind takes besides, and says by which outcomes designs are judged. */
type MoreOfSearch = (read: ReadSearch, issues: Issue[]) => readonly OutcomeName[];

/** The study and what is searched; `more` reads what a search of its own kind takes besides. All that is wrong is thrown together. */
export function readSearch(given: unknown, ownKeys: readonly string[], more: MoreOfSearch): ReadSearch {
  const issues: Issue[] = [];
  const input: Record<string, unknown> = { ...openInput(given, [...searchKeys, ...ownKeys]) };
  for (const [key, hint] of Object.entries({ ...useless, ...mistaken })) {
    if (input[key] === undefined) continue;
    issues.push({ ...unfit(input[key], key, 'nothing here', { code: 'unknown-key', hint }) });
    delete input[key];
  }
  const read = new Reading<SearchKey>(input, '', issues);
  const limits = {
    budget: read.number('budget', { min: 0, max: 1e15, what: 'a sum of costs' }) ?? Infinity,
    maxEdits: read.whole('maxEdits', { min: 1, max: 100 }) ?? Infinity,
    most: read.whole('most', { min: 2, max: 100_000 }) ?? defaultMost,
  };
  const customers = read.whole('customers', { min: 100, max: 50_000 }) ?? defaultCustomers;
  const { journey } = readJourney(input['journey']);
  const candidates = journey === undefined ? { candidates: [], order: undefined } : readCandidates(input['candidates'], journey, issues);
  const space = journey === undefined ? undefined : { ...candidates, ...limits, journey, needsEffort: false };
  const reached = space === undefined || issues.length > 0 ? [] : reachedBy(space, input['candidates'] as readonly unknown[], issues);
  const journeys = [{ path: 'journey', value: input['journey'] }, ...reached];
  const settings = { ...input, customers };
  const study = checkStudy(settings, journeys, [...searchKeys, ...ownKeys], issues);
  throwIssues(issues);
  // A family that finds nothing to do is none.
  const own = { ...space!, candidates: space!.candidates.filter((ways) => ways.length > 0) };
  const found = { study: { ...study!, journeys: [study!.journeys[0]!], journeyPaths: ['journey'] }, space: own, written: settings };
  const judged = more(found, issues);
  throwIssues(issues);
  return { ...found, space: { ...own, needsEffort: judged.includes('ease') } };
}

/** What designs are made again from, in plain JSON. Throws where somebody remembers by a function of their own. */
export function writtenSearch({ study, space, written }: ReadSearch): Readonly<Record<string, unknown>> {
  refuseFunctions(study);
  const { outcomes: _, ...settings } = writtenSettings(study, study.customers);
  return { ...settings, journey: space.journey, candidates: written['candidates'] };
}

/**
 * Every journey that one way alone makes, or makes after those before it: what segments respond to may be there only. A way that is possible in
 * neither, nor with all that comes after it, is a mistake, and what is wrong with it is told.
 */
function reachedBy(space: SearchSpace, written: readonly unknown[], issues: Issue[]): NamedJourney[] {
  const reached: NamedJourney[] = [];
  const all = runEdits(
    space.journey,
    space.candidates.flatMap(([way]) => way?.edits ?? []),
  );
  if (all.done !== undefined) reached.push({ path: 'candidates', value: all.done.journey });
  let together: Journey = space.journey;
  space.candidates.forEach((ways, candidate) => {
    const path = at('candidates', candidate);
    let next: Journey | undefined;
    for (const { edits } of ways) {
      const alone = runEdits(space.journey, edits);
      const after = next === undefined || alone.done === undefined ? runEdits(together, edits) : undefined;
      next ??= after?.done?.journey;
      const done = alone.done ?? after?.done;
      if (done !== undefined) reached.push({ path, value: done.journey });
      // Of several ways some may not be allowed by an `after`; of one it is asked for.
      else if (ways.length === 1 && all.done === undefined) issues.push(...editIssuesAt(alone.issues, path, isList(written[candidate])));
    }
    together = next ?? together;
  });
  return reached;
}

/** Objectives with their segments. */
export function readObjectives(written: unknown, read: ReadSearch, issues: Issue[]): readonly StatedObjective[] {
  const list = written === undefined ? ['satisfaction', 'perceivedDuration', 'completed'] : written;
  if (!isList(list) || list.length === 0 || list.length > 6) {
    issues.push(unfit(list, 'objectives', '1 to 6 objectives', isList(list) ? { code: 'out-of-range' } : { hint: "['satisfaction']" }));
    return [];
  }
  return list.map((one, index) => {
    const path = at('objectives', index);
    const stated = isRecord(one) ? readStated(one, path, read, issues) : { outcome: readOutcome(one, path, issues), segment: 'overall' };
    checkThere(stated.outcome, path, read, issues);
    return stated;
  });
}

function readStated(one: object, path: string, { study }: ReadSearch, issues: Issue[]): StatedObjective {
  const read = readRecord<'outcome' | 'segment'>(one, path, issues, 'an outcome', ['outcome', 'segment'])!;
  const { segment = 'overall' } = read.written;
  if (typeof segment !== 'string' || placesOf(segment, study.segments).length !== 1) {
    issues.push(unknownName(read.at('segment'), segment, ['overall', ...study.segments.map(({ id }) => id)]));
  }
  return { outcome: readOutcome(read.written.outcome, read.at('outcome'), issues), segment: segment as string };
}

/** Standards, each of segments that are there. */
export function readPromises(written: unknown, key: string, read: ReadSearch, issues: Issue[]): readonly Standard[] {
  const { segments } = read.study;
  if (written === undefined) return [];
  const list = isList(written) ? written : [written];
  return list.flatMap((one, index) => {
    const path = isList(written) ? at(key, index) : key;
    const standard = readStandardAt(one, path, issues);
    if (standard === undefined) return [];
    if (!('noSegmentWorse' in standard) && placesOf(standard.segment, segments).length === 0) {
      const known = ['overall', 'each', ...segments.map(({ id }) => id)];
      issues.push(unknownName(at(path, 'segment'), standard.segment, known));
    }
    checkThere(outcomeOf(standard)[0], path, read, issues);
    return [standard];
  });
}

/** An outcome that not everybody can have is told before anybody lives for it. */
function checkThere(outcome: OutcomeName, path: string, { study, space }: ReadSearch, issues: Issue[]): void {
  if (outcome === 'value' && study.segments.some(({ returnValue }) => returnValue === undefined)) {
    issues.push({ code: 'missing', path, expected: 'a returnValue in every segment', received: 'segments without one' });
  }
  if (outcome === 'ease' && !hasEffort(space.journey)) {
    issues.push({ code: 'missing', path, expected: 'a step with effort in the journey', received: 'none' });
  }
}
