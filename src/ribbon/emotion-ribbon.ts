import type { AnyComparison, AnySimulation } from '../results/types';
import { changeRow } from './changes';
import { layOut } from './columns';
import { describe, hoverColumns, noteLines } from './describe';
import { isCompact, linesOf, marginOf } from './drawing';
import { drawHeading, drawLegend, drawStages } from './head';
import { drawLabels, labelNeeds, labelsOf } from './labels';
import { coordinate } from './number-text';
import { fonts } from './palette';
import { makePicture, type Picture } from './picture';
import { aboveScale, drawPlot } from './plot';
import { readDrawing } from './read-drawing';
import type { EmotionRibbonInput } from './ribbon-input';
import type { RibbonOptions } from './options';
import { figureRows, rowTitles } from './rows';
import { svgRect, svgText, xmlText } from './svg';

/**
 * The journey as one picture: how customers feel from step to step, as an SVG that needs nothing else.
 * From left to right the steps, as wide as the square root of their time; upwards affect, −10 to +10; the line is the mean,
 * the band around it where the middle half of customers is. Peak and end are marked; below stands how much of customers' peaks lies where,
 * and, where it is not everybody or nobody, who takes part, who leaves and what fails.
 *
 * Of a comparison it lays one variant over the baseline, on one axis: what both versions have shares a column; what one version lacks, or has
 * elsewhere, has a column of its own, where only one line runs; what was merged or split spans its parts. Two pictures one above the other
 * would leave it to the reader to find which step is which, so the two lines share their axis, and a row below says what is new, gone, moved
 * or changed. Of a simulation with `against` it draws two segments on the same steps.
 *
 * For a report or a slide: write `svg` to a file that ends in `.svg`, or put it into a page.
 *
 * @param what - What `simulate` or `compare` returned; or title, steps in journey order with means and band, and which steps are peak and end
 * (affect in −10…+10, times in seconds, shares in 0…1).
 * @param options - For a result: `segment` (default: all), `against` another segment, `variant` of a comparison, `across` the `clock` (default) or
 * `felt` time, `theme` `light` (default) or `dark`, `title`, `subtitle`, `note`, `width` in pixels (320…4,000, default 1,000; it is kept to).
 * @returns A picture: `svg` is a whole document, deterministic and escaped; `title` and `description` are its text alternative.
 * @throws JourneyError `missing` without steps; `out-of-range`, `invalid-type` or `conflict` for what cannot be drawn; `unknown-key` and
 * `conflict` for options that do not exist or do not belong to what is drawn; `unknown-id` for a segment or variant, and `missing` where one of
 * several variants has to be named.
 *
 * @example
 * import { simulate } from 'peakend';
 * import { emotionRibbon } from 'peakend/charts';
 *
 * const queue = { id: 'queue', kind: 'wait', duration: 600, affect: 0 };
 * const today = simulate({ journey: { name: 'A coffee', interactions: [queue, { id: 'coffee', duration: 120, affect: 5 }] }, seed: 1 });
 * emotionRibbon(today).svg.slice(0, 4); // '<svg'
 */
export function emotionRibbon(what: EmotionRibbonInput | AnySimulation | AnyComparison, options: RibbonOptions = {}): Picture {
  const drawing = readDrawing(what, options);
  const { palette, width, slots } = drawing;
  const margin = marginOf(width);

  // 1. Across: a column for each slot, in the time of the version that takes longer there.
  const labels = labelsOf(drawing);
  const seconds = slots.map(() => 0);
  for (const { steps } of linesOf(drawing))
    for (const step of steps)
      for (let slot = step.from; slot <= step.to; slot++)
        seconds[slot] = Math.max(seconds[slot]!, step.seconds / (1 + step.to - step.from));
  const beside = isCompact(width) ? { left: 44, right: 18 } : { left: margin + rowTitles + 10, right: 28 };
  const { columns, left, right, labels: form } = layOut(seconds, labelNeeds(labels), { width, ...beside, slants: !isCompact(width) });
  const places = linesOf(drawing).map(({ steps }) =>
    steps.map(({ from, to }) => ({ left: columns[from]!.left, width: columns[to]!.left + columns[to]!.width - columns[from]!.left })),
  );

  // 2. The plot first: what finds no room on it is told in the legend.
  const plot = drawPlot(drawing, columns, places, left, right);

  // 3. Down: heading, legend, stages, plot, changes, figures, labels, notes.
  const heading = drawHeading(drawing);
  const legend = drawLegend(drawing, plot, heading.height);
  const stages = drawStages(drawing, columns, heading.height + legend.height + 6);
  const top = heading.height + legend.height + 10 + stages.height;
  const bottom = top + plot.height;
  const below = bottom + (isCompact(width) ? 8 : 14);
  const changes = changeRow(drawing, columns, below);
  const figures = figureRows(drawing, places, left, right, below + changes.height);
  const figuresEnd = below + changes.height + figures.height;
  const labelsTop = figuresEnd + 6;
  const drawn = drawLabels(drawing, labels, columns, form, labelsTop);
  const notes = noteLines(drawing, changes.key);
  const notesTop = labelsTop + drawn.height + 18;
  const height = notesTop + notes.length * 15 + margin - 14;

  const title = drawing.title;
  const description = describe(drawing);
  const size = `width="${coordinate(width)}" height="${coordinate(height)}" viewBox="0 0 ${coordinate(width)} ${coordinate(height)}"`;
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" ${size} role="img" aria-label="${xmlText(title)}" font-family="${xmlText(fonts)}" font-size="12" fill="${palette.ink}">`,
    `<title>${xmlText(title)}</title>`,
    `<desc>${xmlText(description)}</desc>`,
    svgRect(0, 0, width, height, palette.page),
    heading.svg,
    legend.svg,
    stages.svg,
    `<g transform="translate(0 ${coordinate(top - aboveScale)})">`,
    plot.svg,
    '</g>',
    changes.svg,
    figures.svg,
    drawn.svg,
    ...notes.map((note, index) => svgText(margin, notesTop + index * 15, note, { size: 11, fill: palette.muted })),
    hoverColumns(drawing, columns, top, figuresEnd),
    '</svg>\n',
  ].join('\n');
  return makePicture(title, description, svg);
}
