import { clusters } from '../words/width';

/**
 * Text measured without a font: rough widths of a common sans-serif face, a little on the wide side, so that what fits here fits on the page.
 */
const narrow = new Set([...'iljtfrI.,:;!|\'"`()[]{}/\\ \u00A0·']);
const wide = new Set([...'mwMW@%—…']);

/** Of what is seen as one character: its marks and joiners take no room of their own. */
function shareOfSize(cluster: string): number {
  const character = String.fromCodePoint(cluster.codePointAt(0)!);
  if (narrow.has(character)) return 0.36;
  if (wide.has(character)) return 0.95;
  if (character >= '\u1100') return 1.05; // East Asian scripts and emoji
  if (character >= 'A' && character <= 'Z') return 0.7;
  return 0.58;
}

/** Width of a text in pixels at a font size in pixels. */
export function textWidth(text: string, size: number): number {
  let width = 0;
  for (const cluster of clusters(text)) width += shareOfSize(cluster);
  return width * size;
}

/** The text, or as much of its beginning as fits with an ellipsis. */
export function shorten(text: string, width: number, size: number): string {
  if (textWidth(text, size) <= width) return text;
  const ellipsis = textWidth('…', size);
  let kept = '';
  let used = 0;
  for (const cluster of clusters(text)) {
    used += shareOfSize(cluster) * size;
    if (used + ellipsis > width) break;
    kept += cluster;
  }
  return `${kept.trimEnd()}…`;
}

/** The text in lines no wider than `width`; words too long and lines too many are cut with an ellipsis. */
export function wrap(text: string, width: number, size: number, most: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/[ \t\r\n]+/)) {
    if (word === '') continue;
    const last = lines[lines.length - 1];
    if (last !== undefined && textWidth(`${last} ${word}`, size) <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  const kept = lines.length <= most ? lines : [...lines.slice(0, most - 1), lines.slice(most - 1).join(' ')];
  return kept.map((line) => shorten(line, width, size));
}

/** Width of the longest single word. */
export function longestWord(text: string, size: number): number {
  let width = 0;
  for (const word of text.split(/[ \t\r\n]+/)) width = Math.max(width, textWidth(word, size));
  return width;
}
