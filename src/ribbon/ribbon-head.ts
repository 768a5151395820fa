import { coordinate } from './number-text';
import type { EmotionRibbonInput, EmotionRibbonStep } from './ribbon-input';
import type { StepColumn } from './step-columns';
import { palette, svgLine, svgRect, svgText } from './svg';
import { shorten, textWidth, wrap } from './text-width';

/** Title and subtitle. */
export function headingText(input: EmotionRibbonInput, width: number): { svg: string; height: number } {
  const titles = wrap(input.title, width - 48, 20, 2);
  const subtitles = input.subtitle === undefined ? [] : wrap(input.subtitle, width - 48, 13, 2);
  const parts = titles.map((text, index) => svgText(24, 36 + index * 26, text, { size: 20, weight: 650 }));
  const below = 36 + (titles.length - 1) * 26 + 22;
  parts.push(...subtitles.map((text, index) => svgText(24, below + index * 18, text, { size: 13, fill: palette.muted })));
  return { svg: parts.join(''), height: below + subtitles.length * 18 - 8 };
}

const legendSize = 11.5;

/** What line, band, marks and shading mean, in one row that wraps where it is too long. */
export function ribbonLegend(input: EmotionRibbonInput, top: number, width: number): { svg: string; height: number } {
  const entries: { text: string; draw: (x: number, y: number) => string }[] = [
    { text: 'mean affect', draw: (x, y) => svgLine(x, y - 4, x + 20, y - 4, palette.line, 2.5) },
    {
      text: shorten(input.band ?? 'middle half of customers', 300, legendSize),
      draw: (x, y) => svgRect(x, y - 9, 20, 10, palette.band, 'fill-opacity="0.55"'),
    },
    {
      text: 'where most of the peak lies',
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
    const needed = 27 + textWidth(entry.text, legendSize) + 18;
    if (x > 24 && x + needed > width - 24) {
      x = 24;
      y += 19;
    }
    parts.push(entry.draw(x, y), svgText(x + 27, y, entry.text, { size: legendSize, fill: palette.muted }));
    x += needed;
  }
  return { svg: parts.join(''), height: y - top + 12 };
}

/** Steps in a row with the same stage under one heading; nothing where no step has a stage. */
export function stageHeadings(
  steps: readonly EmotionRibbonStep[],
  columns: readonly StepColumn[],
  x: number,
  y: number,
): { svg: string; height: number } {
  if (steps.every((step) => step.stage === undefined)) return { svg: '', height: 0 };
  const parts: string[] = [];
  for (let first = 0; first < steps.length;) {
    const stage = steps[first]!.stage;
    let after = first + 1;
    while (after < steps.length && steps[after]!.stage === stage) after++;
    const left = x + columns[first]!.left;
    const last = columns[after - 1]!;
    const right = x + last.left + last.width;
    if (stage !== undefined) {
      const shown = shorten(stage, right - left - 8, 12);
      parts.push(svgLine(left + 3, y + 16, right - 3, y + 16, palette.zero, 1));
      const title = shown === stage ? {} : { title: stage };
      if (shown !== '…')
        parts.push(svgText((left + right) / 2, y + 10, shown, { anchor: 'middle', fill: palette.muted, weight: 600, ...title }));
    }
    first = after;
  }
  return { svg: parts.join(''), height: 24 };
}
