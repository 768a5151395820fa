import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** One file of src, its path written from src with slashes. */
export interface SourceFile {
  readonly path: string;
  /** The folder under src it stands in; none for an entry. */
  readonly room: string | undefined;
  readonly text: string;
  /** Files of src it imports. */
  readonly imports: readonly string[];
  /** Everything else it imports, as written. */
  readonly outside: readonly string[];
}

export function readSourceTree(): ReadonlyMap<string, SourceFile> {
  const paths = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.ts'))
    .sort();
  return new Map(paths.map((path) => [path, readSourceFile(path, new Set(paths))]));
}

function readSourceFile(path: string, known: ReadonlySet<string>): SourceFile {
  const text = readFileSync(join(root, 'src', path), 'utf8');
  const imports: string[] = [];
  const outside: string[] = [];
  for (const { fileName } of ts.preProcessFile(text, true, true).importedFiles) {
    if (!fileName.startsWith('.')) {
      outside.push(fileName);
      continue;
    }
    const target = posix.join(dirname(path), fileName);
    imports.push([target, `${target}.ts`, `${target}.d.ts`, `${target}/index.ts`].find((name) => known.has(name)) ?? target);
  }
  return { path, room: path.includes('/') ? path.slice(0, path.indexOf('/')) : undefined, text, imports, outside };
}

/** Everything reached from a file over imports, the file included. */
export function reachedFrom(entry: string, tree: ReadonlyMap<string, SourceFile>): ReadonlySet<string> {
  const reached = new Set([entry]);
  for (const path of reached) for (const next of tree.get(path)?.imports ?? []) reached.add(next);
  return reached;
}

/** Import circles, each named by its files in order; empty when there is none. */
export function importCircles(tree: ReadonlyMap<string, SourceFile>): string[] {
  const state = new Map<string, 'open' | 'done'>();
  const circles: string[] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    if (state.get(path) === 'done') return;
    if (state.get(path) === 'open') {
      circles.push([...trail.slice(trail.indexOf(path)), path].join(' > '));
      return;
    }
    state.set(path, 'open');
    for (const next of tree.get(path)?.imports ?? []) visit(next, [...trail, path]);
    state.set(path, 'done');
  };
  for (const path of tree.keys()) visit(path, []);
  return circles;
}
