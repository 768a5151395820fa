import { affectText, coordinate, percentText } from './number-text';
import type { EmotionRibbonInput } from './ribbon-input';
import type { StepColumn } from './step-columns';
import { palette, svgLine, xmlText } from './svg';
import { shorten, textWidth } from './text-width';

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
      words: `${shorten(peakStep.label, 170, 11)}, ${percentText(peakStep.peakShare)}\u00A0% of it`,
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

/** A mark on the line with a few words beside it. */
interface Callout {
  readonly x: number;
  readonly y: number;
  readonly head: string;
  readonly words: string;
  readonly fill: string;
}
/** What words must not lie on: the band over a stretch of the page. */
export interface Obstacle {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}
interface Frame {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const headSize = 12;
const wordsSize = 11;
const boxHeight = 33;
const gap = 12;
const markRadius = 8;

/** The words of each mark, beside the band where there is room, never on each other and never outside the frame. */
export function callouts(marks: readonly Callout[], obstacles: readonly Obstacle[], frame: Frame): string {
  const taken: Obstacle[] = [];
  return marks
    .map((mark) => {
      const width = Math.max(textWidth(mark.head, headSize) * 1.08, textWidth(mark.words, wordsSize));
      const left = Math.max(frame.left + 4, Math.min(frame.right - 4 - width, mark.x - width / 2));
      // Measured widths are generous: at the frame's edges the words lean on the side where their mark is.
      const anchor = left > mark.x - width / 2 ? 'start' : left < mark.x - width / 2 ? 'end' : 'middle';
      const top = placeTop(mark, left, left + width, { band: obstacles, words: taken, marks: marks.map(around) }, frame);
      taken.push({ left: left - 16, right: left + width + 16, top: top - 4, bottom: top + boxHeight + 4 });
      const x = anchor === 'start' ? left : anchor === 'end' ? left + width : left + width / 2;
      const edge = top > mark.y ? top - 1 : top + boxHeight + 1;
      const foot = Math.max(left + 4, Math.min(left + width - 4, mark.x));
      return (
        svgLine(mark.x, mark.y, foot, edge, palette.muted, 1) +
        `<text text-anchor="${anchor}" paint-order="stroke" stroke="${palette.page}" stroke-width="3" stroke-linejoin="round">` +
        `<tspan x="${coordinate(x)}" y="${coordinate(top + 13)}" font-size="${headSize}" font-weight="700" fill="${mark.fill}">${xmlText(mark.head)}</tspan>` +
        `<tspan x="${coordinate(x)}" y="${coordinate(top + 28)}" font-size="${wordsSize}" fill="${palette.ink}">${xmlText(mark.words)}</tspan></text>`
      );
    })
    .join('');
}

/** The diamond or disc itself. */
function around({ x, y }: Callout): Obstacle {
  return { left: x - markRadius, right: x + markRadius, top: y - markRadius, bottom: y + markRadius };
}

/** Top of the box: the cheapest of a few places, by what it would cover (other words worst, a leader through words and marks next, then the band) and how far it is. */
function placeTop(
  mark: Callout,
  left: number,
  right: number,
  inTheWay: { readonly [What in 'band' | 'words' | 'marks']: readonly Obstacle[] },
  frame: Frame,
): number {
  const between = (each: Obstacle): boolean => each.right > left && each.left < right;
  const band = inTheWay.band.filter(between);
  const words = inTheWay.words.filter(between);
  const onLine = inTheWay.marks.filter(between);
  const last = frame.bottom - boxHeight - 2;
  const places = [
    band.reduce((most, each) => Math.max(most, each.bottom), frame.top) + gap,
    band.reduce((least, each) => Math.min(least, each.top), frame.bottom) - gap - boxHeight,
    ...words.flatMap((each) => [each.bottom + 2, each.top - boxHeight - 2]),
    frame.top + 2,
    last,
  ].map((top) => Math.max(frame.top + 2, Math.min(last, top)));
  const cost = (top: number): number => {
    const covered = (each: Obstacle): number => Math.max(0, Math.min(top + boxHeight, each.bottom) - Math.max(top, each.top));
    const onWords = words.reduce((sum, each) => sum + covered(each), 0);
    const onMarks = onLine.reduce((sum, each) => sum + covered(each), 0);
    const onBand = band.reduce((most, each) => Math.max(most, covered(each)), 0);
    const leader = { from: Math.min(mark.y, top), to: Math.max(mark.y, top) };
    const throughWords = inTheWay.words.some(
      (each) => each.left < mark.x && each.right > mark.x && each.bottom > leader.from && each.top < leader.to,
    );
    return 1_000 * onWords + 100 * onMarks + (throughWords ? 500 : 0) + 10 * onBand + Math.abs(top + boxHeight / 2 - mark.y);
  };
  return places.reduce((best, top) => (cost(top) < cost(best) ? top : best));
}
