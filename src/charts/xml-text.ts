/** What XML 1.0 cannot hold: control characters, half surrogates and the two non-characters. */
function isForbidden(code: number): boolean {
  if (code < 0x20) return code !== 0x09 && code !== 0x0a && code !== 0x0d;
  return (code >= 0xd800 && code <= 0xdfff) || code === 0xfffe || code === 0xffff;
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Any text as XML character data or attribute value: markup is escaped, what XML cannot hold becomes the replacement character. */
export function xmlText(text: string): string {
  let safe = '';
  // By code point, so that only a surrogate without its other half counts as one.
  for (const character of text) safe += isForbidden(character.codePointAt(0) ?? 0) ? '\uFFFD' : (escapes[character] ?? character);
  return safe;
}
