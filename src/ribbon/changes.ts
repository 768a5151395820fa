import type { Place } from './curve';
import type { Change, Drawing, Piece, Slot } from './drawing';
import { coordinate } from './number-text';
import { svgText } from './svg';
import { shorten, textWidth } from './text-width';

const words: { readonly [Kind in Change]: string } = {
  new: 'new',
  gone: 'gone',
  moved: 'moved here',
  'moved away': 'moved',
  changed: 'changed',
  merged: 'merged',
  split: 'split',
  replaced: 'replaced',
};

/** A sign where there is no room for the word. */
const signs: { readonly [Kind in Change]: string } = {
  new: '+',
  gone: '−',
  moved: '↔',
  'moved away': '↔',
  changed: '~',
  merged: '=',
  split: '÷',
  replaced: '»',
};

/** What became of a step, in a word; of several that became one, with its name as far as there is room. */
export function changeWords({ change, into, intoTime }: Slot, room: number): string {
  if (change === undefined) return '';
  const word = words[change];
  if (into === undefined) return word;
  const lead = became(change, intoTime);
  const left = room - textWidth(lead, 10.5);
  const name = shorten(into, left, 10.5);
  return name.length < 3 ? word : `${lead}${name}`;
}

/** In front of a name: a figure behind one that is written from right to left would be turned. */
export function became(change: Change | undefined, time: string | undefined): string {
  return `${change === 'merged' ? 'now' : 'was'}${time === undefined ? '' : ` ${time}`}: `;
}

const high = 15;

/** A row of tags right below the plot: what is new, gone, moved, changed. Signs where the columns are too narrow for words, told in a key. */
export function changeRow({ slots, palette, compares }: Drawing, columns: readonly Place[], y: number): Piece & { readonly key: string } {
  if (compares !== 'versions' || slots.every(({ change }) => change === undefined)) return { svg: '', height: 0, key: '' };
  const parts: string[] = [];
  const key = new Map<string, string>();
  let free = 0;
  for (let first = 0; first < slots.length;) {
    const slot = slots[first]!;
    let after = first + 1;
    while (slot.into !== undefined && slots[after]?.into === slot.into && slots[after]?.change === slot.change) after++;
    const left = columns[first]!.left;
    const right = columns[after - 1]!.left + columns[after - 1]!.width;
    first = after;
    if (slot.change === undefined) continue;
    const color = slot.change === 'new' || slot.change === 'gone' ? palette.ink : palette.muted;
    const word = changeWords(slot, right - left - 16);
    const fits = textWidth(word, 10.5) + 14 <= right - left;
    const text = fits ? word : signs[slot.change];
    const wide = fits ? (slot.into === undefined ? textWidth(word, 10.5) + 10 : right - left - 4) : high;
    const middle = (left + right) / 2;
    // Where columns are narrower than a sign, the list of steps has the word.
    if (middle - wide / 2 < free) continue;
    free = middle + wide / 2 + 1;
    if (!fits) key.set(text, words[slot.change === 'moved' ? 'moved away' : slot.change]);
    const box = `x="${coordinate(middle - wide / 2)}" y="${coordinate(y)}" width="${coordinate(wide)}" height="${high}" rx="7.5"`;
    const look = slot.change === 'gone' ? ' stroke-dasharray="3 2"' : '';
    parts.push(`<rect ${box} fill="${palette.page}" stroke="${color}"${look}/>`);
    parts.push(svgText(middle, y + 11, text, { anchor: 'middle', size: 10.5, fill: color }));
  }
  return { svg: parts.join(''), height: high + 8, key: [...key].map(([sign, word]) => `${sign} ${word}`).join(' \u00A0 ') };
}
