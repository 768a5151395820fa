import { inverse, LuDecomposition, Matrix } from 'ml-matrix';
import { findRoot } from '../numerics/find-root';
import { SegmentAnswers, type Answer, type Found, type Levels } from './answers-at-levels';
import { levelRows, type LevelRow } from './level-parameters';
import type { FigureName } from './observed-types';
import type { Figure } from './read-observed';

/** Some segments as one crowd. */
export interface Crowd {
  readonly answers: readonly SegmentAnswers[];
  /** How many people of each, as parts of 1. */
  readonly weights: readonly number[];
}

/** What is wanted of a crowd: a figure, or the spread of satisfaction. */
export interface Target {
  readonly figure: FigureName | 'csat.sd';
  readonly crowd: Crowd;
  readonly value: number;
  /** Sampling variance of the measured figure; undefined: as the simulated answers differ, over `n` people. */
  readonly variance: number | undefined;
  readonly n: number;
}

/** What is found in a crowd: people of all its segments together. */
export function foundIn({ answers, weights }: Crowd, answer: Answer, levels: readonly Levels[]): Found & { readonly simulated: number } {
  const parts = answers.map((one, index) => one.found(answer, levels[index]!));
  const mean = parts.reduce((sum, part, index) => sum + weights[index]! * part.mean, 0);
  let variance = 0;
  let third = 0;
  let fourth = 0;
  let simulated = 0;
  parts.forEach((part, index) => {
    const weight = weights[index]!;
    const away = part.mean - mean;
    const square = away * away;
    variance += weight * (part.variance + square);
    third += weight * (part.third + 3 * away * part.variance + square * away);
    fourth += weight * (part.fourth + 4 * away * part.third + 6 * square * part.variance + square * square);
    simulated += (weight * weight * part.variance) / answers[index]!.customers;
  });
  return { mean, variance, third, fourth, simulated };
}

/** The figure as a number. */
export function figureIn(crowd: Crowd, figure: Target['figure'], levels: readonly Levels[]): number {
  if (figure !== 'csat.sd') {
    const { answers, weights } = crowd;
    return answers.reduce((sum, one, index) => sum + weights[index]! * (weights[index]! > 0 ? one.mean(figure, levels[index]!) : 0), 0);
  }
  return Math.sqrt(foundIn(crowd, 'rounded', levels).variance);
}

/** What the level of each row is, over everybody of a crowd: they share it. */
function moved(levels: readonly Levels[], { level }: LevelRow, value: number): Levels[] {
  return levels.map((one) => ({ ...one, [level]: value }));
}

/** Figures that count whole answers: they change in steps, a customer at a time. */
const inSteps = { satisfied: true, nps: true, 'csat.sd': true };

