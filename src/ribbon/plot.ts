import { callouts, marksOf, type InTheWay, type Mark } from './callouts';
import { areasBetween, bandPath, curveOf, curvePath, gapsPath, type Curve, type Level, type Place } from './curve';
import { isCompact, lineStyle, linesOf, type Drawing, type DrawnStep } from './drawing';
import { drawGaps } from './gaps';
import { affectText } from './number-text';
import { diamond, disc, svgLine, svgPath, svgRect, svgText } from './svg';

/** Above the uppermost line of the scale stands half of its figure. */
export const aboveScale = 10;

/** The plot, in coordinates of its own. */
export interface Plot {
  readonly svg: string;
  readonly height: number;
  /** Marks for whose words there was no room. */
  readonly untold: readonly Mark[];
  /** Those of the line it is held against. */
  readonly otherMarks: readonly Mark[];
  /** Whether any area between the lines is better or worse. */
  readonly areas: { readonly better: boolean; readonly worse: boolean };
}

export function drawPlot(
  drawing: Drawing,
  columns: readonly Place[],
  places: readonly (readonly Place[])[],
  left: number,
  right: number,
): Plot {
  const { palette, compares, width } = drawing;
  const height = isCompact(width) ? 240 : 300;
  const y = (affect: number): number => aboveScale + ((10 - affect) / 20) * height;
  const lines = linesOf(drawing);
  const curves = lines.map(({ steps }, which) =>
    curveOf(
      places[which]!,
      steps.map((step) => ({ start: y(step.affectStart), end: y(step.affectEnd) })),
    ),
  );
  // Two segments have a band each, two versions only the one that is proposed: more would hide what differs.
  const banded = compares === 'segments' ? [0, 1] : [0];
  const bands = banded.map((which) => edges(lines[which]!.steps, places[which]!, y));
  const areas = compares === 'versions' ? areasBetween(curves[0]!, curves[1]!) : { above: '', below: '' };

  const [marks, otherMarks = []] = lines.map((line, which) => marksOf(line, places[which]!, y));
  const gaps = drawGaps(drawing, columns, { left, right, top: aboveScale, bottom: aboveScale + height });
  const inTheWay: InTheWay = { curves, bands, neutral: y(0), marks: [...marks!, ...otherMarks], words: gaps.words };
  const words = callouts(drawing, marks!, inTheWay, {
    left: left + 2,
    right: Math.min(right + 14, width - 6),
    top: aboveScale,
    bottom: aboveScale + height,
  });

  const opacity = compares === 'segments' ? 0.16 : compares === 'versions' ? 0.4 : 0.55;
  const svg = [
    drawing.slots
      .map(({ wait }, index) => (wait ? svgRect(columns[index]!.left, aboveScale, columns[index]!.width, height, palette.wait) : ''))
      .join(''),
    grid(drawing, left, right, y),
    columns.some((column) => column.width < 14)
      ? ''
      : columns
          .slice(1)
          .map((column) => svgLine(column.left, aboveScale, column.left, aboveScale + height, palette.grid, 1, '2 3'))
          .join(''),
    ...bands.map(([upper, lower], which) =>
      svgPath(
        bandPath(upper, lower),
        `class="band" fill="${compares === 'segments' ? palette.segments[which]! : palette.band}" fill-opacity="${opacity}"`,
      ),
    ),
    svgPath(areas.above, `fill="${palette.better}" fill-opacity="0.35"`),
    svgPath(areas.below, `fill="${palette.worse}" fill-opacity="0.35"`),
    svgLine(left, y(0), right, y(0), palette.axis, 1.25),
    ...curves.map((curve, which) => drawCurve(drawing, curve, which)).reverse(),
    gaps.svg,
    words.svg,
    ...otherMarks.map(({ kind, x, y: at }) => (kind === 'peak' ? diamond : disc)(x, at, 6, palette.page, lineStyle(drawing, 1).color)),
    ...marks!.map(({ kind, x, y: at }) =>
      kind === 'peak' ? diamond(x, at, 8, palette.peak, palette.page) : disc(x, at, 6, palette.ink, palette.page),
    ),
  ].join('\n');
  return { svg, height, untold: words.untold, otherMarks, areas: { better: areas.above !== '', worse: areas.below !== '' } };
}

function drawCurve(drawing: Drawing, curve: Curve, which: number): string {
  const { color, width, dash } = lineStyle(drawing, which);
  const look = `stroke="${color}" stroke-width="${width}"${dash === '' ? '' : ` stroke-dasharray="${dash}"`} stroke-linejoin="round" stroke-linecap="round"`;
  const gaps = `fill="none" stroke="${color}" stroke-opacity="0.7" stroke-width="1" stroke-dasharray="1 4" stroke-linecap="round"`;
  return svgPath(curvePath(curve), `class="line" fill="none" ${look}`) + svgPath(gapsPath(curve), gaps);
}

/** A band's edges follow the slope of their step's line, inside the scale. */
function edges(steps: readonly DrawnStep[], places: readonly Place[], y: (affect: number) => number): [Curve, Curve] {
  const edge = (of: 'low' | 'high'): Curve =>
    curveOf(
      places,
      steps.map((step) => level(step, step[of], y)),
    );
  return [edge('high'), edge('low')];
}

function level({ affectStart, affectEnd }: DrawnStep, affect: number, y: (affect: number) => number): Level {
  const middle = (affectStart + affectEnd) / 2;
  const inside = (value: number): number => y(Math.max(-10, Math.min(10, value)));
  return { start: inside(affect + affectStart - middle), end: inside(affect + affectEnd - middle) };
}

/** Lines and words of the affect scale. */
function grid({ palette, width }: Drawing, left: number, right: number, y: (affect: number) => number): string {
  const words: { readonly [affect: number]: string } = isCompact(width) ? {} : { 10: 'best', 0: 'neutral', [-10]: 'worst' };
  return [10, 5, 0, -5, -10]
    .map((affect) => {
      const word = words[affect];
      const lift = word === undefined ? 4 : -2;
      return (
        svgLine(left, y(affect), right, y(affect), palette.grid) +
        svgText(left - 10, y(affect) + lift, affectText(affect), { anchor: 'end', size: isCompact(width) ? 11 : 12 }) +
        (word === undefined ? '' : svgText(left - 10, y(affect) + 12, word, { anchor: 'end', size: 10.5, fill: palette.muted }))
      );
    })
    .join('');
}
