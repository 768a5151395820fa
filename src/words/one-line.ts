/** Where a text would go on to another line or column. */
const breaks = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;

/** What acts on a terminal or a page instead of being read: control characters, marks that turn the direction of writing, half surrogates. */
const unreadable = /[\p{Cc}\p{Cs}\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f\ufff9-\ufffb\ufffe\uffff\u{e0001}]/gu;

/**
 * Any text as one line that can be read: a line break or tab is a space, whatever else would act instead of being seen is the replacement
 * character. Joiners within emoji and marks on letters stay. Everything the library shows to people goes through here, on its own or as part
 * of a sentence or a page; data keeps names as they are.
 */
export function oneLine(text: string): string {
  return text.replace(breaks, ' ').replace(unreadable, '\ufffd');
}

/** A text as it is written in code, in double quotes, with everything unreadable as an escape: nothing of it is lost. */
export function inCode(text: string): string {
  return readableJson(text);
}

/** Data as JSON in one line that can be read and copied: what is unreadable in its texts is escaped, and comes back as it was. */
export function readableJson(data: unknown): string {
  const escaped = (characters: string): string =>
    Array.from({ length: characters.length }, (_, unit) => `\\u${characters.charCodeAt(unit).toString(16).padStart(4, '0')}`).join('');
  return JSON.stringify(data).replace(breaks, escaped).replace(unreadable, escaped);
}
