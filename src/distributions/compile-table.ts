import { exp } from '../numerics/exp';
import { normalCdf, normalQuantile } from '../numerics/normal';
import type { ProbabilityLaw } from './law';

/**
 * A quantile function as polynomials of degree 5 in the standard normal number z, on cells of unequal width: in z the tails are as tame as
 * the body. Ends of ranges, masses and gaps are cell edges, so nothing is drawn from inside a gap.
 *
 * Error, in standard deviations of the distribution: at most 1e-9 for |z| ≤ 4.5, at most 1e-5 beyond (seven draws in a million), where
 * the probability itself has few digits left; values far larger than the standard deviation add their own rounding. Where the quantile
 * jumps or stands upright, a cell that fewer than one draw in 2³² hits may hold one value throughout. z beyond ±6.375, which no single
 * word reaches, counts as ±6.375.
 */
export interface QuantileTable {
  /** The upper edge of each cell, which belongs to it. */
  readonly edges: Float64Array;
  /** Eight numbers a cell: middle, 1 / half width, then the coefficients of 1, t, … t⁵ for t = (z − middle) / half width. */
  readonly cells: Float64Array;
  /** `guide[⌊(z + 6.375) · 32⌋]` is where the walk to z's cell starts. */
  readonly guide: Int32Array;
  /** The ends of the support: rounding never leads past them. */
  readonly min: number;
  readonly max: number;
}

/** z runs from −tableReach to +tableReach; a 32-bit word reaches ±6.34. */
export const tableReach = 6.375;
/** Guide entries per unit of z. */
export const guideDensity = 32;

const widestCell = 0.75;
/** Inner nodes of the Chebyshev–Lobatto points of degree 5: cos(2π/5) and cos(π/5). */
const inner = 0.30901699437494745;
const outer = 0.8090169943749475;
/** Halfway between the nodes, where the error is near its largest. */
const probes = [-0.95, -0.58, 0, 0.58, 0.95];

interface Cell {
  readonly upper: number;
  readonly numbers: readonly number[];
}

/** Error of a table in standard deviations. Only a mixture of very many unlike parts gets past the first: better a coarser table than no answer. */
const tolerances = [1e-10, 1e-8, 1e-6, 1e-4, 1e-2, 1];

/** Builds the table from the reference quantile alone. The law's variance must be finite and above 0. */
export function compileQuantileTable(law: ProbabilityLaw): QuantileTable {
  const sd = Math.sqrt(law.variance);
  let cells: readonly Cell[] | undefined;
  for (const tolerance of tolerances) if ((cells ??= cellsOf(law, sd, tolerance)) !== undefined) break;
  if (cells === undefined) throw new Error(`no table comes near a law with mean ${law.mean} and variance ${law.variance}`);
  const edges = Float64Array.from(cells, (cell) => cell.upper);
  return { edges, cells: Float64Array.from(cells.flatMap((cell) => cell.numbers)), guide: guideOf(edges), min: law.min, max: law.max };
}

function guideOf(edges: Float64Array): Int32Array {
  const guide = new Int32Array(2 * tableReach * guideDensity + 1);
  for (let k = 0, i = 0; k < guide.length; k++) {
    while (i < edges.length - 1 && edges[i]! < k / guideDensity - tableReach) i++;
    guide[k] = i;
  }
  return guide;
}

/** A stretch of p on which the quantile has no jump inside. */
interface Piece {
  readonly from: number;
  readonly to: number;
}

function cellsOf(law: ProbabilityLaw, sd: number, tolerance: number): readonly Cell[] | undefined {
  const pieces = piecesOf(law);
  const work: Work = { sd, tolerance, mostCells: 8192 + 8 * pieces.length, cells: [] };
  for (const piece of pieces) {
    const low = zOf(piece.from);
    const high = zOf(piece.to);
    if (!(low < high)) continue;
    const quantileAt = quantileWithin(law, piece);
    const count = Math.ceil((high - low) / widestCell);
    for (let k = 0; k < count; k++) {
      const end = k === count - 1 ? high : low + ((high - low) * (k + 1)) / count;
      if (!addCells(work, quantileAt, low + ((high - low) * k) / count, end)) return undefined;
    }
  }
  return work.cells;
}

