import type { LabelForm, LabelNeeds } from './columns';
import type { Place } from './curve';
import { linesOf, marginOf, type Drawing, type Piece, type Slot } from './drawing';
import { became, changeWords } from './changes';
import { coordinate, durationText, durationChange } from './number-text';
import { svgText, xmlText } from './svg';
import { longestWord, shorten, textWidth, wrap } from './text-width';

const size = 12;
const timeSize = 11;
const lineHeight = 15;
const mostLines = 4;
/** Slanted labels run down to the left at 40°. */
const slant = 40;
const slantCosine = 0.766;
const slantSine = 0.643;
const longestSlanted = 215;
const timeGap = 8;

/** What stands under each slot: its label, and how long it takes in either version. */
export interface Label {
  readonly text: string;
  readonly time: string;
  readonly slot: Slot;
}

export function labelsOf(drawing: Drawing): Label[] {
  const times = linesOf(drawing).map(
    ({ steps }) => new Map(steps.filter(({ from, to }) => from === to).map((step) => [step.from, step.seconds])),
  );
  return drawing.slots.map((slot, index) => {
    const [now, before] = times.map((each) => each.get(index));
    const time = now === undefined ? before : now;
    const both = now !== undefined && before !== undefined && drawing.compares === 'versions';
    return { text: slot.label, slot, time: time === undefined ? '' : both ? durationChange(before, now) : durationText(time) };
  });
}

export function labelNeeds(labels: readonly Label[]): LabelNeeds {
  const upright = labels.map(({ text, time }) => Math.max(longestWord(text, size), textWidth(time, timeSize)) + 10);
  return {
    upright,
    fits: (columns) =>
      labels.every(
        ({ text }, index) =>
          upright[index]! <= columns[index]!.width + 0.5 && wrap(text, columns[index]!.width - 8, size, 1_000).length <= mostLines,
      ),
    overhang: (columns) => {
      const { left } = columns[0]!;
      return labels.reduce((most, label, index) => {
        const column = columns[index]!;
        return Math.max(most, left + slantedParts(label).width * slantCosine + 8 - (column.left + column.width / 2));
      }, left);
    },
  };
}

/** The labels with their tops at `y`. */
export function drawLabels(drawing: Drawing, labels: readonly Label[], columns: readonly Place[], form: LabelForm, y: number): Piece {
  if (form === 'upright') return upright(drawing, labels, columns, y);
  return form === 'slanted' ? slanted(drawing, labels, columns, y) : numbered(drawing, labels, columns, y);
}

function upright({ palette }: Drawing, labels: readonly Label[], columns: readonly Place[], y: number): Piece {
  let height = 0;
  const parts = labels.map(({ text, time }, index) => {
    const { left, width } = columns[index]!;
    const lines = wrap(text, width - 8, size, mostLines);
    height = Math.max(height, (lines.length + 1) * lineHeight + 4);
    const centre = left + width / 2;
    const words = lines.map((line, number) => svgText(centre, y + 12 + number * lineHeight, line, { anchor: 'middle', size }));
    return (
      words.join('') +
      (time === ''
        ? ''
        : svgText(centre, y + 12 + lines.length * lineHeight, time, { anchor: 'middle', size: timeSize, fill: palette.muted }))
    );
  });
  return { svg: parts.join(''), height };
}

function slantedParts({ text, time }: Label): { readonly label: string; readonly timeWidth: number; readonly width: number } {
  const timeWidth = time === '' ? 0 : timeGap + textWidth(time, timeSize);
  const label = shorten(text, longestSlanted - timeWidth, size);
  return { label, timeWidth, width: textWidth(label, size) + timeWidth };
}

