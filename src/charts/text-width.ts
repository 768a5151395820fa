/**
 * Text measured without a font: rough widths of a common sans-serif face, a little on the wide side, so that what fits here fits on the page.
 */
const narrow = new Set([...'iljtfrI.,:;!|\'"`()[]{}/\\ \u00A0·']);
const wide = new Set([...'mwMW@%—…']);

function shareOfSize(character: string): number {
  if (narrow.has(character)) return 0.36;
  if (wide.has(character)) return 0.95;
  const code = character.codePointAt(0) ?? 0;
  if (code >= 0x1100) return 1.05; // East Asian scripts and emoji
  if (character >= 'A' && character <= 'Z') return 0.7;
  return 0.58;
}

/** Width of a text in pixels at a font size in pixels. */
export function textWidth(text: string, size: number): number {
  let width = 0;
  for (const character of text) width += shareOfSize(character);
  return width * size;
}

/** The text, or as much of its beginning as fits with an ellipsis. */
export function shorten(text: string, width: number, size: number): string {
  if (textWidth(text, size) <= width) return text;
  const ellipsis = textWidth('…', size);
  let kept = '';
  let used = 0;
  for (const character of text) {
    used += textWidth(character, size);
    if (used + ellipsis > width) break;
    kept += character;
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