interface Work {
  readonly sd: number;
  /** In standard deviations. */
  readonly tolerance: number;
  readonly mostCells: number;
  readonly cells: Cell[];
}

function zOf(p: number): number {
  return Math.max(-tableReach, Math.min(tableReach, normalQuantile(p)));
}

/**
 * Pieces between the probabilities at which a mark of the law begins or ends. A mixture's inner landmarks are edges too: a
 * narrow part among wide ones must not slip between the probes.
 */
function piecesOf(law: ProbabilityLaw): readonly Piece[] {
  const inside = [...law.marks.flatMap((mark) => [law.below(mark), law.cdf(mark)]), ...law.landmarks()].filter((p) => p > 0 && p < 1);
  const breaks = [0, ...new Set(inside.sort((a, b) => a - b)), 1];
  return breaks.slice(1).map((to, i) => ({ from: breaks[i]!, to }));
}

/** The quantile as a function of z inside one piece: at its lower edge the limit from above, which is where the piece begins. */
function quantileWithin(law: ProbabilityLaw, { from, to }: Piece): (z: number) => number {
  const first = from * (1 + 2.3e-16);
  return (z) => {
    const p = normalCdf(z);
    return law.quantile(p <= first ? Math.min(first, to) : p > to ? to : p);
  };
}

/** Halves the cell until the polynomial is good enough or hardly any draw falls into it. False where there are too many cells. */
function addCells(work: Work, quantileAt: (z: number) => number, low: number, high: number): boolean {
  const { sd, tolerance, cells } = work;
  if (cells.length >= work.mostCells) return false;
  const middle = low + (high - low) / 2;
  const half = (high - low) / 2;
  const c = fit(quantileAt, middle, half);
  const density = 0.3989422804014327 * exp((-middle * middle) / 2);
  // What the reference itself cannot tell: its own rounding, and that of the probability it is asked for.
  const slope = Math.abs(c[1]! + c[3]! + c[5]!) / half;
  const allowed = tolerance * sd + 1e-15 * Math.max(Math.abs(c[0]!), sd) + (2e-16 * slope) / density;
  let worst = 0;
  for (const probe of probes) worst = Math.max(worst, Math.abs(quantileAt(middle + half * probe) - evaluate(c, probe)));
  if (worst <= allowed) cells.push({ upper: high, numbers: [middle, 1 / half, ...c] });
  else if ((high - low) * density < 2e-10) cells.push({ upper: high, numbers: [middle, 0, quantileAt(middle), 0, 0, 0, 0, 0] });
  else return addCells(work, quantileAt, low, middle) && addCells(work, quantileAt, middle, high);
  return true;
}

/** The polynomial through six points, even and odd part each a quadratic in t². */
function fit(quantileAt: (z: number) => number, middle: number, half: number): readonly number[] {
  const [even1, odd1] = parts(quantileAt, middle, half, 1);
  const [even2, odd2] = parts(quantileAt, middle, half, outer);
  const [even3, odd3] = parts(quantileAt, middle, half, inner);
  const even = quadratic(even1, even2, even3);
  const odd = quadratic(odd1, odd2, odd3);
  return [even[0], odd[0], even[1], odd[1], even[2], odd[2]];
}

function parts(quantileAt: (z: number) => number, middle: number, half: number, t: number): readonly [number, number] {
  const right = quantileAt(middle + half * t);
  const left = quantileAt(middle - half * t);
  return [left + (right - left) / 2, (right - left) / (2 * t)];
}

/** Coefficients of 1, y, y² through the values at y = 1, outer² and inner². */
function quadratic(at1: number, at2: number, at3: number): readonly [number, number, number] {
  const y2 = outer * outer;
  const y3 = inner * inner;
  const first = (at1 - at2) / (1 - y2);
  const second = (at2 - at3) / (y2 - y3);
  const square = (first - second) / (1 - y3);
  const linear = second - square * (y2 + y3);
  return [at3 - linear * y3 - square * y3 * y3, linear, square];
}

function evaluate(c: readonly number[], t: number): number {
  const y = t * t;
  return c[0]! + y * (c[2]! + y * c[4]!) + t * (c[1]! + y * (c[3]! + y * c[5]!));
}
