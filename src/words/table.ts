import { cutApart } from './cut-apart';
import { markdownText } from './markdown-text';
import { oneLine } from './one-line';
import { shortened, widthOf } from './width';
import { lineWidth, wrapLines } from './wrap';

/** A table to be printed: a head and rows of text; the first column stands left, the others right. */
export interface Table {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Columns of names, which are cut where the table would be too wide. The first, unless said otherwise. */
  readonly names?: readonly number[];
  /** All columns stand left, and the last holds notes as long as they are: one line a row, which may be wider than a terminal. */
  readonly hasNotes?: boolean;
}

/** A name is not cut shorter than this, nor a heading over figures. */
const shortestName = 16;
/** Where a table falls into several, names need not be shorter than this. */
const longestName = 40;
const between = 2;

/** The table as aligned plain text, no wider than a terminal: long names are cut, and columns that do not fit go into a table below. */
export function tableText(table: Table): string {
  const { head, hasNotes = false } = table;
  const lines = linesOf(table);
  const widths = columnWidths(table, lines);
  // Headings stand beside each other, names below each other: both have to stay different where they are cut.
  const isNote = (column: number): boolean => hasNotes && column === head.length - 1;
  const headings = cutApart(
    lines[0]!,
    widths.map((width, column) => (isNote(column) ? Infinity : width)),
  );
  const legend = [...headings.legend];
  const names = new Map<number, readonly string[]>();
  for (const column of head.keys()) {
    if (isNote(column) || !(table.names ?? [0]).includes(column)) continue;
    const all = lines.map((line) => line[column]!);
    const cut = cutApart(
      all,
      all.map(() => widths[column]!),
      legend.length + 1,
    );
    names.set(column, cut.texts);
    legend.push(...cut.legend);
  }
  const cell = (line: readonly string[], column: number, row: number): string => {
    if (isNote(column)) return line[column]!;
    const text = row === 0 ? headings.texts[column]! : (names.get(column)?.[row] ?? shortened(line[column]!, widths[column]!));
    const gap = ' '.repeat(widths[column]! - widthOf(text));
    return hasNotes || column === 0 ? text + gap : gap + text;
  };
  const tables = hasNotes ? [head.map((_, column) => column)] : besideEachOther(widths);
  const text = tables
    .map((columns) =>
      lines
        .map((line, row) =>
          columns
            .map((column) => cell(line, column, row))
            .join(' '.repeat(between))
            .replace(/ +$/, ''),
        )
        .join('\n'),
    )
    .join('\n\n');
  return legend.length === 0 ? text : [text, '', ...legend.flatMap((line) => wrapLines(line, lineWidth))].join('\n');
}

/** Whether all columns can stand beside each other on a terminal, with names cut where need be. */
export function fits(table: Table): boolean {
  return sum(rangesOf(table, linesOf(table)).map(({ least }) => least)) <= lineWidth;
}

function linesOf({ head, rows }: Table): readonly (readonly string[])[] {
  return [head, ...rows].map((row) => head.map((_, column) => oneLine(row[column] ?? '')));
}

const sum = (widths: readonly number[]): number => widths.reduce((total, width) => total + width + between, -between);

/** How wide each column is as it stands, and how narrow it may be made. */
function rangesOf(
  { head, names = [0], hasNotes = false }: Table,
  lines: readonly (readonly string[])[],
): { whole: number; least: number }[] {
  const widest = (column: number, from: number): number => Math.max(0, ...lines.slice(from).map((line) => widthOf(line[column]!)));
  return head.map((_, column) => {
    if (hasNotes && column === head.length - 1) return { whole: 0, least: 0 };
    const whole = widest(column, 0);
    const least = Math.min(whole, shortestName);
    return { whole, least: names.includes(column) ? least : Math.max(least, widest(column, 1)) };
  });
}

/** As wide as the widest cell; where that is too wide, names and headings give way, those of the longest first. */
function columnWidths(table: Table, lines: readonly (readonly string[])[]): number[] {
  const ranges = rangesOf(table, lines);
  const cut = (cap: number): number[] => ranges.map(({ whole, least }) => Math.max(least, Math.min(whole, cap)));
  let cap = lineWidth;
  while (cap > shortestName && sum(cut(cap)) > lineWidth) cap--;
  if (sum(cut(cap)) <= lineWidth || table.hasNotes === true) return cut(cap);
  const [first, ...others] = cut(longestName);
  const beside = Math.min(first!, longestName);
  return [beside, ...others.map((width) => Math.min(width, lineWidth - between - beside))];
}

/** Which columns stand in one table: as many as fit beside the first. */
function besideEachOther(widths: readonly number[]): number[][] {
  const tables: number[][] = [];
  let used = Infinity;
  for (let column = 1; column < widths.length; column++) {
    used += between + widths[column]!;
    if (used > lineWidth) {
      tables.push([0]);
      used = widths[0]! + between + widths[column]!;
    }
    tables[tables.length - 1]!.push(column);
  }
  return tables.length === 0 ? [[0]] : tables;
}

/** The table as GitHub Markdown. */
export function tableMarkdown({ head, rows, hasNotes = false }: Table): string {
  const line = (cells: readonly string[]): string => `| ${cells.map((cell) => markdownText(cell)).join(' | ')} |`;
  const rule = `| ${head.map((_, column) => (column === 0 || hasNotes ? ':---' : '---:')).join(' | ')} |`;
  return [line(head), rule, ...rows.map(line)].join('\n');
}
