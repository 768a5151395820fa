import { beginning, widthOf } from './width';

/** Longest line on a terminal. */
export const lineWidth = 100;

/** Prose in lines no wider than so many columns: broken at spaces, a word that is wider than a line wherever it must. */
export function wrapLines(text: string, columns: number): string[] {
  const lines: string[] = [];
  let current = '';
  let used = 0;
  const words = text.split(' ').flatMap((word) => pieces(word, columns));
  for (const word of words) {
    const width = widthOf(word);
    if (current !== '' && used + 1 + width > columns) {
      lines.push(current);
      current = '';
    }
    used = current === '' ? width : used + 1 + width;
    current = current === '' ? word : `${current} ${word}`;
  }
  return [...lines, current];
}

function pieces(word: string, columns: number): string[] {
  const found: string[] = [];
  let rest = word;
  while (widthOf(rest) > columns) {
    const piece = beginning(rest, columns);
    found.push(piece);
    rest = rest.slice(piece.length);
  }
  return [...found, rest];
}
