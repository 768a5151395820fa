import { formatSeconds } from '../distributions/format-seconds';
import type { Place } from './curve';
import { linesOf, marginOf, type DrawnLine, type DrawnStep, type Drawing } from './drawing';
import { gapWords } from './gaps';
import { affectText, coordinate, percentText } from './number-text';
import { xmlText } from './svg';
import { wrap } from './text-width';

function inWords(step: DrawnStep, { across }: Drawing): string {
  const { affectStart: from, affectEnd: to, left = 0, fails = 0, tries = 1 } = step;
  const affect = from === to ? affectText(from) : `${affectText(from)} to ${affectText(to)}`;
  return [
    `${step.label}: ${formatSeconds(step.seconds)}${across === 'felt' ? ' felt' : ''}`,
    `affect ${affect} (band ${affectText(step.low)} to ${affectText(step.high)})`,
    `${percentText(step.peakShare)} % of the peak`,
    `${percentText(step.reached)} % take part`,
    ...(left > 0 ? [`${percentText(left)} % leave`] : []),
    ...(fails > 0 ? [`fails for ${percentText(fails)} % of these`] : []),
    ...(tries > 1 ? [`${tries} tries at most`] : []),
  ].join(', ');
}

/** Each step's figures, shown on hovering. */
export function hoverColumns(drawing: Drawing, columns: readonly Place[], top: number, bottom: number): string {
  const lines = linesOf(drawing).map(({ name, steps }) => {
    const bySlot = new Map<number, DrawnStep>();
    for (const step of steps) for (let slot = step.from; slot <= step.to; slot++) bySlot.set(slot, step);
    return { name, bySlot };
  });
  return columns
    .map(({ left, width }, slot) => {
      const told = lines.flatMap(({ name, bySlot }) => {
        const step = bySlot.get(slot);
        return step === undefined ? [] : [`${name === '' ? '' : `${name} – `}${inWords(step, drawing)}`];
      });
      const box = `x="${coordinate(left)}" y="${coordinate(top)}" width="${coordinate(width)}" height="${coordinate(bottom - top)}"`;
      return `<rect ${box} fill="${drawing.palette.page}" fill-opacity="0"><title>${xmlText(told.join(' | '))}</title></rect>`;
    })
    .join('');
}

const mostTold = 60;

/** The picture in words, for those who cannot see it: what it shows first, then step by step. */
export function describe(drawing: Drawing): string {
  const { finding, line } = drawing;
  const gaps = line.gaps?.length ?? 0;
  const steps = `${line.steps.length} ${line.steps.length === 1 ? 'step' : 'steps'}`;
  const count = gaps === 0 ? steps : `${steps} and ${gaps === 1 ? 'a gap' : `${gaps} gaps`}`;
  const lead = finding === undefined ? `How a journey of ${count} feels, affect from −10 to +10.` : `${finding} Affect from −10 to +10.`;
  return [lead, ...linesOf(drawing).map((one) => told(drawing, one))].join(' ');
}

function told(drawing: Drawing, { name, steps, peakIndex, endIndex, gaps = [] }: DrawnLine): string {
  const [peak, end] = [steps[peakIndex]!, steps[endIndex]!];
  const listed = steps.slice(0, mostTold).map((step) => inWords(step, drawing));
  const more = steps.length > mostTold ? `; and ${steps.length - mostTold} more` : '';
  const lead = name === '' ? 'Peak' : `${name}: peak`;
  const between =
    gaps.length === 0
      ? ''
      : ` ${gaps.length === 1 ? 'A gap' : 'Gaps'}, in which nothing is felt: ${gaps.slice(0, mostTold).map(gapWords).join('; ')}.`;
  return `${lead} mostly in ${peak.label}, end in ${end.label} at ${affectText(end.affectEnd)}. ${listed.join('; ')}${more}.${between}`;
}

/** The lines at the foot: signs, how to read the widths, and the note. */
export function noteLines({ line, across, compares, note, width }: Drawing, key: string): string[] {
  const time = across === 'felt' ? 'felt time' : 'clock time';
  const two = compares === undefined ? '' : `, the longer of ${compares === 'versions' ? 'both versions' : 'both segments'}`;
  const scale =
    line.steps.length === 1 && compares === undefined
      ? `${across === 'felt' ? 'Felt' : 'Clock'} time: ${formatSeconds(line.steps[0]!.seconds)} on average.`
      : `Width of a step: square root of its mean ${time}${two}, but never too narrow for its label. Times are means over those who take part.`;
  return [...(key === '' ? [] : [key]), scale, ...(note === undefined ? [] : [note])].flatMap((text) =>
    wrap(text, width - 2 * marginOf(width), 11, 4),
  );
}
