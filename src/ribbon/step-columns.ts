import { coordinate, durationText } from './number-text';
import type { EmotionRibbonStep } from './ribbon-input';
import { palette, svgText, xmlText } from './svg';
import { longestWord, shorten, textWidth, wrap } from './text-width';

/** One step's place on the page, pixels from the left edge of the plot. */
export interface StepColumn {
  readonly left: number;
  readonly width: number;
}

/**
 * Shares a width out among the steps by the square root of their time, none narrower than its minimum.
 * (The square root keeps order and feel of long and short, yet leaves a two-minute step visible beside an hour.)
 */
export function stepColumns(seconds: readonly number[], minimum: readonly number[], width: number): StepColumn[] {
  const weights = seconds.map((each) => Math.sqrt(each));
  const held = seconds.map(() => false);
  const widths = [...minimum];
  // Whoever would fall below the minimum is held there, and the rest is shared again; ends after at most one round per step.
  for (;;) {
    let room = width;
    let total = 0;
    for (let index = 0; index < weights.length; index++) {
      if (held[index]) room -= minimum[index]!;
      else total += weights[index]!;
    }
    let changed = false;
    for (let index = 0; index < weights.length; index++) {
      if (held[index]) continue;
      // All free steps without any time share the room alike.
      const free = held.filter((each) => !each).length;
      widths[index] = total > 0 ? (room * weights[index]!) / total : room / free;
    }
    for (let index = 0; index < weights.length; index++) {
      if (held[index] || widths[index]! >= minimum[index]!) continue;
      held[index] = true;
      widths[index] = minimum[index]!;
      changed = true;
    }
    if (!changed) break;
  }
  let left = 0;
  return widths.map((each) => {
    const column = { left, width: each };
    left += each;
    return column;
  });
}

const axisWidth = 78;
const rightMargin = 26;
/** Labels may claim no more of the plot than this; beyond it they are slanted and time decides the widths. */
const mostForLabels = 0.92;

/** Columns for the steps, counted from `left`, and where the plot begins and ends. */
interface RibbonLayout {
  readonly columns: readonly StepColumn[];
  readonly left: number;
  readonly right: number;
  readonly width: number;
}

/** Lays the steps out across the page; the page grows where the steps need more than was asked for. */
export function layOutAcross(steps: readonly EmotionRibbonStep[], asked: number): RibbonLayout {
  const seconds = steps.map((step) => step.seconds);
  const columnsFor = (plot: number): StepColumn[] => {
    // Best of all, time alone leaves room for upright labels; then labels widen the narrow steps; else they are slanted.
    const byTime = stepColumns(
      seconds,
      steps.map(() => narrowestColumn),
      plot,
    );
    if (fitUpright(steps, byTime)) return byTime;
    const roomy = steps.map((step) => Math.max(narrowestColumn, uprightWidth(step)));
    if (roomy.reduce((sum, each) => sum + each, 0) <= mostForLabels * plot) {
      const columns = stepColumns(seconds, roomy, plot);
      if (fitUpright(steps, columns)) return columns;
    }
    return byTime;
  };
  const least = steps.length * narrowestColumn;
  let left = axisWidth;
  let plot = Math.max(asked - left - rightMargin, least);
  let columns = columnsFor(plot);
  if (!fitUpright(steps, columns)) {
    left = Math.max(axisWidth, slantedOverhang(steps, columns));
    plot = Math.max(asked - left - rightMargin, least);
    columns = columnsFor(plot);
    // A narrower plot moves labels to the left by less than it was narrowed: one more look is enough.
    left = Math.max(left, fitUpright(steps, columns) ? 0 : slantedOverhang(steps, columns));
  }
  return { columns, left, right: left + plot, width: left + plot + rightMargin };
}

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
const narrowestColumn = 26;

/** Labels under the steps, either all upright in lines or all slanted. */
interface StepLabels {
  readonly svg: string;
  readonly height: number;
}

/** The least width a step needs for its label to stand upright. */
function uprightWidth(step: EmotionRibbonStep): number {
  return Math.max(longestWord(step.label, size), textWidth(durationText(step.seconds), timeSize)) + 10;
}

/** Whether every label fits into its column in a few lines. */
function fitUpright(steps: readonly EmotionRibbonStep[], columns: readonly StepColumn[]): boolean {
  return steps.every((step, index) => {
    const width = columns[index]!.width - 8;
    return uprightWidth(step) <= columns[index]!.width + 0.5 && wrap(step.label, width, size, 1_000).length <= mostLines;
  });
}

/** How far slanted labels reach to the left of the plot. */
function slantedOverhang(steps: readonly EmotionRibbonStep[], columns: readonly StepColumn[]): number {
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
