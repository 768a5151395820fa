import { oneLine } from '../words/one-line';

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Any text as XML character data or attribute value: one line that can be read, with markup escaped. */
export function xmlText(text: string): string {
  return oneLine(text).replace(/[&<>"']/g, (character) => escapes[character]!);
}
