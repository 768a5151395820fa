import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { readSourceTree } from './source-tree';

/** The functions of Math that every engine must round the same way. eslint.config.js forbids the others by name; this allows only these. */
const exactMath = new Set('abs ceil clz32 floor fround imul max min round sign sqrt trunc'.split(' '));

/** Names that would make a result depend on the engine, the machine, the place or the moment. */
const unsteady = new Set('Date Intl performance crypto process document window navigator globalThis eval Function fetch'.split(' '));

const unsteadyMembers = /^(toLocale\w*|localeCompare|normalize)$/;

/** What may be used all the same, with the reason. */
const harmless: Readonly<Record<string, string>> = {
  'errors/alike.ts normalize': 'only decides whether ids are refused: no number of a result comes from it',
};

const sources = [...readSourceTree().values()]
  .filter(({ path }) => !path.startsWith('workers/') && !path.endsWith('.d.ts'))
  .map(({ path, text }) => ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true));

describe('results are the same bits on every engine: src uses', () => {
  it('only the exactly rounded functions of Math', () => {
    expect(findAll((node) => (isName(node, 'Math') && !isExactMath(node) ? `Math in \`${node.parent.getText()}\`` : undefined))).toEqual(
      [],
    );
  });

  it('no power operator', () => {
    const powers = [ts.SyntaxKind.AsteriskAsteriskToken, ts.SyntaxKind.AsteriskAsteriskEqualsToken];
    expect(findAll((node) => (powers.includes(node.kind) ? node.parent.getText() : undefined))).toEqual([]);
  });

  it('no clock, locale, global state or evaluated text', () => {
    const unsteadyUse = (node: ts.Node, path: string): string | undefined => {
      if (!ts.isIdentifier(node)) return undefined;
      if (ts.isPropertyAccessExpression(node.parent) && node.parent.name === node) {
        const isHarmless = `${path} ${node.text}` in harmless;
        return unsteadyMembers.test(node.text) && !isHarmless ? node.parent.getText() : undefined;
      }
      return unsteady.has(node.text) && isValue(node) && !declaresItself(node) ? node.parent.getText() : undefined;
    };
    expect(findAll(unsteadyUse)).toEqual([]);
  });
});

/** Every finding in src, with where it stands. */
function findAll(inspect: (node: ts.Node, path: string) => string | undefined): string[] {
  const found: string[] = [];
  for (const source of sources) {
    const path = source.fileName;
    const visit = (node: ts.Node): void => {
      const finding = inspect(node, path);
      if (finding !== undefined) found.push(`${path}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1} ${finding}`);
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return found;
}

function isName(node: ts.Node, name: string): boolean {
  return ts.isIdentifier(node) && node.text === name && !(ts.isPropertyAccessExpression(node.parent) && node.parent.name === node);
}

function isExactMath(node: ts.Node): boolean {
  const { parent } = node;
  return ts.isPropertyAccessExpression(parent) && parent.expression === node && exactMath.has(parent.name.text);
}

/** Whether the file has something of its own by that name: `window` may be a stretch of time. */
function declaresItself(node: ts.Identifier): boolean {
  const inside = (other: ts.Node): boolean =>
    ((ts.isParameter(other) || ts.isVariableDeclaration(other) || ts.isBindingElement(other)) && other.name.getText() === node.text) ||
    ts.forEachChild(other, (child) => inside(child) || undefined) === true;
  return inside(node.getSourceFile());
}

/** Whether a name is read as a value: not a type, not the key of an object, not a declaration of the same name. */
function isValue(node: ts.Identifier): boolean {
  const { parent } = node;
  const isKey =
    (ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent) || ts.isPropertyDeclaration(parent)) && parent.name === node;
  const isDeclared = (ts.isParameter(parent) || ts.isVariableDeclaration(parent) || ts.isBindingElement(parent)) && parent.name === node;
  return !isKey && !isDeclared && !ts.isTypeReferenceNode(parent) && !ts.isExpressionWithTypeArguments(parent);
}
