import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, inject, it } from 'vitest';
import { isDocumented, readDeclarations, unexportedTypes, writtenFields } from './declarations';

const installed = join(inject('consumer'), 'node_modules/peakend');
const { exports: published } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')) as {
  exports: Record<string, { import?: { types: string } }>;
};
const entries = Object.fromEntries(
  Object.entries(published).flatMap(([entry, { import: esm }]) => (esm === undefined ? [] : [[entry, join(installed, esm.types)]])),
);
const declarations = readDeclarations(entries);
const written = writtenFields(declarations);

describe('the declarations', () => {
  it('export every type they speak of, so that whoever wraps a function can name what it takes and gives', () => {
    expect(unexportedTypes(declarations)).toEqual([]);
  });

  it('say of every name what it is', () => {
    const bare = declarations.exports.filter(({ symbol }) => !isDocumented(symbol, declarations.checker));
    expect(bare.map(({ entry, name }) => `${entry} ${name}`)).toEqual([]);
  });

  it('know what people write', () => {
    const names = written.map(({ name }) => name);
    expect(names.length).toBeGreaterThan(500);
    for (const name of [
      'InteractionInput.duration',
      'WaitConditionsInput.tolerance',
      'SegmentInput.patience',
      'SplitEdit.parts',
      'Pert.mode',
    ])
      expect(names).toContain(name);
  });

  it('say of every field people write what it is', () => {
    expect(written.filter(({ words }) => words === '').map(({ name }) => name)).toEqual([]);
  });

  it('say of every field that may be left out what stands instead', () => {
    const silent = written.filter(({ words, isOptional }) => isOptional && !/default|instead of|only/i.test(words));
    expect(silent.map(({ name, words }) => `${name}: ${words}`)).toEqual([]);
  });

  it('let every field that may be left out be undefined, as a form has it', () => {
    expect(written.filter(({ isOptional, takesUndefined }) => isOptional && !takesUndefined).map(({ name }) => name)).toEqual([]);
  });

  it('say of every number what it may be', () => {
    const silent = written.filter(({ words, isNumber }) => isNumber && !/\d|any number|in the outcome/i.test(words));
    expect(silent.map(({ name, words }) => `${name}: ${words}`)).toEqual([]);
  });
});

/** What an editor shows where the mouse is over the last word before `|` in a program. */
function hover(marked: string): string {
  const place = marked.indexOf('|') - 1;
  const text = marked.replace('|', '');
  const file = join(inject('consumer'), 'hover.ts');
  const options: ts.CompilerOptions = {
    strict: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    types: [],
  };
  const service = ts.createLanguageService({
    getCompilationSettings: () => options,
    getScriptFileNames: () => [file],
    getScriptVersion: () => '1',
    getScriptSnapshot: (name) => {
      const found = name === file ? text : ts.sys.readFile(name);
      return found === undefined ? undefined : ts.ScriptSnapshot.fromString(found);
    },
    getCurrentDirectory: () => inject('consumer'),
    getDefaultLibFileName: (settings) => ts.getDefaultLibFilePath(settings),
    fileExists: (name) => name === file || ts.sys.fileExists(name),
    readFile: ts.sys.readFile,
    directoryExists: ts.sys.directoryExists,
    getDirectories: ts.sys.getDirectories,
  });
  return ts.displayPartsToString(service.getQuickInfoAtPosition(file, place)?.documentation);
}

const start = `import { addChoice, compare, defineJourney, defineSegments, insert, simulate, update } from 'peakend';
import type { Edit } from 'peakend';
`;

describe('hovering in an editor', () => {
  it.each([
    ['a duration', `defineJourney({ name: 'a', interactions: [{ id: 'a', duration|: 60 }] });`, 'seconds, 0…1e11'],
    [
      'a tolerance',
      `defineJourney({ name: 'a', interactions: [{ id: 'a', kind: 'wait', duration: 60, wait: { tolerance|: 60 } }] });`,
      '20 s',
    ],
    ['a failure', `insert({ id: 'a', duration: 60, failure: { probability: 0.1, affect|: -2 } }, { to: 'end' });`, '−20…0'],
    ['an option', `addChoice('a', [{ id: 'b', duration|: 60 }]);`, 'seconds, 0…1e11'],
    ['a promise', `defineJourney({ name: 'a', promise|: '5 min', interactions: [] });`, 'nothing was promised'],
    ['a change', `update('a', { duration|: 60 });`, 'seconds, 0…1e11'],
    ['an edit', `const edit: Edit = { edit: 'scaleDuration', id: 'a', factor|: 2 };`, 'above 0'],
    ['a segment', `defineSegments([{ id: 'a', share: 1, patience|: 60 }]);`, 'never leaves'],
    [
      'a segment within a study',
      `simulate({ journey: { name: 'a', interactions: [] }, segments: [{ id: 'a', share: 1, returnValue|: 3 }] });`,
      'any currency',
    ],
    [
      'a response',
      `simulate({ journey: { name: 'a', interactions: [] }, segments: [{ id: 'a', responses: { '*': { affectShift|: 3 } } }] });`,
      '−20…20',
    ],
    [
      'a setting of the model',
      `compare({ baseline: { name: 'a', interactions: [] }, variants: {}, model: { time: { beta|: 0.8 } } });`,
      '0.6–1',
    ],
    ['a variant', `compare({ baseline: { name: 'a', interactions: [] }, variants|: {} });`, 'names of your own'],
  ])('over %s tells its unit, range or default', (_, program, words) => {
    expect(hover(start + program)).toContain(words);
  });
});
