import type { AnySimulation } from '../results/types';
import { coordinate } from './number-text';
import { headingText, ribbonLegend, stageHeadings } from './ribbon-head';
import { readRibbonInput, type EmotionRibbonInput } from './ribbon-input';
import { callouts, endMark, markPlaces, markWords, peakMark } from './ribbon-marks';
import { readRibbonSource, type RibbonOptions } from './ribbon-of';
import { bandObstacles, boundaries, edge, grid, ribbonPath, waitColumns } from './ribbon-plot';
import { layOutAcross, stepLabels } from './step-columns';
import { describe, hoverColumns, noteLines, shareRows } from './step-figures';
import { fonts, palette, svgLine, svgRect, svgText, xmlText } from './svg';

const plotHeight = 300;

/**
 * The journey as one picture: how customers feel from step to step, as an SVG that needs nothing else.
 * From left to right the steps, as wide as the square root of their clock time; upwards affect, −10 to +10; the line is the mean,
 * the band around it where the middle half of customers is. Peak and end are marked; below stands how much of customers' peaks lies where.
 *
 * For a report or a slide: write the text to a file ending in `.svg`, or put it into a page.
 *
 * @param what - What `simulate` returned; or title, steps in journey order with means and band, and which steps are peak and end (affect in
 * −10…+10, times in seconds, shares in 0…1).
 * @param options - For a simulation: `segment` (default: all), `title`, `subtitle`, `note`, `width` in pixels (480…4,000, default 1,000).
 * @returns A whole SVG document as text: deterministic, escaped, with a title and a description for those who cannot see it.
 * @throws JourneyError `missing` without steps; `out-of-range`, `invalid-type` or `conflict` for what cannot be drawn; `unknown-key` and
 * `conflict` for options that do not exist or do not belong to what is drawn; `unknown-id` for a segment.
 *
 * @example
 * import { simulate } from 'peakend';
 * import { emotionRibbon } from 'peakend/charts';
 *
 * const queue = { id: 'queue', kind: 'wait', duration: 600, affect: 0 };
 * const today = simulate({ journey: { name: 'A coffee', interactions: [queue, { id: 'coffee', duration: 120, affect: 5 }] }, seed: 1 });
 * emotionRibbon(today).slice(0, 4); // '<svg'
 */
export function emotionRibbon(what: EmotionRibbonInput | AnySimulation, options: RibbonOptions = {}): string {
  const input = readRibbonInput(readRibbonSource(what, options));
  const { steps } = input;

  // 1. Across: a column for each step, and a margin wide enough for slanted labels.
  const { columns, left, right, width } = layOutAcross(steps, input.width ?? 1_000);

  // 2. Down: heading, legend, stages, plot.
  const heading = headingText(input, width);
  const legend = ribbonLegend(input, heading.height, width);
  const stages = stageHeadings(steps, columns, left, heading.height + legend.height + 6);
  const top = heading.height + legend.height + 10 + stages.height;
  const bottom = top + plotHeight;
  const y = (affect: number): number => top + ((10 - affect) / 20) * plotHeight;

  // 3. The curve and its band, in page coordinates.
  const placed = columns.map((column) => ({ left: left + column.left, width: column.width }));
  const line = steps.map((step) => ({ start: y(step.affectStart), end: y(step.affectEnd) }));
  const upper = steps.map((step) => edge(step, step.high, y));
  const lower = steps.map((step) => edge(step, step.low, y));
  const band = `${ribbonPath(placed, upper)}${ribbonPath(placed, lower, { backwards: true, joined: true })}Z`;
  const obstacles = bandObstacles(placed, [upper, line, lower]);

  // 4. Peak and end.
  const marks = markPlaces(input, placed, y);
  const words = callouts(markWords(input, marks), obstacles, { left, right: right + 16, top, bottom });

  // 5. Under the plot: where peaks lie, who takes part, labels, notes.
  const shares = shareRows(steps, placed, left, bottom + 8);
  const labels = stepLabels(steps, columns, left, bottom + 8 + shares.height + 6);
  const notes = noteLines(input, width);
  const notesTop = bottom + 8 + shares.height + 6 + labels.height + 14;
  const height = notesTop + notes.length * 15 + 12;

  const size = `width="${coordinate(width)}" height="${coordinate(height)}" viewBox="0 0 ${coordinate(width)} ${coordinate(height)}"`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" ${size} role="img" aria-label="${xmlText(input.title)}" font-family="${xmlText(fonts)}" font-size="12" fill="${palette.ink}">`,
    `<title>${xmlText(input.title)}</title>`,
    `<desc>${xmlText(describe(input))}</desc>`,
    svgRect(0, 0, width, height, palette.page),
    heading.svg,
    legend.svg,
    stages.svg,
    waitColumns(steps, placed, top, plotHeight),
    grid(left, right, y),
    boundaries(placed, top, bottom),
    `<path d="${band}" fill="${palette.band}" fill-opacity="0.55"/>`,
    svgLine(left, y(0), right, y(0), palette.zero, 1.25),
    `<path d="${ribbonPath(placed, line)}" fill="none" stroke="${palette.line}" stroke-width="2.5" stroke-linejoin="round" stroke-linecap="round"/>`,
    words,
    peakMark(marks.peak.x, marks.peak.y),
    endMark(marks.end.x, marks.end.y),
    shares.svg,
    labels.svg,
    ...notes.map((note, index) => svgText(24, notesTop + index * 15, note, { size: 11, fill: palette.muted })),
    hoverColumns(steps, placed, top, bottom + 8 + shares.height),
    '</svg>\n',
  ].join('\n');
}
