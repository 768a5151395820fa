import {
  checkEdits,
  checkSegments,
  defineSegments,
  isJourneyError,
  JourneyError,
  type Edit,
  type Issue,
  type Segment,
  type StandardInput,
} from 'peakend';
import { fromCsv, fromJson, fromMermaid, type Left } from 'peakend/formats';
import { everyone, firstStandards, type Project } from './project';
import type { Source } from './protocol';

export interface Read {
  readonly project: Project;
  readonly left: readonly Left[];
  readonly format: string;
}

/** A text as a project, by the library's own readers; what is wrong with it is a JourneyError. */
export function readSource(source: Source): Read {
  const format = source.format === 'auto' ? recognise(source.text) : source.format;
  if (format === 'mermaid') return readDiagram(source);
  if (format === 'csv') return readTable(source);
  return readJson(source.text);
}

/** JSON begins with a brace, a diagram says so, anything else should be a table. */
export function recognise(text: string): 'json' | 'csv' | 'mermaid' {
  if (/^\s*[{[]/.test(text)) return 'json';
  if (/^\s*(journey\b|```|%%|---)/m.test(text.slice(0, 2000)) && !/^[^\n]*[,;\t|]/.test(text.trimStart())) return 'mermaid';
  return 'csv';
}

function readDiagram({ text, name, scale }: Source): Read {
  const { value, left } = fromMermaid(text, { ...(name ? { name } : {}), ...(scale ? { scale } : {}), actors: 'text' });
  return { project: whole({ journey: value.journey }), left, format: 'Mermaid' };
}

function readTable({ text, name, scale }: Source): Read {
  const { value, left } = fromCsv(text, { name: name || 'Journey', ...(scale ? { scale } : {}) });
  return { project: whole({ journey: value }), left, format: 'CSV' };
}

function readJson(text: string): Read {
  const data = parsed(text);
  if (typeof data !== 'object' || data === null || !('journey' in data)) {
    const { value, left } = fromJson(text);
    return { project: whole({ journey: value }), left, format: 'JSON' };
  }
  return readProject(data as Record<string, unknown>);
}

/** Undefined where it is no JSON: `fromJson` then says where it slips. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A file of the playground: a journey with segments, standards and edits beside it. */
function readProject(data: Record<string, unknown>): Read {
  const { value: journey, left } = under('journey', () => fromJson(JSON.stringify(data['journey'])));
  const issues: Issue[] = [];
  for (const key of Object.keys(data)) {
    if (!['playground', 'journey', 'segments', 'standards', 'edits'].includes(key))
      issues.push(fault('unknown-key', key, 'one of journey, segments, standards, edits', key));
  }
  if (data['playground'] !== undefined && data['playground'] !== 1)
    issues.push(fault('out-of-range', 'playground', 'version 1', JSON.stringify(data['playground'])));
  const segments = data['segments'] === undefined ? everyone : data['segments'];
  issues.push(...checkSegments(segments).map((issue) => ({ ...issue, path: `segments${issue.path}` })));
  const edits = data['edits'] ?? [];
  issues.push(...checkEdits(edits, journey));
  const standards = data['standards'] ?? [];
  if (!Array.isArray(standards)) issues.push(fault('invalid-type', 'standards', 'a list of standards', typeof standards));
  if (issues.length > 0) throw new JourneyError(issues);
  return {
    project: whole({
      journey,
      segments: defineSegments(segments as readonly Segment[]),
      standards: standards as readonly StandardInput[],
      edits: edits as readonly Edit[],
    }),
    left,
    format: 'JSON',
  };
}

function whole(given: Pick<Project, 'journey'> & Partial<Project>): Project {
  return { segments: everyone, standards: firstStandards, edits: [], ...given };
}

function fault(code: Issue['code'], path: string, expected: string, received: string): Issue {
  return { code, severity: 'wrong', path, keys: [path], expected, received };
}

/** Faults of a part are told at its place in the whole. */
function under<Value>(path: string, read: () => Value): Value {
  try {
    return read();
  } catch (error) {
    if (!isJourneyError(error)) throw error;
    throw new JourneyError(error.issues.map((issue) => ({ ...issue, path: issue.path === '' ? path : `${path}.${issue.path}` })));
  }
}
