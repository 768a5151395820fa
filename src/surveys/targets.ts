import type { LevelParameter } from './anchor-types';
import type { SegmentAnswers } from './answers-at-levels';
import { pooled, type Crowd, type Target } from './find-levels';
import { levelRows, type LevelRow } from './level-parameters';
import type { FigureName } from './observed-types';
import type { Figure, ReadFigures } from './read-observed';

/** Where levels are looked for. */
export interface Sought {
  /** The number of a segment; −1: everybody. */
  readonly scope: number;
  readonly answers: readonly SegmentAnswers[];
  readonly shares: readonly number[];
  readonly figures: ReadFigures;
  readonly allowed: readonly LevelParameter[];
}

/** What each level is to reach: the first of its figures that was measured. */
export function targetsOf(sought: Sought): ReadonlyMap<LevelRow, Target> {
  const targets = new Map<LevelRow, Target>();
  for (const row of levelRows) {
    if (!sought.allowed.includes(row.parameter)) continue;
    for (const figure of row.setBy) {
      const target = targetOf(figure, sought);
      if (target === undefined) continue;
      targets.set(row, target);
      break;
    }
  }
  return targets;
}

/** Whether anything measured can set a level. */
export function isSet({ setBy }: LevelRow, figures: ReadFigures): boolean {
  return setBy.some((name) => [...figures.values()].some((one) => measured(one, name) !== undefined));
}

/** What was measured of one segment, or of everybody (−1), and nothing taken together. */
export function targetOfFigure(
  name: FigureName | 'csat.sd',
  scope: number,
  sought: Pick<Sought, 'answers' | 'shares' | 'figures'>,
): Target | undefined {
  return measured(sought.figures.get(scope), name) === undefined ? undefined : targetOf(name, { ...sought, scope });
}

function targetOf(name: FigureName | 'csat.sd', { scope, answers, shares, figures }: Omit<Sought, 'allowed'>): Target | undefined {
  if (scope >= 0) {
    const own = measured(figures.get(scope), name);
    return own === undefined ? undefined : single(name, own, { answers: [answers[scope]!], weights: [1] });
  }
  const whole = measured(figures.get(-1), name);
  if (whole !== undefined) return single(name, whole, { answers, weights: shares });
  const segments = [...figures.keys()].filter((segment) => segment >= 0 && measured(figures.get(segment), name) !== undefined);
  return segments.length === 0 ? undefined : together(name, segments, figures, answers);
}

/** A figure under its name: the spread of satisfaction has no place of its own. */
function measured(figures: { readonly [Name in FigureName]?: Figure } | undefined, name: FigureName | 'csat.sd'): Figure | undefined {
  if (figures === undefined || name !== 'csat.sd') return figures?.[name as FigureName];
  const { csat } = figures;
  return csat?.sd === undefined ? undefined : { value: csat.sd, n: csat.n, sd: undefined };
}

function single(figure: FigureName | 'csat.sd', { value, n, sd }: Figure, crowd: Crowd): Target {
  return { figure, crowd, value, n, variance: figure === 'csat.sd' ? undefined : samplingVariance(figure, value, n, sd) };
}

/** Segments that were measured one by one, as one crowd in the mix in which they were asked. */
function together(
  figure: FigureName | 'csat.sd',
  segments: readonly number[],
  figures: ReadFigures,
  answers: readonly SegmentAnswers[],
): Target {
  const name = figure === 'csat.sd' ? 'csat' : figure;
  const parts = segments.map((segment) => figures.get(segment)![name]!);
  const { value, n, weights } = pooled(parts);
  // Everybody's weight stands at their own place, so that levels of all segments can be handed over.
  const whole = answers.map((_, segment) => (segments.includes(segment) ? weights[segments.indexOf(segment)]! : 0));
  const crowd = { answers, weights: whole };
  if (figure === 'csat.sd') {
    const variance = parts.reduce(
      (sum, part, index) => sum + weights[index]! * (part.sd! * part.sd! + (part.value - value) * (part.value - value)),
      0,
    );
    return { figure, crowd, value: Math.sqrt(variance), n, variance: undefined };
  }
  const variances = parts.map((part) => samplingVariance(figure, part.value, part.n, part.sd));
  const known = variances.every((variance) => variance !== undefined);
  const variance = known ? variances.reduce((sum, one, index) => sum! + weights[index]! * weights[index]! * one!, 0) : undefined;
  return { figure, crowd, value, n, variance };
}

/** Of a share that of yes and no, as if two more had said yes and two no: nobody among few does not mean nobody. Undefined where it is not known. */
export function samplingVariance(figure: FigureName, value: number, n: number, sd: number | undefined): number | undefined {
  if (figure === 'satisfied' || figure === 'returned') {
    const share = (value * n + 2) / (n + 4);
    return (share * (1 - share)) / n;
  }
  return sd === undefined ? undefined : (sd * sd) / n;
}
