import { coordinate } from '../ribbon/number-text';
import type { Conclusion } from '../results/types';
import type { Ranges } from './report-blocks';
import { ink } from './ink';

const width = 170;
const height = 18;
const margin = 9;

const colours: { readonly [Of in Conclusion]: string } = {
  better: ink.better,
  worse: ink.worse,
  'practically the same': ink.muted,
  undecided: ink.muted,
};

/** Each row's interval as a stroke with its mean, all on one scale that holds 0. The figures stand beside it, so readers of screens need none. */
export function rangeStrokes({ rows }: Ranges): string[] {
  const low = Math.min(0, ...rows.map((row) => row.low));
  const high = Math.max(0, ...rows.map((row) => row.high));
  const scale = high > low ? (width - 2 * margin) / (high - low) : 0;
  const x = (value: number): string => coordinate(scale === 0 ? width / 2 : margin + (value - low) * scale);
  const middle = height / 2;
  return rows.map((row) => {
    const colour = colours[row.conclusion];
    return (
      `<svg width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" aria-hidden="true" focusable="false">` +
      `<line x1="${x(0)}" y1="0" x2="${x(0)}" y2="${height}" stroke="${ink.zero}" stroke-width="1"/>` +
      `<line x1="${x(row.low)}" y1="${middle}" x2="${x(row.high)}" y2="${middle}" stroke="${colour}" stroke-width="3" stroke-linecap="round"/>` +
      `${mark(row.conclusion, Number(x(row.value)), middle, colour)}</svg>`
    );
  });
}

/** Conclusions differ in shape as well as in colour. */
function mark(conclusion: Conclusion, x: number, y: number, colour: string): string {
  if (conclusion === 'better') return `<circle cx="${x}" cy="${y}" r="5" fill="${colour}"/>`;
  if (conclusion === 'worse')
    return `<path d="M${coordinate(x - 6)} ${y}L${x} ${y - 6}L${coordinate(x + 6)} ${y}L${x} ${y + 6}Z" fill="${colour}"/>`;
  return `<circle cx="${x}" cy="${y}" r="4.5" fill="${ink.page}" stroke="${colour}" stroke-width="2"/>`;
}