/** Where a figure that rises in steps crosses zero: between two steps, and not on one, where rounding would decide for a customer. */
function crossing(rising: (x: number) => number, low: number, high: number): number {
  while (high - low > 1e-6) {
    const middle = (low + high) / 2;
    if (rising(middle) < 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** What the answers can be at the two ends of a level. */
export interface Unreachable {
  readonly row: LevelRow;
  readonly target: Target;
  readonly low: number;
  readonly high: number;
}

/**
 * The levels at which a crowd answers what was measured, each found along the one line on which its figure rises. Satisfaction and the spread of its
 * answers depend a little on each other, so these two are found in turns until neither moves.
 */
export function findLevels(
  start: readonly Levels[],
  targets: ReadonlyMap<LevelRow, Target>,
): { readonly levels: readonly Levels[]; readonly unreachable: readonly Unreachable[] } {
  let levels = start;
  const unreachable: Unreachable[] = [];
  const refused = new Set<LevelRow>();
  const set = (row: LevelRow): number => {
    const target = targets.get(row)!;
    const at = (value: number): number => figureIn(target.crowd, target.figure, moved(levels, row, value)) - target.value;
    const before = levels[0]![row.level];
    const [low, high] = [at(row.least), at(row.most)];
    if (low > 0 || high < 0) {
      refused.add(row);
      unreachable.push({ row, target, low: low + target.value, high: high + target.value });
      levels = levels.map((one, index) => ({ ...one, [row.level]: start[index]![row.level] }));
      return 0;
    }
    const found = target.figure in inSteps ? crossing(at, row.least, row.most) : findRoot(at, row.least, row.most);
    levels = moved(levels, row, found);
    return Math.abs(found - before);
  };
  const [base, spread] = levelRows;
  const has = (row: LevelRow): boolean => targets.has(row) && !refused.has(row);
  const coupled = [base!, spread!].filter((row) => targets.has(row));
  if (has(base!)) set(base!);
  for (let round = 0; round < 30 && has(spread!); round++) {
    const moving = set(spread!);
    if (!has(base!)) break;
    set(base!);
    if (moving < 1e-4) break;
  }
  for (const row of levelRows) if (!coupled.includes(row) && targets.has(row)) set(row);
  return { levels, unreachable };
}

/** Sampling variance of a measured figure, with what the finite simulation adds. */
export function errorVariance(target: Target, levels: readonly Levels[]): number {
  const { figure, crowd, n } = target;
  if (figure === 'csat.sd') {
    const { variance, fourth, simulated } = foundIn(crowd, 'rounded', levels);
    // Where all answer alike, nothing simulated says how far a spread can err: then as of a normal law.
    if (!(variance > 1e-12)) return (target.value * target.value) / (2 * n);
    const ofSpread = Math.max(0, fourth - variance * variance) / (4 * variance);
    return ofSpread / n + (ofSpread * simulated) / variance;
  }
  const { variance, simulated } = foundIn(crowd, figure, levels);
  return (target.variance ?? variance / n) + simulated;
}

/** How the levels that were found err together: the errors of the figures, brought back along the slopes. */
export function levelCovariance(rows: readonly LevelRow[], targets: ReadonlyMap<LevelRow, Target>, levels: readonly Levels[]): number[][] {
  const wanted = rows.map((row) => targets.get(row)!);
  const slopes = wanted.map(({ figure, crowd }) =>
    rows.map((row) => {
      const value = levels[0]![row.level];
      const step = row.step(value);
      const low = Math.max(row.least, value - step);
      const high = Math.min(row.most, value + step);
      return (figureIn(crowd, figure, moved(levels, row, high)) - figureIn(crowd, figure, moved(levels, row, low))) / (high - low);
    }),
  );
  const errors = wanted.map((target) => rows.map((_, index) => (wanted[index] === target ? errorVariance(target, levels) : 0)));
  // The mean and the spread of the same answers err together where the answers lean to one side.
  const mean = wanted.findIndex(({ figure }) => figure === 'csat');
  const spread = wanted.findIndex(({ figure }) => figure === 'csat.sd');
  if (mean >= 0 && spread >= 0) {
    const { third, variance } = foundIn(wanted[mean]!.crowd, 'rounded', levels);
    const both = third / (2 * Math.sqrt(Math.max(variance, 1e-12))) / wanted[mean]!.n;
    errors[mean]![spread] = both;
    errors[spread]![mean] = both;
  }
  const moves = new Matrix(slopes);
  // Where a level moves nothing its error cannot be told from the figures.
  if (rows.length === 0 || new LuDecomposition(moves).isSingular()) return rows.map(() => rows.map(() => 0));
  const back = inverse(moves);
  return back.mmul(new Matrix(errors)).mmul(back.transpose()).to2DArray();
}

/** People of several segments measured as one crowd: their mean, and its sampling variance. */
export function pooled(parts: readonly Figure[]): { readonly value: number; readonly n: number; readonly weights: readonly number[] } {
  const n = parts.reduce((sum, part) => sum + part.n, 0);
  const weights = parts.map((part) => part.n / n);
  return { value: parts.reduce((sum, part, index) => sum + weights[index]! * part.value, 0), n, weights };
}
