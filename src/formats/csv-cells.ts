import type { Delimiter } from './csv-records';

/** What a spreadsheet takes for the beginning of a formula, behind apostrophes or not. */
const formula = /^'*[=+\-@\t\n\r]/;
const guarded = /^'+[=+\-@\t\n\r]/;

/**
 * A text as a cell. One that a spreadsheet would run as a formula gets an apostrophe in front, which spreadsheets take for "this is text", and which
 * {@link plainCell} takes away again.
 */
export function textCell(text: string): string {
  return formula.test(text) ? `'${text}` : text;
}

/** A cell as it was before {@link textCell}. */
export function plainCell(cell: string): string {
  return guarded.test(cell) ? cell.slice(1) : cell;
}

/** A line of CSV: cells in quotes where they need them. */
export function csvLine(cells: readonly string[], delimiter: Delimiter = ','): string {
  return `${cells.map((cell) => (needsQuotes(cell, delimiter) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(delimiter)}\r\n`;
}

function needsQuotes(cell: string, delimiter: string): boolean {
  return /["\n\r]|^\s|\s$/.test(cell) || cell.includes(delimiter);
}
