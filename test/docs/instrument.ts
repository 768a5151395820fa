import ts from 'typescript';
import type { Snippet } from './snippet';

/**
 * A composed program as a JavaScript module that compares what the documentation says. Where a statement is followed by `// value` the
 * statement becomes a call of a watcher (watch.mjs); every other statement is preceded by one that notes its line.
 */
export function instrument(program: string, { blocks }: Snippet): string {
  const source = ts.createSourceFile('snippet.ts', program, ts.ScriptTarget.ESNext, true);
  const edits: { at: number; until: number; text: string }[] = [];

  const visit = (statements: readonly ts.Statement[]): void => {
    for (const statement of statements) {
      if (ts.isImportDeclaration(statement) || ts.isExportDeclaration(statement)) continue;
      const start = statement.getStart();
      const line = source.getLineAndCharacterOfPosition(start).line + 1;
      const said = trailingComment(program, statement.end);
      const declared = declaredName(statement);
      if (ts.isBlock(statement)) visit(statement.statements);
      else if (said !== undefined && ts.isExpressionStatement(statement)) {
        const whole = statement.expression.getText();
        const print = /^console\.(log|info)\(/.test(whole);
        edits.push({
          at: start,
          until: statement.end,
          text: `await docsWatch.${print ? 'printed' : 'value'}(${line}, ${JSON.stringify(said)}, async () => (${whole}));`,
        });
      } else {
        edits.push({ at: start, until: start, text: `docsWatch.at(${line});` });
        if (said?.startsWith('→') && declared !== undefined) {
          const text = ` await docsWatch.value(${line}, ${JSON.stringify(said)}, async () => ${declared});`;
          edits.push({ at: statement.end, until: statement.end, text });
        }
      }
    }
  };
  visit(source.statements);

  let text = program;
  for (const { at, until, text: put } of edits.sort((a, b) => b.at - a.at || b.until - a.until)) {
    text = text.slice(0, at) + put + text.slice(until);
  }
  const { outputText } = ts.transpileModule(`import * as docsWatch from 'docs-watch';${withOutputs(text, blocks)}`, {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, verbatimModuleSyntax: true },
  });
  return outputText;
}

/** Compares a block's whole output where it is written down: on the line below the block's code, which is its closing fence. */
function withOutputs(program: string, blocks: Snippet['blocks']): string {
  const lines = program.split('\n');
  for (const { line, code, output } of blocks) {
    lines[line - 1] = `docsWatch.beginBlock();${lines[line - 1]}`;
    if (output === undefined) continue;
    const end = line - 1 + code.split('\n').length;
    while (lines.length <= end) lines.push('');
    lines[end] = `docsWatch.output(${output.line}, ${JSON.stringify(output.text)});${lines[end]}`;
  }
  return lines.join('\n');
}

/** What stands behind a statement on its last line: a comment's words, without the slashes. */
function trailingComment(program: string, end: number): string | undefined {
  const [comment] = ts.getTrailingCommentRanges(program, end) ?? [];
  if (comment === undefined || comment.kind !== ts.SyntaxKind.SingleLineCommentTrivia) return undefined;
  return program.slice(comment.pos + 2, comment.end).trim();
}

function declaredName(statement: ts.Statement): string | undefined {
  if (!ts.isVariableStatement(statement)) return undefined;
  const name = statement.declarationList.declarations.at(-1)?.name;
  return name !== undefined && ts.isIdentifier(name) ? name.text : undefined;
}
