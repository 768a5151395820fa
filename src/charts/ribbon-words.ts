import { affectText, coordinate, durationText, percentText } from './number-text';
import { palette } from './palette';
import type { EmotionRibbonInput, EmotionRibbonStep } from './ribbon-input';
import type { StepColumn } from './step-columns';
import { wrap } from './text-width';
import { xmlText } from './xml-text';

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
  return `${step.label}: ${durationText(step.seconds)}, affect ${felt} (band ${affectText(step.low)} to ${affectText(step.high)}), peak of ${percentText(step.peakShare)} %, ${percentText(step.reached)} % take part`;
}

/** The picture in words, for those who cannot see it. */
export function describe(input: EmotionRibbonInput): string {
  const peak = input.steps[input.peakIndex]!;
  const end = input.steps[input.endIndex]!;
  const listed = input.steps.slice(0, 60).map(inWords).join('; ');
  const more = input.steps.length > 60 ? `; and ${input.steps.length - 60} more` : '';
  return `How a journey of ${input.steps.length} ${input.steps.length === 1 ? 'step' : 'steps'} feels, affect from −10 to +10. Peak most often in ${peak.label}, end in ${end.label} at ${affectText(end.affectEnd)}. ${listed}${more}.`;
}

/** The lines at the foot: how to read the widths, and the note. */
export function noteLines(input: EmotionRibbonInput, width: number): string[] {
  const scale =
    input.steps.length === 1
      ? `Clock time: ${durationText(input.steps[0]!.seconds)} on average.`
      : 'Width of a step: square root of its mean clock time, but never too narrow for its label. Times are means over those who take part.';
  return [scale, ...(input.note === undefined ? [] : [input.note])].flatMap((text) => wrap(text, width - 48, 11, 3));
}
