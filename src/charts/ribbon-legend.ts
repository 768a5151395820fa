import { coordinate } from './number-text';
import { palette } from './palette';
import type { EmotionRibbonInput } from './ribbon-input';
import { svgLine, svgRect, svgText } from './svg-text';
import { shorten, textWidth } from './text-width';

const size = 11.5;

/** What line, band, marks and shading mean, in one row that wraps where it is too long. */
export function ribbonLegend(input: EmotionRibbonInput, top: number, width: number): { svg: string; height: number } {
  const entries: { text: string; draw: (x: number, y: number) => string }[] = [
    { text: 'mean affect', draw: (x, y) => svgLine(x, y - 4, x + 20, y - 4, palette.line, 2.5) },
    {
      text: shorten(input.band ?? 'middle half of customers', 300, size),
      draw: (x, y) => svgRect(x, y - 9, 20, 10, palette.band, 'fill-opacity="0.55"'),
    },
    {
      text: 'where the peak falls most often',
      draw: (x, y) =>
        `<polygon points="${coordinate(x + 10)},${coordinate(y - 11)} ${coordinate(x + 16)},${coordinate(y - 4)} ${coordinate(x + 10)},${coordinate(y + 3)} ${coordinate(x + 4)},${coordinate(y - 4)}" fill="${palette.peak}"/>`,
    },
    { text: 'end', draw: (x, y) => `<circle cx="${coordinate(x + 12)}" cy="${coordinate(y - 4)}" r="5.5" fill="${palette.ink}"/>` },
  ];
  if (input.steps.some((step) => step.wait))
    entries.push({ text: 'wait', draw: (x, y) => svgRect(x, y - 10, 20, 12, palette.wait, `stroke="${palette.grid}"`) });
  const parts: string[] = [];
  let x = 24;
  let y = top + 18;
  for (const entry of entries) {
    const needed = 27 + textWidth(entry.text, size) + 18;
    if (x > 24 && x + needed > width - 24) {
      x = 24;
      y += 19;
    }
    parts.push(entry.draw(x, y), svgText(x + 27, y, entry.text, { size, fill: palette.muted }));
    x += needed;
  }
  return { svg: parts.join(''), height: y - top + 12 };
}
