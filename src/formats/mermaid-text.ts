/** Names of characters that Mermaid knows behind `#` or `&`. */
const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  colon: ':',
  semi: ';',
  num: '#',
  comma: ',',
};

/** A text of a diagram as it reads: `#35;`, `#amp;` and `&amp;` stand for characters. */
export function plainText(written: string): string {
  return written.replace(/[#&](#?x[\da-f]{1,6}|#?\d{1,7}|[a-z]{2,6});/gi, (whole, code: string) => {
    const digits = code.replace('#', '');
    if (/^x/i.test(digits)) return character(parseInt(digits.slice(1), 16)) ?? whole;
    if (/^\d/.test(digits)) return character(Number(digits)) ?? whole;
    const name = code.toLowerCase();
    return Object.hasOwn(named, name) ? named[name]! : whole;
  });
}

function character(code: number): string | undefined {
  // Nobody means a control character.
  const isOne = (code >= 32 || (code >= 9 && code <= 13)) && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return isOne ? String.fromCodePoint(code) : undefined;
}

/** What acts in a diagram, of every text. */
const acting = /[#;\n\r\u2028\u2029]|%(?=%)|&(?=[#\w]+;)|<(?=br\s*\/?>)/gi;

/** What a line of the format begins with: a task that begins so would be taken for it. */
const beginning = /^(?:title|section|accTitle|accDescr|journey|```|~~~|:::|---)/i;

/** A text written so that Mermaid shows it as it is, and {@link plainText} reads it back; `more`: what else acts where it stands. */
export function safeText(text: string, more = ''): string {
  const coded = (part: string): string => Array.from(part, (sign) => `#${sign.codePointAt(0)};`).join('');
  // Blanks at the ends would be trimmed, and what stands behind them would begin the line.
  const [from, to] = [text.length - text.trimStart().length, text.trimEnd().length];
  if (to === 0) return coded(text);
  const inner = text.slice(from, to);
  const first = from === 0 && beginning.test(inner) ? coded(inner[0]!) : '';
  const safe = coded(text.slice(0, from)) + first + inner.slice(first === '' ? 0 : 1).replace(acting, coded) + coded(text.slice(to));
  return more === '' ? safe : Array.from(safe.matchAll(/#\d+;|[^]/gu), ([part]) => (more.includes(part) ? coded(part) : part)).join('');
}
