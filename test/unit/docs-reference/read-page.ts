import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../../', import.meta.url));

/** A file of the repository as text. */
export function readPage(file: string): string {
  return readFileSync(root + file, 'utf8');
}

/** Every page on the mechanisms, by its path. */
export function mechanismPages(): readonly (readonly [file: string, text: string])[] {
  const folder = 'docs/reference/mechanisms';
  const files = [`${folder}.md`, ...readdirSync(root + folder).map((name) => `${folder}/${name}`)];
  return files.map((file) => [file, readPage(file)]);
}

/** The cells of every row of every table that starts with a code span, and that span first. */
export function codeRows(page: string): (readonly [code: string, ...cells: string[]])[] {
  return page.split('\n').flatMap((line) => {
    const [, code, rest] = /^\| `([^`]+)`([^|]*\|.*)\|$/.exec(line) ?? [];
    return code === undefined
      ? []
      : [
          [
            code,
            ...rest!
              .split('|')
              .slice(1)
              .map((cell) => cell.trim()),
          ] as const,
        ];
  });
}

/** The fields of an exported interface as its source has them, without those it takes over from others. */
export function fieldsOf(file: string, name: string): readonly string[] {
  const body = new RegExp(`export interface ${name}\\b[^{]*\\{\\n([\\s\\S]*?)\\n\\}`).exec(readPage(file))?.[1] ?? '';
  return Array.from(body.matchAll(/^ {2}readonly (\w+)\??:/gm), ([, field]) => field!);
}
