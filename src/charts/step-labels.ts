import { coordinate, durationText } from './number-text';
import { palette } from './palette';
import type { EmotionRibbonStep } from './ribbon-input';
import type { StepColumn } from './step-columns';
import { svgText } from './svg-text';
import { longestWord, shorten, textWidth, wrap } from './text-width';
import { xmlText } from './xml-text';

const size = 12;
const timeSize = 11;
const lineHeight = 15;
const mostLines = 4;
/** Slanted labels run down to the left at 40°. */
const slant = 40;
const slantCosine = 0.766;
const slantSine = 0.643;
const longestSlanted = 215;
const timeGap = 6;
/** Columns no narrower than this keep slanted labels a line apart: 26 · sin 40° = 16.7. */
export const narrowestColumn = 26;

/** Labels under the steps, either all upright in lines or all slanted. */
export interface StepLabels {
  readonly svg: string;
  readonly height: number;
}

/** The least width a step needs for its label to stand upright. */
export function uprightWidth(step: EmotionRibbonStep): number {
  return Math.max(longestWord(step.label, size), textWidth(durationText(step.seconds), timeSize)) + 10;
}

/** Whether every label fits into its column in a few lines. */
export function fitUpright(steps: readonly EmotionRibbonStep[], columns: readonly StepColumn[]): boolean {
  return steps.every((step, index) => {
    const width = columns[index]!.width - 8;
    return uprightWidth(step) <= columns[index]!.width + 0.5 && wrap(step.label, width, size, 1_000).length <= mostLines;
  });
}

/** How far slanted labels reach to the left of the plot. */
export function slantedOverhang(steps: readonly EmotionRibbonStep[], columns: readonly StepColumn[]): number {
  return steps.reduce((most, step, index) => {
    const column = columns[index]!;
    const reach = slantedWidth(step) * slantCosine + 10 - (column.left + column.width / 2);
    return Math.max(most, reach);
  }, 0);
}

/** Draws the labels with their tops at `y`; columns count from `x`. */
export function stepLabels(steps: readonly EmotionRibbonStep[], columns: readonly StepColumn[], x: number, y: number): StepLabels {
  return fitUpright(steps, columns) ? upright(steps, columns, x, y) : slanted(steps, columns, x, y);
}

function upright(steps: readonly EmotionRibbonStep[], columns: readonly StepColumn[], x: number, y: number): StepLabels {
  let height = 0;
  const parts = steps.map((step, index) => {
    const column = columns[index]!;
    const centre = x + column.left + column.width / 2;
    const lines = wrap(step.label, column.width - 8, size, mostLines);
    height = Math.max(height, (lines.length + 1) * lineHeight + 4);
    const labels = lines.map((line, number) => svgText(centre, y + 12 + number * lineHeight, line, { anchor: 'middle', size }));
    const time = svgText(centre, y + 12 + lines.length * lineHeight, durationText(step.seconds), {
      anchor: 'middle',
      size: timeSize,
      fill: palette.muted,
    });
    return labels.join('') + time;
  });
  return { svg: parts.join(''), height };
}

function slanted(steps: readonly EmotionRibbonStep[], columns: readonly StepColumn[], x: number, y: number): StepLabels {
  let height = 0;
  const parts = steps.map((step, index) => {
    const column = columns[index]!;
    // A little right of the centre, because the text ends with its baseline there.
    const centre = x + column.left + column.width / 2 + 4;
    const { label, time } = slantedParts(step);
    height = Math.max(height, slantedWidth(step) * slantSine + 16);
    const title = label === step.label ? '' : `<title>${xmlText(step.label)}</title>`;
    return (
      `<text transform="translate(${coordinate(centre)} ${coordinate(y + 10)}) rotate(-${slant})" font-size="${size}" text-anchor="end">${title}` +
      `${xmlText(label)}<tspan dx="${timeGap}" font-size="${timeSize}" fill="${palette.muted}">${xmlText(time)}</tspan></text>`
    );
  });
  return { svg: parts.join(''), height };
}

function slantedParts(step: EmotionRibbonStep): { label: string; time: string } {
  const time = durationText(step.seconds);
  return { label: shorten(step.label, longestSlanted - timeGap - textWidth(time, timeSize), size), time };
}

function slantedWidth(step: EmotionRibbonStep): number {
  const { label, time } = slantedParts(step);
  return textWidth(label, size) + timeGap + textWidth(time, timeSize);
}
