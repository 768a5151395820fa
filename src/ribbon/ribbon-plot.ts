import { affectText, coordinate } from './number-text';
import type { EmotionRibbonStep } from './ribbon-input';
import type { Obstacle } from './ribbon-marks';
import type { StepColumn } from './step-columns';
import { palette, svgLine, svgRect, svgText } from './svg';

/** Lines and words of the affect scale. */
export function grid(left: number, right: number, y: (affect: number) => number): string {
  const words: Record<number, string> = { 10: 'best', 0: 'neutral', [-10]: 'worst' };
  return [10, 5, 0, -5, -10]
    .map((affect) => {
      const word = words[affect];
      const lift = word === undefined ? 4 : -1;
      return (
        svgLine(left, y(affect), right, y(affect), palette.grid) +
        svgText(left - 10, y(affect) + lift, affectText(affect), { anchor: 'end', size: 12 }) +
        (word === undefined ? '' : svgText(left - 10, y(affect) + 11, word, { anchor: 'end', size: 10.5, fill: palette.muted }))
      );
    })
    .join('');
}

/** Faint lines between steps. */
export function boundaries(placed: readonly StepColumn[], top: number, bottom: number): string {
  return placed
    .slice(1)
    .map((column) => svgLine(column.left, top, column.left, bottom, palette.grid, 1, '2 3'))
    .join('');
}

/** Shading behind waits. */
export function waitColumns(steps: readonly EmotionRibbonStep[], placed: readonly StepColumn[], top: number, height: number): string {
  return steps
    .map((step, index) => (step.wait ? svgRect(placed[index]!.left, top, placed[index]!.width, height, palette.wait) : ''))
    .join('');
}

/** The level of one step from its left edge to its right, in pixels from the top. */
interface Level {
  readonly start: number;
  readonly end: number;
}

/** How far from a boundary a step's own level gives way to the bend into its neighbour. */
function bend(column: StepColumn): number {
  return Math.min(9, 0.24 * column.width);
}

/**
 * An SVG path through the steps: straight inside each step, bending softly across each boundary.
 * Backwards for the lower edge of a band. The first command is `M`, or `L` where `joined`.
 */
export function ribbonPath(
  columns: readonly StepColumn[],
  levels: readonly Level[],
  options: { readonly backwards?: boolean; readonly joined?: boolean } = {},
): string {
  const knots: { x: number; y: number; boundary: number }[] = [];
  columns.forEach((column, index) => {
    const level = levels[index]!;
    const right = column.left + column.width;
    const inset = bend(column);
    knots.push({ x: column.left + (index === 0 ? 0 : inset), y: level.start, boundary: column.left });
    knots.push({ x: right - (index === columns.length - 1 ? 0 : inset), y: level.end, boundary: right });
  });
  if (options.backwards) knots.reverse();
  return knots
    .map((knot, index) => {
      const here = `${coordinate(knot.x)} ${coordinate(knot.y)}`;
      if (index === 0) return `${options.joined ? 'L' : 'M'}${here}`;
      // Knots come in pairs per step: odd ones end a step's own line, even ones end a bend.
      if (index % 2 === 1) return `L${here}`;
      const before = knots[index - 1]!;
      return `C${coordinate(knot.boundary)} ${coordinate(before.y)} ${coordinate(knot.boundary)} ${coordinate(knot.y)} ${here}`;
    })
    .join('');
}

/** Where line and band are: over each step, and where they bend from one step into the next. */
export function bandObstacles(placed: readonly StepColumn[], edges: readonly (readonly Level[])[]): Obstacle[] {
  const span = (left: number, right: number, levels: readonly number[]): Obstacle => ({
    left,
    right,
    top: Math.min(...levels),
    bottom: Math.max(...levels),
  });
  return placed.flatMap((column, index) => {
    const right = column.left + column.width;
    const own = edges.flatMap((edge) => [edge[index]!.start, edge[index]!.end]);
    const next = placed[index + 1];
    if (next === undefined) return [span(column.left, right, own)];
    const across = edges.flatMap((edge) => [edge[index]!.end, edge[index + 1]!.start]);
    return [span(column.left, right, own), span(right - bend(column), right + bend(next), across)];
  });
}

/** A band's edge follows the slope of its step's line, inside the scale. */
export function edge(step: EmotionRibbonStep, affect: number, y: (affect: number) => number): Level {
  const middle = (step.affectStart + step.affectEnd) / 2;
  const inside = (value: number): number => Math.max(-10, Math.min(10, value));
  return { start: y(inside(affect + step.affectStart - middle)), end: y(inside(affect + step.affectEnd - middle)) };
}
