import { markdownHeading, markdownParagraph } from './markdown-text';
import { oneLine } from './one-line';
import { tableMarkdown, tableText, type Table } from './table';
import { widthOf } from './width';
import { lineWidth, wrapLines } from './wrap';

/** A piece of a page for people. Every text in it is plain and of one line: it is made safe for terminal and page here, and nowhere else. */
export type Block =
  /** What all of it is. */
  | { readonly title: string }
  /** What the next blocks are. */
  | { readonly heading: string }
  /** Sentences; several belong together. */
  | { readonly prose: string | readonly string[] }
  | { readonly points: readonly string[] }
  | { readonly table: Table };

/** The page for a terminal; prose in lines no wider than so many columns. */
export function pageText(blocks: readonly Block[], columns = lineWidth): string {
  const lines = (text: string): string[] => wrapLines(oneLine(text), columns);
  return blocks
    .map((block) => blockText(block, lines))
    .join('\n')
    .replace(/\n+$/, '');
}

function blockText(block: Block, lines: (text: string) => string[]): string {
  if ('table' in block) return `${tableText(block.table)}\n`;
  if ('title' in block) return `${lines(block.title).join('\n')}\n`;
  if ('heading' in block) {
    const title = lines(block.heading);
    return [...title, '-'.repeat(Math.max(...title.map(widthOf)))].join('\n');
  }
  const points = 'points' in block;
  const prose = points ? block.points.map((point) => `- ${point}`) : block.prose;
  return `${(typeof prose === 'string' ? [prose] : prose).flatMap(lines).join('\n')}\n`;
}

/** The page as GitHub Markdown. */
export function pageMarkdown(blocks: readonly Block[]): string {
  return blocks.map(blockMarkdown).join('\n\n');
}

function blockMarkdown(block: Block): string {
  if ('table' in block) return tableMarkdown(block.table);
  if ('title' in block) return markdownHeading(block.title);
  if ('heading' in block) return markdownHeading(block.heading);
  if ('points' in block) return block.points.map((point) => `- ${markdownParagraph(point)}`).join('\n');
  return (typeof block.prose === 'string' ? [block.prose] : block.prose).map(markdownParagraph).join('\n\n');
}
