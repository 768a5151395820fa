/** A table to be printed: a head and rows of text; the first column stands left, the others right. */
export interface Table {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** The table as aligned plain text, two spaces between columns. */
export function tableText(table: Table): string {
  const all = [table.head, ...table.rows];
  const widths = table.head.map((_, column) => Math.max(...all.map((row) => widthOf(row[column] ?? ''))));
  return all
    .map((row) =>
      table.head
        .map((_, column) => {
          const cell = row[column] ?? '';
          const gap = ' '.repeat(widths[column]! - widthOf(cell));
          return column === 0 ? cell + gap : gap + cell;
        })
        .join('  ')
        .replace(/ +$/, ''),
    )
    .join('\n');
}

/** The table as GitHub Markdown. */
export function tableMarkdown(table: Table): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;
  const rule = `| ${table.head.map((_, column) => (column === 0 ? ':---' : '---:')).join(' | ')} |`;
  return [line(table.head), rule, ...table.rows.map(line)].join('\n');
}

/** Columns a text takes on a terminal, near enough: wide East Asian characters take two, combining marks none. */
function widthOf(text: string): number {
  let width = 0;
  for (const character of text) {
    const code = character.codePointAt(0)!;
    if (code >= 0x300 && code <= 0x36f) continue;
    width += (code >= 0x1100 && code <= 0x115f) || (code >= 0x2e80 && code <= 0xffdc && code !== 0x303f) || code >= 0x1f300 ? 2 : 1;
  }
  return width;
}

/** Longest line of prose on a terminal. */
const lineWidth = 100;

/** Prose broken at spaces, so that no line is wider than a terminal; words longer than a line stay whole. */
export function wrapped(text: string): string {
  return text
    .split('\n')
    .map((line) => {
      const lines: string[] = [];
      let current = '';
      for (const word of line.split(' ')) {
        if (current !== '' && widthOf(current) + 1 + widthOf(word) > lineWidth) {
          lines.push(current);
          current = word;
        } else current = current === '' ? word : `${current} ${word}`;
      }
      lines.push(current);
      return lines.join('\n');
    })
    .join('\n');
}
