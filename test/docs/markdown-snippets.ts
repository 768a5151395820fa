import type { Block, Snippet } from './snippet';

interface Fence {
  readonly info: string;
  readonly line: number;
  readonly endLine: number;
  readonly text: string;
  /** The last line before the fence that is not blank. */
  readonly before: string;
  readonly beforeLine: number;
}

/** The programs of a page: all its runnable blocks of one language, in order. */
export function markdownSnippets(file: string, page: string): Snippet[] {
  const blocks: { [Language in Snippet['language']]: Block[] } = { ts: [], js: [] };
  let latest: { language: Snippet['language']; endLine: number } | undefined;
  for (const fence of findFences(page)) {
    const language = /^(ts|typescript)\b/.test(fence.info) ? 'ts' : /^(js|mjs|javascript)\b/.test(fence.info) ? 'js' : undefined;
    if (language !== undefined) {
      if (fence.before === '<!-- not run -->') {
        latest = undefined;
        continue;
      }
      blocks[language].push({ line: fence.line + 1, code: fence.text });
      latest = { language, endLine: fence.endLine };
    } else if (
      fence.info === 'text' &&
      latest !== undefined &&
      (fence.before === '<!-- output -->' || fence.beforeLine === latest.endLine)
    ) {
      const block = blocks[latest.language].pop()!;
      blocks[latest.language].push({ ...block, output: { line: fence.line + 1, text: fence.text } });
    }
  }
  return (['ts', 'js'] as const)
    .filter((language) => blocks[language].length > 0)
    .map((language) => ({ file, line: blocks[language][0]!.line, language, blocks: blocks[language] }));
}

function findFences(page: string): Fence[] {
  const lines = page.split('\n');
  const fences: Fence[] = [];
  for (let index = 0; index < lines.length; index++) {
    const [, indent, ticks, info] = /^( *)(`{3,})([^`]*)$/.exec(lines[index]!) ?? [];
    if (ticks === undefined) continue;
    const start = index;
    while (++index < lines.length && lines[index]!.trim() !== ticks);
    if (index === lines.length) throw new Error(`a fence opened on line ${start + 1} is never closed`);
    let beforeLine = start - 1;
    while (beforeLine >= 0 && lines[beforeLine]!.trim() === '') beforeLine--;
    const text = lines
      .slice(start + 1, index)
      .map((line) => (line.startsWith(indent!) ? line.slice(indent!.length) : line))
      .join('\n');
    const before = lines[beforeLine]?.trim() ?? '';
    fences.push({ info: info!.trim(), line: start + 1, endLine: index + 1, text, before, beforeLine: beforeLine + 1 });
  }
  return fences;
}

/** Targets of the relative links and pictures of a page, without their anchors. */
export function relativeLinks(page: string): string[] {
  const prose = page.replace(/^( *)(`{3,})[\s\S]*?^\1\2/gm, '').replace(/`[^`\n]*`/g, '');
  return [...prose.matchAll(/\]\(\s*<?([^)\s>]+)>?[^)]*\)/g)]
    .map(([, target]) => target!.replace(/#.*$/, ''))
    .filter((target) => target !== '' && !/^[a-z]+:/i.test(target));
}
