import type { Issue } from '../errors/issue';
import { at, quote, unfit } from '../errors/wording';
import { throwIssues } from '../plain/issues-error';
import { isList, openAt } from '../plain/plain-object';
import { prefixIssues } from '../plain/prefix-issues';
import { reading } from '../plain/reading';
import { checkStudy, openInput, type ResolvedStudy } from '../simulation/read-study';
import { readStandardAt } from '../standards/read-standards';
import type { Standard } from '../standards/types';

/** One journey with its own study. */
export interface ReadEntry {
  readonly name: string;
  readonly study: ResolvedStudy;
  readonly people: number;
  readonly target: number | undefined;
  readonly standards: readonly Standard[];
}

export interface ReadPortfolio {
  readonly entries: readonly ReadEntry[];
  readonly target: number | undefined;
}

const entryKeys = ['journey', 'people', 'segments', 'standards', 'target'] as const;
/** What a study may say, but that each journey says itself, or that nobody asks for. */
const elsewhere = ['keep', 'until', 'outcomes', 'population'] as const;
const mostJourneys = 1_000;
const defaultCustomers = 5_000;
const points = { min: 0, max: 100, what: 'points of satisfaction' };

export function readPortfolio(given: unknown): ReadPortfolio {
  const issues: Issue[] = [];
  const { journeys, target: wanted, ...study }: Record<string, unknown> = openInput(given, ['journeys', 'target']);
  const read = reading({ target: wanted }, ['target']);
  const target = read.number('target', points);
  issues.push(...read.issues);
  for (const key of elsewhere) {
    if (study[key] === undefined) continue;
    const hint = key === 'population' ? { hint: 'say people of each journey' } : {};
    issues.push({ code: 'unknown-key', path: key, expected: 'nothing here', received: quote(study[key]), ...hint });
    delete study[key];
  }
  const named = openAt(journeys, 'journeys', 'journeys by name, each with journey and people', issues) ?? {};
  const names = Object.keys(named);
  if (issues.length === 0 && (names.length === 0 || names.length > mostJourneys))
    issues.push(unfit(named, 'journeys', `1 to ${mostJourneys} journeys by name`));
  const entries = names.slice(0, mostJourneys).map((name) => readEntry(name, named[name], study, issues));
  throwIssues(issues);
  return { entries: entries as ReadEntry[], target };
}

function readEntry(name: string, written: unknown, shared: Readonly<Record<string, unknown>>, issues: Issue[]): ReadEntry | undefined {
  const path = at('journeys', name);
  const fields = openAt(written, path, 'an object with journey and people', issues);
  if (fields === undefined) return undefined;
  const read = reading(fields, entryKeys, { path, under: path, asTheyAre: ['journey', 'segments', 'standards'] });
  const people = read.needed('people', { min: 0, max: 1e12, what: 'a number of people' });
  const target = read.number('target', points);
  const own: Issue[] = [];
  const settings = { customers: defaultCustomers, ...shared, ...(read.has('segments') ? { segments: read.written.segments } : {}) };
  const study = checkStudy(settings, [{ path: 'journey', value: read.written.journey }], [], own);
  const standards = readOwn(read.written.standards, read.at('standards'), read.issues);
  issues.push(...read.issues, ...prefixIssues(own, path));
  return study === undefined || people === undefined ? undefined : { name, study, people, target, standards };
}

function readOwn(written: unknown, path: string, issues: Issue[]): readonly Standard[] {
  if (written === undefined) return [];
  if (isList(written)) return written.flatMap((one, index) => readStandardAt(one, at(path, index), issues) ?? []);
  issues.push(unfit(written, path, 'a list of standards'));
  return [];
}
