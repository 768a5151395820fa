import { affectText, coordinate, durationText, percentText } from './number-text';
import type { EmotionRibbonInput, EmotionRibbonStep } from './ribbon-input';
import type { StepColumn } from './step-columns';
import { palette, svgLine, svgRect, svgText, xmlText } from './svg';
import { wrap } from './text-width';

const barHeight = 24;

/** Two rows under the plot: small bars for how much of customers' peaks lies where, and, where not everyone takes part in every step, how many do. */
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

/** Each step's figures, shown on hovering. */
export function hoverColumns(steps: readonly EmotionRibbonStep[], placed: readonly StepColumn[], top: number, bottom: number): string {
  return steps
    .map((step, index) => {
      const column = placed[index]!;
      const box = `x="${coordinate(column.left)}" y="${coordinate(top)}" width="${coordinate(column.width)}" height="${coordinate(bottom - top)}"`;
      return `<rect ${box} fill="${palette.page}" fill-opacity="0"><title>${xmlText(inWords(step))}</title></rect>`;
    })
    .join('');
}

function inWords(step: EmotionRibbonStep): string {
  const felt =
    step.affectStart === step.affectEnd ? affectText(step.affectStart) : `${affectText(step.affectStart)} to ${affectText(step.affectEnd)}`;
  return `${step.label}: ${durationText(step.seconds)}, affect ${felt} (band ${affectText(step.low)} to ${affectText(step.high)}), ${percentText(step.peakShare)} % of the peak, ${percentText(step.reached)} % take part`;
}

/** The picture in words, for those who cannot see it. */
export function describe(input: EmotionRibbonInput): string {
  const peak = input.steps[input.peakIndex]!;
  const end = input.steps[input.endIndex]!;
  const listed = input.steps.slice(0, 60).map(inWords).join('; ');
  const more = input.steps.length > 60 ? `; and ${input.steps.length - 60} more` : '';
  return `How a journey of ${input.steps.length} ${input.steps.length === 1 ? 'step' : 'steps'} feels, affect from −10 to +10. Peak mostly in ${peak.label}, end in ${end.label} at ${affectText(end.affectEnd)}. ${listed}${more}.`;
}

/** The lines at the foot: how to read the widths, and the note. */
export function noteLines(input: EmotionRibbonInput, width: number): string[] {
  const scale =
    input.steps.length === 1
      ? `Clock time: ${durationText(input.steps[0]!.seconds)} on average.`
      : 'Width of a step: square root of its mean clock time, but never too narrow for its label. Times are means over those who take part.';
  return [scale, ...(input.note === undefined ? [] : [input.note])].flatMap((text) => wrap(text, width - 48, 11, 3));
}
