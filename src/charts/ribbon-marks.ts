import type { Callout } from './callouts';
import { affectText, coordinate, percentText } from './number-text';
import { palette } from './palette';
import type { EmotionRibbonInput } from './ribbon-input';
import type { StepColumn } from './step-columns';
import { shorten } from './text-width';

/** Where peak and end stand on the page. */
export interface Marks {
  readonly peak: { readonly x: number; readonly y: number };
  readonly end: { readonly x: number; readonly y: number };
}

/** Places the marks on the line. */
export function markPlaces(input: EmotionRibbonInput, placed: readonly StepColumn[], y: (affect: number) => number): Marks {
  const peakStep = input.steps[input.peakIndex]!;
  const peakColumn = placed[input.peakIndex]!;
  const endStep = input.steps[input.endIndex]!;
  const endColumn = placed[input.endIndex]!;
  // On a slope the more extreme end is the peak; on a level line the middle of the step, where it reads best.
  const { affectStart, affectEnd } = peakStep;
  const share = affectStart === affectEnd ? 0.5 : Math.abs(affectEnd) >= Math.abs(affectStart) ? 0.85 : 0.15;
  return {
    peak: { x: peakColumn.left + share * peakColumn.width, y: y(affectStart + share * (affectEnd - affectStart)) },
    end: { x: endColumn.left + endColumn.width, y: y(endStep.affectEnd) },
  };
}

/** What stands beside the marks. */
export function markWords(input: EmotionRibbonInput, marks: Marks): Callout[] {
  const peakStep = input.steps[input.peakIndex]!;
  const endStep = input.steps[input.endIndex]!;
  return [
    {
      ...marks.peak,
      head: 'Peak',
      words: `${shorten(peakStep.label, 170, 11)}, for ${percentText(peakStep.peakShare)}\u00A0% of all`,
      fill: palette.peak,
    },
    {
      ...marks.end,
      head: 'End',
      words: `${shorten(endStep.label, 170, 11)}, ${affectText(endStep.affectEnd)}${endStep.reached < 0.995 ? `, for ${percentText(endStep.reached)}\u00A0%` : ''}`,
      fill: palette.ink,
    },
  ];
}

/** A diamond. */
export function peakMark(x: number, y: number): string {
  const points = [
    `${coordinate(x)},${coordinate(y - 8)}`,
    `${coordinate(x + 7)},${coordinate(y)}`,
    `${coordinate(x)},${coordinate(y + 8)}`,
  ];
  return `<polygon points="${points.join(' ')} ${coordinate(x - 7)},${coordinate(y)}" fill="${palette.peak}" stroke="${palette.page}" stroke-width="1.5"/>`;
}

/** A disc. */
export function endMark(x: number, y: number): string {
  return `<circle cx="${coordinate(x)}" cy="${coordinate(y)}" r="6" fill="${palette.ink}" stroke="${palette.page}" stroke-width="1.5"/>`;
}
