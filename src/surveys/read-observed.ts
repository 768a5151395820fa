import type { Issue } from '../errors/issue';
import { unknownName } from '../errors/unknown-name';
import { at, unfit } from '../errors/wording';
import { guardAt } from '../plain/guard-plain';
import { readRecord } from '../plain/reading';
import { figureNames, type FigureName, type ObservedAnswers, type ObservedFigures } from './observed-types';

/** The least and the most each figure can be, and under which key it stands. */
const shapes = {
  csat: { value: 'mean', min: 1, max: 5, mostSd: 2.1 },
  satisfied: { value: 'share', min: 0, max: 1, mostSd: undefined },
  recommendation: { value: 'mean', min: 0, max: 10, mostSd: 5.3 },
  nps: { value: 'value', min: -100, max: 100, mostSd: 142 },
  returned: { value: 'share', min: 0, max: 1, mostSd: undefined },
} as const satisfies Record<FigureName, { value: string; min: number; max: number; mostSd: number | undefined }>;

/** A measured figure, whatever it is called. */
export interface Figure {
  readonly value: number;
  readonly n: number;
  readonly sd: number | undefined;
}

/** Measured figures by the number of the segment; −1 for everybody. */
export type ReadFigures = ReadonlyMap<number, { readonly [Name in FigureName]?: Figure }>;

/** Measured figures of a study with these segments; faults go to `issues`. */
export function readObserved(given: unknown, ids: readonly string[], path: string, issues: Issue[]): ReadFigures {
  const read: Map<number, { [Name in FigureName]?: Figure }> = new Map();
  const known = ['overall', ...ids];
  const expected = `an object with what was measured by segment: ${known.slice(0, 12).join(', ')}`;
  if (given === undefined) {
    issues.push(unfit(given, path, expected));
    return read;
  }
  const before = issues.length;
  const all = readRecord<keyof ObservedAnswers & string>(guardAt(given, path), path, issues, expected);
  if (all === undefined) return read;
  for (const id of Object.keys(all.written)) {
    if (!known.includes(id)) issues.push(unknownName(at(path, id), id, known));
    else read.set(ids.indexOf(id), readFigures(all.written[id], all.at(id), issues));
  }
  const some = [...read.values()].some((figures) => Object.keys(figures).length > 0);
  if (!some && issues.length === before) {
    issues.push({ code: 'missing', path, expected: `at least one of ${figureNames.join(', ')}`, received: 'none' });
  }
  return read;
}

function readFigures(given: unknown, path: string, issues: Issue[]): { [Name in FigureName]?: Figure } {
  const figures: { [Name in FigureName]?: Figure } = {};
  const read = readRecord<keyof ObservedFigures>(given, path, issues, `an object with ${figureNames.join(', ')}`, figureNames);
  if (read === undefined) return figures;
  for (const name of figureNames) {
    if (!read.has(name)) continue;
    const { value, min, max, mostSd } = shapes[name];
    const keys = mostSd === undefined ? [value, 'n'] : [value, 'n', 'sd'];
    const hint = `write { ${value}: …, n: … }: without the number of people nobody knows how sure it is`;
    const own = readRecord<'n' | 'sd' | 'mean' | 'share' | 'value'>(
      read.written[name],
      read.at(name),
      issues,
      `an object with ${keys.join(', ')}`,
      keys as ('n' | 'sd')[],
      hint,
    );
    if (own === undefined) continue;
    const found = own.needed(value, { min, max });
    const n = own.needed('n', { min: 2, max: 1e12, what: 'a number of people' });
    const sd = mostSd === undefined ? undefined : own.number('sd', { min: 0, max: mostSd });
    if (found !== undefined && n !== undefined) figures[name] = { value: found, n, sd };
  }
  return figures;
}
