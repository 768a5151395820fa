import { clusters } from '../words/width';

/**
 * Text measured without a font: widths that the common sans-serif faces keep to, the widest of them (DejaVu Sans, Verdana) hardly exceeding
 * them, so that what fits here fits on the page. A test measures texts of many scripts in a browser.
 */
const shares: readonly (readonly [share: number, characters: string])[] = [
  [0.38, "iljtfI.,:;!|'`()[]/\\ \u00A0·ıíìîïł"],
  [0.46, 'r"-{}*°'],
  [0.56, 'cksvxyzJLçšž'],
  [0.84, 'wNGHOQDUCÖÜÓ×÷+=<>≠−~'],
  [1.02, 'mMW@%—…↔'],
  [1.09, 'ЖШЩЮФЫМжшщю'],
];
const known: ReadonlyMap<string, number> = /* @__PURE__ */ new Map(
  shares.flatMap(([share, text]) => [...text].map((one) => [one, share] as const)),
);

/** Of what is seen as one character: marks take no room of their own, vowel signs that stand beside their letter do. */
function shareOfSize(cluster: string): number {
  const [character = '', ...rest] = cluster;
  const found = known.get(character);
  const beside = rest.length === 0 ? 0 : rest.filter((each) => /\p{Mc}/u.test(each)).length * 0.45;
  if (found !== undefined) return found + beside;
  if (/\p{Extended_Pictographic}|\p{Regional_Indicator}/u.test(cluster)) return 1.45;
  if (character >= '\u1100') return /\p{Script=Latin}|\p{Script=Greek}/u.test(character) ? 0.75 : 1.08; // East Asian scripts above all
  if (character >= '\u0900') return 0.8 + beside; // Devanagari and its neighbours
  if (character >= '\u0590') return 0.7; // Hebrew, Arabic
  if (character >= '\u0370') return /\p{Lu}|[жмшщюыфωѡ]/u.test(character) ? 0.92 : 0.67; // Greek, Cyrillic
  return /\p{Lu}/u.test(character) ? 0.75 : 0.64;
}

/** Width of a text in pixels at a font size in pixels. */
export function textWidth(text: string, size: number): number {
  let width = 0;
  for (const cluster of clusters(text)) width += shareOfSize(cluster);
  return width * size;
}

/** The text, or as much of its beginning as fits with an ellipsis. */
export function shorten(text: string, width: number, size: number): string {
  if (textWidth(text, size) <= width) return text;
  const ellipsis = textWidth('…', size);
  let kept = '';
  let used = 0;
  for (const cluster of clusters(text)) {
    used += shareOfSize(cluster) * size;
    if (used + ellipsis > width) break;
    kept += cluster;
  }
  return `${kept.trimEnd()}…`;
}

/** Scripts written without spaces may break between any two characters. */
const breaksAnywhere =
  /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Thai}|\p{Script=Lao}|\p{Script=Khmer}|\p{Script=Myanmar}/u;
const closing = /^[。、，．！？）」』】：；ー〜]/u;

/** What may not be torn apart: words; of scripts without spaces, characters. `glued`: no space before it. */
function pieces(text: string): { readonly text: string; readonly glued: boolean }[] {
  return text
    .split(/[ \t\r\n]+/)
    .filter((word) => word !== '')
    .flatMap((word) => {
      if (!breaksAnywhere.test(word)) return [{ text: word, glued: false }];
      const parts: string[] = [];
      for (const one of clusters(word)) {
        const last = parts.at(-1);
        const free = last !== undefined && (breaksAnywhere.test(one) || breaksAnywhere.test(last)) && !closing.test(one);
        if (last === undefined || free) parts.push(one);
        else parts[parts.length - 1] = last + one;
      }
      return parts.map((part, index) => ({ text: part, glued: index > 0 }));
    });
}

/** The text in lines no wider than `width`; words too long and lines too many are cut with an ellipsis. */
export function wrap(text: string, width: number, size: number, most: number): string[] {
  const lines: string[] = [];
  for (const piece of pieces(text)) {
    const last = lines.at(-1);
    const longer = last === undefined ? piece.text : `${last}${piece.glued ? '' : ' '}${piece.text}`;
    // The last line takes whatever is left, to be cut.
    if (last !== undefined && (textWidth(longer, size) <= width || lines.length >= most)) lines[lines.length - 1] = longer;
    else lines.push(piece.text);
  }
  return lines.map((line) => shorten(line, width, size));
}

/** Width of the longest piece that cannot be broken. */
export function longestWord(text: string, size: number): number {
  return pieces(text).reduce((most, piece) => Math.max(most, textWidth(piece.text, size)), 0);
}
