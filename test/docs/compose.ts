import ts from 'typescript';
import type { Snippet } from './snippet';

/**
 * The blocks of a snippet as one program in which every line has the number it has in the documentation. All imports move to the first line,
 * said once each; every block but the first is nested in the one before, so that it sees earlier names and may declare them anew.
 */
export function compose(snippet: Snippet): string {
  const imports = new Set<string>();
  const lines: string[] = [''];
  const put = (line: number, text: string): void => {
    while (lines.length <= line) lines.push('');
    lines[line] += text;
  };
  snippet.blocks.forEach((block, index) => {
    if (index > 0) put(block.line - 1, '{');
    liftImports(block.code, imports)
      .split('\n')
      .forEach((text, offset) => put(block.line + offset, text));
  });
  put(lines.length, '}'.repeat(snippet.blocks.length - 1));
  const head = [...imports, 'export {};'].join(' ');
  return `${head}${lines.slice(1).join('\n')}\n`;
}

/** The code with its imports blanked out, each of which is put, one name at a time, into `imports`. */
function liftImports(code: string, imports: Set<string>): string {
  let rest = code;
  for (const statement of ts.createSourceFile('block.ts', code, ts.ScriptTarget.ESNext).statements) {
    if (!ts.isImportDeclaration(statement)) continue;
    for (const piece of importPieces(statement)) imports.add(piece);
    const text = code.slice(statement.pos, statement.end);
    rest = rest.slice(0, statement.pos) + text.replace(/[^\n]/g, ' ') + rest.slice(statement.end);
  }
  return rest;
}

function importPieces({ importClause: clause, moduleSpecifier }: ts.ImportDeclaration): string[] {
  const from = `'${(moduleSpecifier as ts.StringLiteral).text}';`;
  if (clause === undefined) return [`import ${from}`];
  const type = clause.phaseModifier === ts.SyntaxKind.TypeKeyword ? 'type ' : '';
  const pieces = clause.name === undefined ? [] : [`import ${type}${clause.name.text} from ${from}`];
  const bindings = clause.namedBindings;
  if (bindings === undefined) return pieces;
  if (ts.isNamespaceImport(bindings)) return [...pieces, `import ${type}* as ${bindings.name.text} from ${from}`];
  for (const { isTypeOnly, propertyName, name } of bindings.elements) {
    const renamed = propertyName === undefined ? name.text : `${propertyName.text} as ${name.text}`;
    pieces.push(isTypeOnly || type !== '' ? `import type { ${renamed} } from ${from}` : `import { ${renamed} } from ${from}`);
  }
  return pieces;
}
