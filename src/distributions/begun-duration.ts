import { unitSeconds } from './duration-units';

/** Ends for a range that has begun, one for short and one for long durations. */
const ends = ['10 h', '1000 days'] as const;

/**
 * What somebody who has typed so much of a duration may go on with: more digits, the unit, the rest of its name, the other end of a range. If one of
 * them reads, the text is not wrong, only unfinished.
 */
export function continuations(text: string): string[] {
  if (!/^\s*[\d.]/.test(text)) return [];
  const [begun] = /\p{L}*$/u.exec(text)!;
  const stem = text.slice(0, text.length - begun.length);
  const words = [...unitSeconds.keys(), ...ends.map((end) => `to ${end}`)];
  const begins = begun === '' ? [] : words.filter((word) => word.startsWith(begun.toLowerCase())).map((word) => stem + word);
  return [...begins, `${text} min`, `${text}00 min`, ...ends.flatMap((end) => [`${text} ${end}`, `${text} to ${end}`])];
}
