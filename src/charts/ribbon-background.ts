import { affectText } from './number-text';
import { palette } from './palette';
import type { EmotionRibbonStep } from './ribbon-input';
import type { StepColumn } from './step-columns';
import { svgLine, svgRect, svgText } from './svg-text';

/** Lines and words of the affect scale. */
export function grid(left: number, right: number, y: (affect: number) => number): string {
  const words: Record<number, string> = { 10: 'best', 0: 'neutral', [-10]: 'worst' };
  return [10, 5, 0, -5, -10]
    .map((affect) => {
      const word = words[affect];
      const lift = word === undefined ? 4 : -1;
      return (
        svgLine(left, y(affect), right, y(affect), palette.grid) +
        svgText(left - 10, y(affect) + lift, affectText(affect), { anchor: 'end', size: 12 }) +
        (word === undefined ? '' : svgText(left - 10, y(affect) + 11, word, { anchor: 'end', size: 10.5, fill: palette.muted }))
      );
    })
    .join('');
}

/** Faint lines between steps. */
export function boundaries(placed: readonly StepColumn[], top: number, bottom: number): string {
  return placed
    .slice(1)
    .map((column) => svgLine(column.left, top, column.left, bottom, palette.grid, 1, '2 3'))
    .join('');
}

/** Shading behind waits. */
export function waitColumns(steps: readonly EmotionRibbonStep[], placed: readonly StepColumn[], top: number, height: number): string {
  return steps
    .map((step, index) => (step.wait ? svgRect(placed[index]!.left, top, placed[index]!.width, height, palette.wait) : ''))
    .join('');
}
