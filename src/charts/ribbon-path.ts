import { coordinate } from './number-text';
import type { StepColumn } from './step-columns';

/** The level of one step from its left edge to its right, in pixels from the top. */
export interface Level {
  readonly start: number;
  readonly end: number;
}

/** How far from a boundary a step's own level gives way to the bend into its neighbour. */
export function bend(column: StepColumn): number {
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
