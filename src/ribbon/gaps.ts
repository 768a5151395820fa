import type { Box } from './callouts';
import { formatSeconds } from '../distributions/format-seconds';
import type { AnySimulation } from '../results/types';
import type { Place } from './curve';
import { linesOf, type DrawnGap, type DrawnLine, type Drawing } from './drawing';
import { coordinate } from './number-text';
import { summaryOf } from './ribbon-of';
import { svgLine, svgRect, svgText } from './svg';
import { textWidth } from './text-width';

/** A line with the gaps of its journey: nothing is felt in them, but the picture must not look as if one step followed the other at once. */
export function withGaps(line: DrawnLine, result: AnySimulation, segment: string | undefined): DrawnLine {
  const { interactions } = summaryOf(result, segment, 'segment');
  const gaps: DrawnGap[] = [];
  let next = 0;
  for (const { id, name, kind } of result.journey.interactions) {
    const after = line.steps[next - 1];
    if (kind !== 'gap') next++;
    else if (interactions![id]!.reached > 0) {
      const { mean } = interactions![id]!.clockDuration;
      gaps.push({ label: name ?? id, seconds: mean, slot: (after?.to ?? -1) + 1, ...(after === undefined ? {} : { after: after.label }) });
    }
  }
  return gaps.length === 0 ? line : { ...line, gaps };
}

/** `three days (3 d) after apply`. */
export function gapWords({ label, seconds, after }: DrawnGap): string {
  return `${label} (${formatSeconds(seconds)}) ${after === undefined ? 'at the start' : `after ${after}`}`;
}

const size = 10.5;
/** A break as wide as its words are high, and no wider than a part of the column it takes from. */
const widest = 15;

/** A break through the plot wherever time passes between two steps, with how long that is. */
export function drawGaps(
  drawing: Drawing,
  columns: readonly Place[],
  { left, right, top, bottom }: Box,
): { readonly svg: string; readonly words: readonly Box[] } {
  const { palette, line } = drawing;
  const slots = [...new Set(linesOf(drawing).flatMap(({ gaps = [] }) => gaps.map(({ slot }) => slot)))];
  const taken: Box[] = [];
  const svg = slots
    .map((slot) => {
      const room = Math.min(...[columns[slot - 1], columns[slot]].map((column) => column?.width ?? Infinity));
      const wide = Math.max(3, Math.min(widest, room / 2));
      const middle = columns[slot]?.left ?? right;
      const from = Math.max(left, Math.min(middle - wide / 2, right - wide));
      const around = line.steps.filter((step) => step.to === slot - 1 || step.from === slot);
      const isLow = around.some(({ affectStart, affectEnd }) => Math.min(affectStart, affectEnd) < -3);
      const text = lengthText(drawing, slot);
      // The words stand where the line is not.
      const long = textWidth(text, size);
      const start = isLow ? top + 6 + long : bottom - 6;
      if (wide === widest) taken.push({ left: from, right: from + wide, top: start - long, bottom: start });
      const words = `<g transform="translate(${coordinate(from + wide / 2 + size / 3)} ${coordinate(start)}) rotate(-90)">${svgText(0, 0, text, { size, fill: palette.muted })}</g>`;
      return (
        svgRect(from, top, wide, bottom - top, palette.page, 'class="gap"') +
        [from, from + wide].map((x) => svgLine(x, top, x, bottom, palette.axis, 1, '4 3')).join('') +
        (wide < widest ? '' : words)
      );
    })
    .join('');
  return { svg, words: taken };
}

/** `gap: 3 days`; of two versions `gap: 3 days → 1 day`, or who has it. */
function lengthText(drawing: Drawing, slot: number): string {
  const [now, before] = linesOf(drawing).map(({ gaps = [] }) => {
    const here = gaps.filter((gap) => gap.slot === slot);
    return here.length === 0 ? undefined : formatSeconds(here.reduce((sum, { seconds }) => sum + seconds, 0));
  });
  if (drawing.other === undefined || now === before) return `gap: ${now!}`;
  if (now !== undefined && before !== undefined)
    return drawing.compares === 'versions' ? `gap: ${before} → ${now}` : `gap: ${now} and ${before}`;
  return now === undefined ? `gap: ${before!}, ${drawing.other.name} only` : `gap: ${now}, ${drawing.line.name} only`;
}
