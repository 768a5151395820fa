import type { Issue } from '../errors/issue';
import { JourneyError } from '../errors/journey-error';
import { at, unfit } from '../errors/wording';
import { isList, peek } from '../plain/plain-object';
import { reading, type Reading } from '../plain/reading';
import type { Edit } from '../redesign/types';
import { checkResult } from '../results/check-result';
import { variantNames } from '../results/order';
import type { Comparison, Simulation } from '../results/types';
import { wordsOf } from '../words/display';
import { readProposals } from '../worth/read-proposals';
import type { Exhibit } from './evidence';
import type { ReportPicture } from './report-blocks';

/** What a report is made from, once it has been read. */
export interface ReadReport {
  readonly about: Simulation | Comparison | { readonly kind: string };
  readonly title: string | undefined;
  readonly subtitle: string | undefined;
  readonly proposals: ReadonlyMap<string, readonly Edit[]>;
  readonly exhibits: readonly Exhibit[];
}

const optionNames = ['title', 'subtitle', 'proposals', 'evidence'] as const;
type Options = Reading<(typeof optionNames)[number]>;
const mostExhibits = 100;
const mostCharacters = 5_000_000;

export function readReport(what: unknown, options: unknown): ReadReport {
  const read = reading(options, optionNames, { path: 'options', asTheyAre: ['evidence', 'proposals'] });
  const title = read.text('title');
  const subtitle = read.text('subtitle');
  const about = readAbout(what);
  const proposals = proposalsIn(read, about);
  const exhibits = readEvidence(read);
  read.finish();
  return { about, title, subtitle, proposals, exhibits };
}

function readAbout(what: unknown): ReadReport['about'] {
  const kind = peek(what, 'kind');
  if (kind === 'simulation' || kind === 'comparison') return checkResult(what, 'what');
  if (typeof kind === 'string' && wordsOf(what) !== undefined) return what as { kind: string };
  throw new JourneyError([unfit(what, 'what', 'a result as it was returned; one of simulate or compare also as read back from JSON')]);
}

function proposalsIn(read: Options, about: ReadReport['about']): ReadReport['proposals'] {
  if (!read.has('proposals')) return new Map();
  if (about.kind !== 'comparison') {
    read.fault('proposals', 'a comparison to tell them of', { code: 'conflict' });
    return new Map();
  }
  return readProposals(read.written.proposals, variantNames(about as Comparison), 'proposals', read.issues);
}

function readEvidence(read: Options): Exhibit[] {
  const list = read.written.evidence;
  if (list === undefined) return [];
  if (!isList(list) || list.length > mostExhibits) {
    read.fault('evidence', `a list of at most ${mostExhibits} results and pictures`);
    return [];
  }
  return Array.from(list, (each, index) => readExhibit(each, at('evidence', index), read.issues)).filter((each) => each !== undefined);
}

function readExhibit(value: unknown, path: string, issues: Issue[]): Exhibit | undefined {
  const kind = peek(value, 'kind');
  const svg = peek(value, 'svg');
  if (svg !== undefined) return readPicture(value, path, issues);
  if (kind === 'simulation' || kind === 'comparison') {
    try {
      return { result: checkResult(value, path) };
    } catch (error) {
      if (!(error instanceof JourneyError)) throw error;
      issues.push(...error.issues);
      return undefined;
    }
  }
  if (typeof kind === 'string' && wordsOf(value) !== undefined) return { result: value as { kind: string } };
  issues.push(unfit(value, path, 'a result as it was returned, or a picture with title, description and svg'));
  return undefined;
}

function readPicture(value: unknown, path: string, issues: Issue[]): Exhibit | undefined {
  const text = (key: keyof ReportPicture): string => {
    const found = peek(value, key);
    if (typeof found === 'string' && found.length <= mostCharacters) return found;
    issues.push(unfit(found, at(path, key), `a text of at most ${mostCharacters} characters`));
    return '';
  };
  const picture = { title: text('title'), description: text('description'), svg: text('svg') };
  if (picture.svg !== '' && !/<svg[\s>]/.test(picture.svg)) issues.push(unfit(picture.svg, at(path, 'svg'), 'an SVG document'));
  return { picture };
}
