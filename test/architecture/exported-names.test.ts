import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const entryFile = (name: string) => fileURLToPath(new URL(`../../src/${name}.ts`, import.meta.url));
const entries = ['index', 'arbitraries', 'charts', 'data', 'decide', 'formats', 'matchers', 'report', 'worker', 'workers'];
const program = ts.createProgram({
  rootNames: entries.map(entryFile),
  options: {
    strict: true,
    noEmit: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
  },
});

/** Names that two lines of a file export, for two different things: the compiler takes one of them and says nothing. */
function shadowedNames(file: ts.SourceFile, checker: ts.TypeChecker): string[] {
  const from = new Map<string, { line: string; symbol: ts.Symbol }>();
  const shadowed: string[] = [];
  const add = (name: string, given: ts.Symbol, line: string): void => {
    const symbol = (given.flags & ts.SymbolFlags.Alias) === 0 ? given : checker.getAliasedSymbol(given);
    const other = from.get(name);
    if (other === undefined) from.set(name, { line, symbol });
    else if (other.symbol !== symbol) shadowed.push(`${name}: ${other.line} and ${line}`);
  };
  for (const statement of file.statements) {
    if (!ts.isExportDeclaration(statement)) continue;
    const line = statement.moduleSpecifier?.getText() ?? statement.getText();
    if (statement.exportClause !== undefined && ts.isNamedExports(statement.exportClause)) {
      for (const { name } of statement.exportClause.elements) add(name.text, checker.getSymbolAtLocation(name)!, line);
    } else if (statement.moduleSpecifier !== undefined) {
      const module = checker.getSymbolAtLocation(statement.moduleSpecifier)!;
      for (const symbol of checker.getExportsOfModule(module)) add(symbol.name, symbol, line);
    }
  }
  return shadowed;
}

describe('what an entry exports', () => {
  it.each(entries)('%s exports no name twice, for a star says nothing of what hides behind a name', (entry) => {
    expect(shadowedNames(program.getSourceFile(entryFile(entry))!, program.getTypeChecker())).toEqual([]);
  });

  it.each(['Edit', 'Distribution'])('index exports the type of every %s, for users name what they hold', (union) => {
    const checker = program.getTypeChecker();
    const exported = checker.getExportsOfModule(checker.getSymbolAtLocation(program.getSourceFile(entryFile('index'))!)!);
    const targets = new Map(
      exported.map((symbol) => [symbol.name, symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol]),
    );
    const { types } = checker.getDeclaredTypeOfSymbol(targets.get(union)!) as ts.UnionType;
    expect(types.length).toBeGreaterThan(10);
    expect(types.map(({ symbol }) => symbol.name).filter((name) => !targets.has(name))).toEqual([]);
  });

  it('would be told where a name did stand for two things', () => {
    const files = { '/a.ts': 'export interface Progress { a: 1 }', '/b.ts': 'export interface Progress { b: 1 }' };
    const text = "export type * from './a';\nexport type { Progress } from './b';";
    const host = ts.createCompilerHost({});
    const read = (name: string): string | undefined => (name === '/c.ts' ? text : files[name as keyof typeof files]);
    const small = ts.createProgram({
      rootNames: ['/c.ts'],
      options: { noLib: true, moduleResolution: ts.ModuleResolutionKind.Bundler, module: ts.ModuleKind.ESNext },
      host: {
        ...host,
        fileExists: (name) => read(name) !== undefined,
        readFile: read,
        getSourceFile: (name, version) => {
          const found = read(name);
          return found === undefined ? undefined : ts.createSourceFile(name, found, version);
        },
      },
    });
    expect(shadowedNames(small.getSourceFile('/c.ts')!, small.getTypeChecker())).toHaveLength(1);
  });
});
