import { palette } from './palette';
import type { EmotionRibbonStep } from './ribbon-input';
import type { StepColumn } from './step-columns';
import { svgLine, svgText } from './svg-text';
import { shorten } from './text-width';

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
