import { percentText } from './number-text';
import { palette } from './palette';
import type { EmotionRibbonStep } from './ribbon-input';
import type { StepColumn } from './step-columns';
import { svgLine, svgRect, svgText } from './svg-text';

const barHeight = 24;

/** Two rows under the plot: small bars for where customers' peaks fall, and, where not everyone takes part in every step, how many do. */
export function shareRows(
  steps: readonly EmotionRibbonStep[],
  placed: readonly StepColumn[],
  left: number,
  y: number,
): { svg: string; height: number } {
  const most = steps.reduce((largest, step) => Math.max(largest, step.peakShare), 0);
  const base = y + 12 + barHeight;
  const last = placed[placed.length - 1]!;
  const parts = [
    svgText(left - 10, base - 13, 'peak here', { anchor: 'end', size: 10.5, fill: palette.muted }),
    svgText(left - 10, base - 1, '% of all', { anchor: 'end', size: 10.5, fill: palette.muted }),
    svgLine(left, base, last.left + last.width, base, palette.grid),
  ];
  steps.forEach((step, index) => {
    const column = placed[index]!;
    const middle = column.left + column.width / 2;
    const width = Math.min(22, column.width - 6);
    const height = most === 0 ? 0 : (step.peakShare / most) * barHeight;
    parts.push(svgRect(middle - width / 2, base - height, width, height, palette.bar));
    parts.push(svgText(middle, base - height - 3, percentText(step.peakShare), { anchor: 'middle', size: 10 }));
  });
  if (steps.every((step) => step.reached >= 0.995)) return { svg: parts.join(''), height: base - y + 4 };
  parts.push(svgText(left - 10, base + 17, 'take part, %', { anchor: 'end', size: 10.5, fill: palette.muted }));
  steps.forEach((step, index) => {
    const column = placed[index]!;
    parts.push(
      svgText(column.left + column.width / 2, base + 17, percentText(step.reached), { anchor: 'middle', size: 10, fill: palette.muted }),
    );
  });
  return { svg: parts.join(''), height: base - y + 24 };
}
