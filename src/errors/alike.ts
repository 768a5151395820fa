const plain = /^[ -~]*$/;
const everySpace = /\p{White_Space}/gu;
/** Zero-width characters, soft hyphens, marks of byte order and of direction, controls. */
const unseen = /[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cc}]/gu;
/** Whatever is neither a letter, a digit, a sign nor the plain space: accents that stand alone, spaces of other widths, what is not seen. */
const unclear = /[^\p{L}\p{N}\p{P}\p{S} ]/gu;

/** What is left of a text for the eye: two texts with the same are told apart by a machine, but by nobody who reads them. */
export function seen(text: string): string {
  // Most often there is nothing in it but plain letters, and to look for more takes longer than all else.
  if (plain.test(text)) return text.trim();
  return text.replace(everySpace, ' ').replace(unseen, '').normalize('NFC').trim();
}

/** What to say of two texts that look the same and are not, with all that cannot be seen written out: `"cafe\u{301}"` and `"café"`. */
export function tellApart(here: string, there: string): string {
  return `this is ${spelledOut(here)}, the other ${spelledOut(there)}: they differ only in spaces, unseen characters or how an accent is written`;
}

function spelledOut(text: string): string {
  return `"${text.slice(0, 80).replace(unclear, (character) => `\\u{${character.codePointAt(0)!.toString(16)}}`)}"`;
}