function slanted({ palette }: Drawing, labels: readonly Label[], columns: readonly Place[], y: number): Piece {
  let height = 0;
  const parts = labels.map((each, index) => {
    const { left, width } = columns[index]!;
    const { label, timeWidth, width: long } = slantedParts(each);
    height = Math.max(height, long * slantSine + 16);
    const title = label === each.text ? {} : { title: each.text };
    // A little right of the centre, because the text ends with its baseline there.
    const along = (back: number, text: string): string => {
      const [x, top] = [left + width / 2 + 4 - back * slantCosine, y + 10 + back * slantSine];
      return `<g transform="translate(${coordinate(x)} ${coordinate(top)}) rotate(-${slant})">${text}</g>`;
    };
    const time = each.time === '' ? '' : along(0, svgText(0, 0, each.time, { anchor: 'end', size: timeSize, fill: palette.muted }));
    return along(timeWidth, svgText(0, 0, label, { anchor: 'end', size, ...title })) + time;
  });
  return { svg: parts.join(''), height };
}

/** Numbers below the columns, as many as there is room for, and the steps in a list of so many columns as fit. */
function numbered(drawing: Drawing, labels: readonly Label[], columns: readonly Place[], y: number): Piece {
  const { palette, width } = drawing;
  const margin = marginOf(width);
  let free = 0;
  const every = stride(columns);
  const ticks = columns.map(({ left, width: wide }, index) => {
    const number = String(index + 1);
    const half = textWidth(number, 10) / 2;
    const centre = left + wide / 2;
    if ((index > 0 && (index + 1) % every !== 0) || centre - half < free || centre + half > width) return '';
    free = centre + half + 3;
    return svgText(centre, y + 10, number, { anchor: 'middle', size: 10, fill: palette.muted });
  });
  const count = Math.max(1, Math.min(labels.length, Math.floor((width - 2 * margin + 28) / 258)));
  const rows = Math.ceil(labels.length / count);
  const wide = (width - 2 * margin - 28 * (count - 1)) / count;
  const indent = textWidth(String(labels.length), timeSize) + 8;
  let height = 0;
  const parts: string[] = [];
  for (let column = 0; column < count; column++) {
    const left = margin + column * (wide + 28);
    let top = y + 26;
    labels.slice(column * rows, (column + 1) * rows).forEach((label, row) => {
      const change = label.slot.change === undefined ? '' : changeWords(label.slot, 0);
      const aside = [change, label.time].filter((text) => text !== '').join(' · ');
      const room = wide - indent - textWidth(aside, timeSize) - 10;
      const lines = wrap(label.text, room, size, 3);
      // What became of several is told below the first of them.
      const { into, change: kind } = label.slot;
      const first = into !== undefined && labels[column * rows + row - 1]?.slot.into !== into;
      const told = first ? wrap(`${became(kind, label.slot.intoTime)}${into}`, wide - indent, timeSize, 2) : [];
      const cut = lines.some((line) => line.endsWith('…')) ? `<title>${xmlText(label.text)}</title>` : '';
      parts.push(
        svgText(left + indent - 8, top + 12, String(column * rows + row + 1), { anchor: 'end', size: timeSize, fill: palette.muted }),
        `<g>${cut}${lines.map((line, number) => svgText(left + indent, top + 12 + number * lineHeight, line, { size })).join('')}</g>`,
        svgText(left + wide, top + 12, aside, { anchor: 'end', size: timeSize, fill: palette.muted }),
      );
      top += Math.max(1, lines.length) * lineHeight + 3;
      for (const line of told) {
        parts.push(svgText(left + indent, top + 10, line, { size: timeSize, fill: palette.muted }));
        top += lineHeight;
      }
    });
    height = Math.max(height, top - y);
  }
  return { svg: ticks.join('') + parts.join(''), height };
}

/** Every which number is written: the first of 1, 2, 5, 10 … that leaves room. */
function stride(columns: readonly Place[]): number {
  const wide = textWidth(String(columns.length), 10) + 3;
  const mean = columns.reduce((sum, { width }) => sum + width, 0) / columns.length;
  for (let power = 1; ; power *= 10)
    for (const step of [1, 2, 5]) if (step * power * mean >= wide || power > columns.length) return step * power;
}
