import type { Place } from './curve';
import { isCompact, lineStyle, linesOf, marginOf, type DrawnStep, type Drawing, type Piece } from './drawing';
import { percentText } from './number-text';
import { svgLine, svgRect, svgText } from './svg';
import { textWidth } from './text-width';

const size = 10;

/** A figure of every step, drawn below the plot. */
interface Row {
  /** Beside the plot, in two lines; on a narrow page above the row, in one. */
  readonly title: readonly [string, string];
  readonly of: (step: DrawnStep) => number;
  readonly high: number;
  /** A strip from column to column shows how many are still there; bars show where something lies. */
  readonly form: 'bars' | 'strip' | 'text';
  readonly color: string;
  readonly text?: (value: number) => string;
}

/** Only what some step has. */
function rowsOf(drawing: Drawing): Row[] {
  const { palette } = drawing;
  const some = (of: (step: DrawnStep) => number): boolean => linesOf(drawing).some(({ steps }) => steps.some((step) => of(step) > 0));
  const rows: Row[] = [{ title: ['peak here', '% of all'], of: ({ peakShare }) => peakShare, high: 22, form: 'bars', color: palette.bar }];
  if (some(({ reached }) => (reached < 0.995 ? 1 : 0)))
    rows.push({ title: ['take part', '% of all'], of: ({ reached }) => reached, high: 14, form: 'strip', color: palette.band });
  const leavers: Row = { title: ['leave here', '% of all'], of: ({ left = 0 }) => left, high: 12, form: 'bars', color: palette.worse };
  if (some(leavers.of)) rows.push(leavers);
  const failing: Row = { title: ['fails', '% of these'], of: ({ fails = 0 }) => fails, high: 12, form: 'bars', color: palette.axis };
  if (some(failing.of)) rows.push(failing);
  const tries: Row = { title: ['tries', 'at most'], of: ({ tries = 1 }) => tries - 1, high: 12, form: 'text', color: palette.axis };
  if (some(tries.of)) rows.push({ ...tries, text: (value) => String(value + 1) });
  return rows;
}

/** The widest title of a row, beside the plot. */
export const rowTitles = textWidth('leave here', 10.5);

/** Below the plot: where peaks lie; and where it is not everybody or nobody, who takes part, who leaves and what fails. */
export function figureRows(drawing: Drawing, places: readonly (readonly Place[])[], left: number, right: number, y: number): Piece {
  const { palette, width } = drawing;
  const lines = linesOf(drawing);
  let top = y;
  const parts = rowsOf(drawing).map((row) => {
    const pieces: string[] = [];
    const title = { size: 10.5, fill: palette.muted };
    if (isCompact(width)) {
      pieces.push(svgText(marginOf(width), top + 10, `${row.title[0]}, ${row.title[1]}`, title));
      top += 15;
    }
    const base = top + size + 2 + row.high;
    if (!isCompact(width)) {
      pieces.push(svgText(left - 10, base - 13, row.title[0], { ...title, anchor: 'end' }));
      pieces.push(svgText(left - 10, base, row.title[1], { ...title, anchor: 'end' }));
    }
    if (row.form !== 'text') pieces.push(svgLine(left, base, right, base, palette.grid));
    const most = row.form === 'strip' ? 1 : lines.reduce((sum, { steps }) => steps.reduce((m, step) => Math.max(m, row.of(step)), sum), 0);
    const filled = lines.map(
      ({ steps }, which) => new Set(steps.flatMap((step, at) => (row.of(step) > 0 ? [places[which]![at]!.left] : []))),
    );
    const numbers: Written[] = [];
    lines.forEach(({ steps }, which) => {
      const color = lines.length === 1 ? row.color : lineStyle(drawing, which).color;
      steps.forEach((step, index) => {
        const place = places[which]![index]!;
        const value = row.of(step);
        const high = most === 0 || row.form === 'text' ? 0 : (value / most) * row.high;
        const bar = barOf(row, place, which, lines.length);
        if (high > 0.05)
          pieces.push(
            svgRect(bar.left, base - high, bar.width, high, color, row.form === 'strip' || lines.length > 1 ? 'fill-opacity="0.7"' : ''),
          );
        // Beside a figure of the other line nothing would leave open whether it is none or had no room.
        const beside = filled.some((other, of) => of !== which && other.has(place.left));
        const shown = row.form === 'strip' || value > 0 || (beside && row.form === 'bars');
        const text = (row.text ?? percentText)(value);
        // Two lines with one figure at the same place have it once, between their bars.
        const twin = lines.length === 1 ? undefined : numbers.find((other) => other.place === place.left && other.text === text);
        if (twin !== undefined)
          numbers[numbers.indexOf(twin)] = { ...twin, x: place.left + place.width / 2, y: Math.min(twin.y, base - high - 3) };
        else if (shown)
          numbers.push({
            x: besideTheOther(bar, place, text, which, lines.length),
            y: base - high - 3,
            text,
            value,
            which,
            place: place.left,
          });
      });
    });
    pieces.push(...written(numbers, palette.ink, left - 6, Math.min(width - 2, right + 12)));
    top = base + (row.form === 'text' ? 8 : 9);
    return pieces.join('');
  });
  return { svg: parts.join(''), height: top - y };
}

function barOf({ form }: Row, { left, width }: Place, which: number, lines: number): Place {
  if (form === 'strip' && lines === 1) return { left, width };
  const wide = Math.min(22, Math.max(1, width - (width > 14 ? 6 : 1))) / lines;
  const middle = left + width / 2;
  if (lines === 1) return { left: middle - wide / 2, width: wide };
  // What is today, or the other segment, on the left, what it is held against on the right: as time goes.
  return { left: which === 0 ? middle : middle - wide, width: wide };
}

/** A figure stands over its bar; of two, where they would touch, each gives way to its own side. */
function besideTheOther(bar: Place, place: Place, text: string, which: number, lines: number): number {
  const over = bar.left + bar.width / 2;
  if (lines === 1) return over;
  const away = textWidth(text, size) / 2 + 1.5;
  const middle = place.left + place.width / 2;
  return which === 0 ? Math.max(over, middle + away) : Math.min(over, middle - away);
}

interface Written {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly value: number;
  readonly which: number;
  readonly place: number;
}

/** As many figures as there is room for: those of the line that is looked at first, the largest first. */
function written(numbers: readonly Written[], fill: string, left: number, right: number): string[] {
  const taken: { left: number; right: number }[] = [];
  return [...numbers]
    .sort((a, b) => a.which - b.which || b.value - a.value || a.x - b.x)
    .flatMap(({ x, y, text }) => {
      const half = textWidth(text, size) / 2 + 1;
      const box = { left: x - half, right: x + half };
      if (box.left < left || box.right > right || taken.some((other) => other.left < box.right && other.right > box.left)) return [];
      taken.push(box);
      return [svgText(x, y, text, { anchor: 'middle', size, fill })];
    });
}
