import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { libraryVersion } from '../../src/version';
import { importCircles, reachedFrom, readSourceTree } from './source-tree';

/** Data goes one way: a room imports only from itself and from rooms before it. */
const rooms = [
  ...[
    'words',
    'errors',
    'plain',
    'numerics',
    'random',
    'distributions',
    'statistics',
    'model',
    'journey',
    'redesign',
    'sampling',
    'experience',
    'summary',
  ],
  ...['results', 'simulation', 'comparison', 'sharding', 'explain', 'experiment', 'waterfall', 'robustness', 'planning', 'standards'],
  'ribbon',
];

/** Rooms behind an entry of their own, in order: they may use any room above, and nobody but their entry uses them. */
const behind: Record<string, readonly string[]> = {
  arbitraries: ['arbitraries'],
  data: ['tables', 'recordings', 'fitting', 'logs', 'surveys', 'watching'],
  formats: ['formats'],
  charts: ['charts'],
  decide: ['worth', 'portfolio', 'drivers', 'search'],
  report: ['report'],
  workers: ['elsewhere', 'workers'],
};
/** Entries that draw or tell what other entries found may use the rooms of those as well. */
const builtOn: Record<string, readonly string[]> = {
  charts: ['data', 'decide'],
  report: ['data', 'charts', 'decide'],
  workers: ['decide'],
};
const ownEntries = Object.values(behind).flat();

/** What each room may take from outside; the main entry is bundled, so each name costs every user its bytes. */
const allowedOutside: Record<string, readonly string[]> = {
  random: ['seedrandom/lib/alea'],
  journey: ['zod/mini'],
  redesign: ['zod/mini', 'immer'],
  arbitraries: ['fast-check'],
  fitting: ['ml-matrix'],
  surveys: ['ml-matrix'],
  watching: ['ml-matrix'],
  formats: ['papaparse', 'saxes'],
};

const longestFile = 300;
/** Longer files, each with its reason. */
const allowedLonger: Record<string, { lines: number; because: string }> = {};

const tree = readSourceTree();
const files = [...tree.values()];
const rank = (room: string) => (ownEntries.includes(room) ? rooms.length : rooms.indexOf(room));

describe('the rooms of src', () => {
  it('are those in the list, so that each has its place in the order', () => {
    const found = new Set(files.flatMap(({ room }) => room ?? []));
    expect([...found].sort()).toEqual([...rooms, ...ownEntries].sort());
  });

  it('are told in the same order on the page about them', () => {
    const page = readFileSync(new URL('../../docs/architecture.md', import.meta.url), 'utf8');
    expect(Array.from(page.matchAll(/^\| `(\w+)` \|/gm), ([, room]) => room)).toEqual([...rooms, ...ownEntries]);
  });

  it('import only from themselves and the rooms before them', () => {
    const backwards = files.flatMap(({ path, room, imports }) =>
      room === undefined
        ? []
        : imports.filter((target) => !allowedTarget(room, target, tree.get(target)?.room)).map((target) => `${path} > ${target}`),
    );
    expect(backwards).toEqual([]);
  });

  it('have no import circles between files', () => {
    expect(importCircles(tree)).toEqual([]);
  });

  it('import only files that exist', () => {
    expect(
      files.flatMap(({ path, imports }) => imports.filter((target) => !tree.has(target)).map((target) => `${path} > ${target}`)),
    ).toEqual([]);
  });

  it('have no inner index files: a thing is imported from the file that defines it', () => {
    expect(files.filter(({ path, room }) => room !== undefined && /(^|\/)index\.ts$/.test(path)).map(({ path }) => path)).toEqual([]);
  });

  it('take from outside only what each room may', () => {
    const foreign = files.flatMap(({ path, room, outside }) =>
      outside.filter((name) => !(allowedOutside[room ?? ''] ?? []).includes(name)).map((name) => `${path} > ${name}`),
    );
    expect(foreign).toEqual([]);
  });

  it(`hold one idea per file: at most ${longestFile} lines`, () => {
    const long = files.flatMap(({ path, text }) => {
      const lines = text.split('\n').length - 1;
      return lines > (allowedLonger[path]?.lines ?? longestFile) ? [`${path}: ${lines} lines`] : [];
    });
    expect(long).toEqual([]);
  });
});

describe('the entries', () => {
  it('are the only files at the top of src, beside the version', () => {
    const tops = files.filter(({ room }) => room === undefined).map(({ path }) => path.replace(/\.ts$/, ''));
    const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { exports: object };
    const published = Object.keys(manifest.exports)
      .filter((key) => !key.endsWith('.json'))
      .map((key) => (key === '.' ? 'index' : key.slice(2)));
    expect(tops.filter((name) => name !== 'version').sort()).toEqual(published.sort());
  });

  it('keep fast-check, Node and the separate rooms out of the main entry', () => {
    const reached = [...reachedFrom('index.ts', tree)];
    expect(reached.length).toBeGreaterThan(20);
    expect(reached.filter((path) => ownEntries.includes(tree.get(path)?.room ?? ''))).toEqual([]);
    expect(
      reached.flatMap((path) => tree.get(path)?.outside ?? []).filter((name) => /^(node:|fast-check|seedrandom$|zod$)/.test(name)),
    ).toEqual([]);
  });

  it('record the version that package.json states', () => {
    const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string };
    expect(libraryVersion).toBe(manifest.version);
  });
});

function allowedTarget(room: string, target: string, targetRoom: string | undefined): boolean {
  if (target === 'version.ts') return true;
  if (targetRoom === undefined) return false;
  if (targetRoom === room) return true;
  const [entry, own] = Object.entries(behind).find(([, rooms]) => rooms.includes(room)) ?? ['', []];
  if (own.includes(targetRoom)) return own.indexOf(targetRoom) < own.indexOf(room);
  if ((builtOn[entry] ?? []).some((name) => behind[name]?.includes(targetRoom))) return true;
  return !ownEntries.includes(targetRoom) && rank(targetRoom) < rank(room);
}
