import { markLine, type Mark } from './callouts';
import type { Place } from './curve';
import { isCompact, lineStyle, linesOf, marginOf, type Drawing, type Piece } from './drawing';
import type { Plot } from './plot';
import { diamond, disc, svgLine, svgRect, svgText } from './svg';
import { shorten, textWidth, wrap } from './text-width';

/** Bold letters are wider. */
const bold = 1.12;

/** Title and subtitle. */
export function drawHeading({ title, subtitle, width, palette }: Drawing): Piece {
  const margin = marginOf(width);
  const size = isCompact(width) ? 17 : 20;
  const lines = wrap(title, (width - 2 * margin) / bold, size, isCompact(width) ? 3 : 2);
  const small = isCompact(width) ? 12 : 13;
  const first = margin + size - 8;
  const parts = lines.map((text, index) => svgText(margin, first + index * (size + 6), text, { size, weight: 650 }));
  const below = first + Math.max(0, lines.length - 1) * (size + 6) + small + 8;
  const subtitles = subtitle === undefined ? [] : wrap(subtitle, width - 2 * margin, small, 4);
  parts.push(...subtitles.map((text, index) => svgText(margin, below + index * (small + 5), text, { size: small, fill: palette.muted })));
  return { svg: parts.join(''), height: subtitles.length === 0 ? below - small : below + subtitles.length * (small + 5) - small };
}

const size = 11.5;
type Entry = { readonly text: string; readonly draw: (x: number, y: number) => string; readonly starts?: boolean };

/** What lines, band, marks and shading mean, in rows that wrap where they are too long; and the marks that found no room on the plot. */
export function drawLegend(drawing: Drawing, plot: Plot, top: number): Piece {
  const { palette, width, slots } = drawing;
  const margin = marginOf(width);
  const entries = drawing.compares === undefined ? single(drawing, plot) : compared(drawing, plot);
  if (slots.some(({ wait }) => wait))
    entries.push({
      text: 'wait',
      draw: (x, y) => svgRect(x, y - 10, 20, 12, palette.wait, `stroke="${palette.axis}" stroke-width="0.75"`),
    });
  const parts: string[] = [];
  let x = margin;
  let y = top + 18;
  for (const { text, draw, starts } of entries) {
    const shown = shorten(text, width - 2 * margin - 27, size);
    const needed = 27 + textWidth(shown, size) + 18;
    if (x > margin && (starts === true || x + needed - 18 > width - margin)) {
      x = margin;
      y += 19;
    }
    const title = shown === text ? {} : { title: text };
    parts.push(draw(x, y), svgText(x + 27, y, shown, { size, fill: palette.muted, ...title }));
    x += needed;
  }
  return { svg: parts.join(''), height: y - top + 12 };
}

function band(drawing: Drawing, fill: string, opacity: number): Entry {
  return { text: drawing.band, draw: (x, y) => svgRect(x, y - 9, 20, 10, fill, `fill-opacity="${opacity}"`) };
}

function markEntry({ palette }: Drawing, mark: Mark, text: string, hollow?: string): Entry {
  const shape = mark.kind === 'peak' ? diamond : disc;
  const fill = hollow === undefined ? (mark.kind === 'peak' ? palette.peak : palette.ink) : palette.page;
  return { text, draw: (x, y) => shape(x + 11, y - 4, mark.kind === 'peak' ? 7 : 5.5, fill, hollow ?? palette.page) };
}

const meanings = { peak: 'where most of the peak lies', end: 'end' } as const;

function single(drawing: Drawing, { untold }: Plot): Entry[] {
  const { palette } = drawing;
  const told = (kind: 'peak' | 'end'): Entry => {
    const mark = untold.find((each) => each.kind === kind);
    return markEntry(drawing, { kind } as Mark, mark === undefined ? meanings[kind] : markLine(mark));
  };
  return [
    { text: 'mean affect', draw: (x, y) => svgLine(x, y - 4, x + 20, y - 4, palette.line, 2.5) },
    band(drawing, palette.band, 0.55),
    told('peak'),
    told('end'),
  ];
}

/** A row for each line: what it is, and its peak and end in words where the plot does not tell them. */
function compared(drawing: Drawing, { untold, otherMarks, areas }: Plot): Entry[] {
  const { palette } = drawing;
  const entries: Entry[] = linesOf(drawing).flatMap(({ name }, which) => {
    const { color, width, dash } = lineStyle(drawing, which);
    const marks = which === 0 ? untold : otherMarks;
    return [
      { text: name, starts: true, draw: (x: number, y: number) => svgLine(x, y - 4, x + 21, y - 4, color, width, dash) },
      ...marks.map((mark) => markEntry(drawing, mark, markLine(mark), which === 0 ? undefined : color)),
    ];
  });
  const fill = (color: string) => (x: number, y: number) => svgRect(x, y - 9, 20, 10, color, 'fill-opacity="0.35"');
  if (areas.better) entries.push({ text: 'better', starts: true, draw: fill(palette.better) });
  if (areas.worse) entries.push({ text: 'worse', starts: !areas.better, draw: fill(palette.worse) });
  if (drawing.compares === 'versions') entries.push({ ...band(drawing, palette.band, 0.5), starts: !areas.better && !areas.worse });
  else {
    const both = { text: drawing.band, starts: true };
    entries.push({
      ...both,
      draw: (x, y) =>
        svgRect(x, y - 9, 10, 10, palette.segments[0]!, 'fill-opacity="0.25"') +
        svgRect(x + 10, y - 9, 10, 10, palette.segments[1]!, 'fill-opacity="0.25"'),
    });
  }
  return entries;
}

/** Steps in a row with the same stage under one heading; nothing where no step has a stage. */
export function drawStages({ slots, palette }: Drawing, columns: readonly Place[], y: number): Piece {
  if (slots.every(({ stage }) => stage === undefined)) return { svg: '', height: 0 };
  const parts: string[] = [];
  for (let first = 0; first < slots.length;) {
    const { stage } = slots[first]!;
    let after = first + 1;
    while (after < slots.length && slots[after]!.stage === stage) after++;
    const { left } = columns[first]!;
    const right = columns[after - 1]!.left + columns[after - 1]!.width;
    first = after;
    if (stage === undefined || right - left < 4) continue;
    const shown = shorten(stage, (right - left - 8) / bold, 12);
    parts.push(svgLine(left + 3, y + 16, Math.max(left + 3.5, right - 3), y + 16, palette.axis, 1));
    const title = shown === stage ? {} : { title: stage };
    if (shown.length > 2)
      parts.push(svgText((left + right) / 2, y + 10, shown, { anchor: 'middle', fill: palette.muted, weight: 600, ...title }));
  }
  return { svg: parts.join(''), height: 24 };
}
