import { coordinate } from './number-text';

/** The level of one step from its left edge to its right, in pixels from the top. */
export interface Level {
  readonly start: number;
  readonly end: number;
}
/** Where a step stands on the page, in pixels. */
export interface Place {
  readonly left: number;
  readonly width: number;
}
interface Knot {
  readonly x: number;
  readonly y: number;
  /** Whether the way from the knot before bends, from level to level. */
  readonly bends: boolean;
}
/** A line through steps, in runs of neighbours: where a version lacks a step it stops, and goes on behind it. */
export type Curve = readonly (readonly Knot[])[];

/** How far from a boundary a step's own level gives way to the bend into its neighbour. */
function bend(width: number): number {
  return Math.min(9, 0.24 * width);
}

/** Straight inside each step, bending softly across each boundary. */
export function curveOf(places: readonly Place[], levels: readonly Level[]): Curve {
  const runs: Knot[][] = [];
  const touches = (a: Place | undefined, b: Place | undefined): boolean =>
    a !== undefined && b !== undefined && Math.abs(a.left + a.width - b.left) < 0.01;
  places.forEach((place, index) => {
    const joined = touches(places[index - 1], place);
    const inset = bend(place.width);
    const right = place.left + place.width - (touches(place, places[index + 1]) ? inset : 0);
    const level = levels[index]!;
    if (!joined) runs.push([]);
    runs.at(-1)!.push({ x: place.left + (joined ? inset : 0), y: level.start, bends: joined }, { x: right, y: level.end, bends: false });
  });
  return runs;
}

function runPath(run: readonly Knot[], backwards: boolean, first: 'M' | 'L'): string {
  const knots = backwards ? run.toReversed() : run;
  return knots
    .map((knot, index) => {
      const here = `${coordinate(knot.x)} ${coordinate(knot.y)}`;
      if (index === 0) return `${first}${here}`;
      const before = knots[index - 1]!;
      if (!(backwards ? before : knot).bends) return `L${here}`;
      const third = (knot.x - before.x) / 3;
      return `C${coordinate(before.x + third)} ${coordinate(before.y)} ${coordinate(knot.x - third)} ${coordinate(knot.y)} ${here}`;
    })
    .join('');
}

/** The line as an SVG path. */
export function curvePath(curve: Curve): string {
  return curve.map((run) => runPath(run, false, 'M')).join('');
}

/** The area between two lines through the same steps. */
export function bandPath(upper: Curve, lower: Curve): string {
  return upper.map((run, index) => `${runPath(run, false, 'M')}${runPath(lower[index]!, true, 'L')}Z`).join('');
}

/** Straight ways from each run to the next, to be followed by the eye. */
export function gapsPath(curve: Curve): string {
  return curve
    .slice(1)
    .map((run, index) => {
      const before = curve[index]!.at(-1)!;
      return `M${coordinate(before.x)} ${coordinate(before.y)}L${coordinate(run[0]!.x)} ${coordinate(run[0]!.y)}`;
    })
    .join('');
}

/** The place of the last item at or before an x, in a list from left to right; −1 where there is none. */
function lastBefore<Item>(items: readonly Item[], x: number, of: (item: Item) => number): number {
  let [low, high] = [0, items.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (of(items[middle]!) <= x) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The two knots between which the line runs somewhere; undefined where it does not run. */
function pieceAt(curve: Curve, x: number): readonly [Knot, Knot] | undefined {
  const run = curve[lastBefore(curve, x, ([first]) => first!.x)];
  if (run === undefined || run.at(-1)!.x < x) return undefined;
  const index = Math.min(
    run.length - 2,
    lastBefore(run, x, (knot) => knot.x),
  );
  return [run[index]!, run[index + 1]!];
}

/** How high the line is somewhere; undefined where it does not run. */
export function curveAt(curve: Curve, x: number): number | undefined {
  const piece = pieceAt(curve, x);
  if (piece === undefined) return undefined;
  const [a, b] = piece;
  const part = b.x === a.x ? 1 : (x - a.x) / (b.x - a.x);
  return a.y + (b.y - a.y) * (b.bends ? part * part * (3 - 2 * part) : part);
}

const perBend = 6;

/** Where a line has to be looked at to be drawn in straight pieces. */
function stops(curve: Curve): number[] {
  return curve.flatMap((run) =>
    run.flatMap((knot, index) => {
      const before = run[index - 1];
      if (!knot.bends || before === undefined) return [knot.x];
      return Array.from({ length: perBend }, (_, k) => before.x + ((knot.x - before.x) * (k + 1)) / perBend);
    }),
  );
}

/** The areas between two lines where both run, apart by which is higher: `above` where the first is. */
export function areasBetween(first: Curve, second: Curve): { readonly above: string; readonly below: string } {
  const areas = { above: '', below: '' };
  const left = [...leaving(first, second), ...leaving(second, first)].sort((a, b) => a[0] - b[0]);
  const sameSteps = (x: number): boolean => {
    const stretch = left[lastBefore(left, x, ([from]) => from)];
    return (stretch === undefined || stretch[1] <= x) && pieceAt(first, x) !== undefined && pieceAt(second, x) !== undefined;
  };
  const xs = [...new Set([...stops(first), ...stops(second)])].sort((a, b) => a - b);
  let upper: string[] = [];
  let lower: string[] = [];
  let side: 'above' | 'below' | undefined;
  const add = (x: number, a: number, b: number): void => {
    upper.push(`${coordinate(x)} ${coordinate(a)}`);
    lower.push(`${coordinate(x)} ${coordinate(b)}`);
  };
  const close = (): void => {
    if (side !== undefined && upper.length > 1) areas[side] += `M${upper.join('L')}L${lower.reverse().join('L')}Z`;
    [upper, lower, side] = [[], [], undefined];
  };
  let before: { x: number; a: number; b: number } | undefined;
  for (const x of xs) {
    const [a, b] = [curveAt(first, x), curveAt(second, x)];
    // In the middle of a stretch where one does not run, neither end counts.
    const middle = before === undefined ? x : (before.x + x) / 2;
    if (a === undefined || b === undefined || !sameSteps(middle)) {
      close();
      before = a === undefined || b === undefined ? undefined : { x, a, b };
      continue;
    }
    const here = a < b ? 'above' : a > b ? 'below' : undefined;
    if (before !== undefined) {
      const [was, is] = [before.b - before.a, b - a];
      if (was * is < 0) {
        const cross = before.x + (x - before.x) * (was / (was - is));
        const level = before.a + (a - before.a) * (was / (was - is));
        add(cross, level, level);
        close();
        add(cross, level, level);
      } else if (side === undefined) add(before.x, before.a, before.b);
      if (here !== undefined) side = here;
    }
    add(x, a, b);
    if (is0(a - b)) close();
    before = { x, a, b };
  }
  close();
  return areas;
}

type Stretch = readonly [from: number, to: number];

/** Where a line bends off to a step that the other lacks, just where the other ends or begins. */
function leaving(curve: Curve, other: Curve): Stretch[] {
  return other.flatMap((run) =>
    [run[0]!.x, run.at(-1)!.x].flatMap((end): Stretch[] => {
      const [a, b] = pieceAt(curve, end) ?? [];
      return a === undefined || !b!.bends || end <= a.x || end >= b!.x ? [] : [[a.x, b!.x]];
    }),
  );
}

function is0(value: number): boolean {
  return Math.abs(value) < 1e-9;
}
