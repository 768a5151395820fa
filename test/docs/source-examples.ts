import type { Snippet } from './snippet';

/** The `@example` blocks in the doc comments of a source file, each a program of its own. */
export function sourceExamples(file: string, source: string): Snippet[] {
  const examples: Snippet[] = [];
  for (const comment of source.matchAll(/\/\*\*[\s\S]*?\*\//g)) {
    const firstLine = source.slice(0, comment.index).split('\n').length;
    const lines = comment[0]
      .replace(/^\/\*\*/, '')
      .replace(/\*\/$/, '')
      .split('\n')
      .map((line) => line.replace(/^\s*\* ?/, ''));
    for (let index = 0; index < lines.length; index++) {
      if (!/^\s*@example\b/.test(lines[index]!)) continue;
      const start = index + 1;
      while (index + 1 < lines.length && !/^\s*@[a-z]+\b/.test(lines[index + 1]!)) index++;
      const code = lines
        .slice(start, index + 1)
        .map((line) => (/^\s*```/.test(line) ? '' : line))
        .join('\n');
      const line = firstLine + start;
      examples.push({ file, line, language: 'ts', blocks: [{ line, code }] });
    }
  }
  return examples;
}
