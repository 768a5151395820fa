import { oneLine } from './one-line';

/** What Markdown, its tables, formulas and footnotes act on wherever it stands. */
const acting = /[\\`*_[|~$]/g;

/** What only acts together with what follows: a tag, a character reference, an address that becomes a link. */
const beginnings = /<(?=[a-z/!?])|&(?=#?\w+;)|:(?=\/\/)|(?<=www)\.|(?<=\S)@(?=\S)/gi;

/** Any text, as it reads, within a line of Markdown: a cell, or the inside of a paragraph. */
export function markdownText(text: string): string {
  return oneLine(text).replace(acting, '\\$&').replace(beginnings, '\\$&').trim();
}

/** The same where a paragraph or a point begins, so that it becomes no heading, list, quotation or rule. */
export function markdownParagraph(text: string): string {
  return markdownText(text)
    .replace(/^(?:[#>]|[+-](?=[\s+-]|$))/, '\\$&')
    .replace(/^(\d+)(?=[.)](?:\s|$))/, '$1\\');
}

/** The same as a heading of the third level. */
export function markdownHeading(text: string): string {
  return `### ${markdownText(text).replace(/#(?=#*$)/g, '\\#')}`;
}
