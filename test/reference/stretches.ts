import type { Moment } from './memory';

/*
 * Stretches by brute force: every place where the best or the worst could begin is tried, and the mean from there is added up anew.
 */

interface Piece {
  readonly step: number;
  /** Seconds from the beginning, failures, recoveries and leaving drawn out to one stretch. */
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
}

export interface Extreme {
  readonly mean: number;
  /** The step that holds most of it. */
  readonly step: number;
}

/** What is remembered as long as one stretch, in a row. */
export function drawnOut(moments: readonly Moment[], stretch: number): readonly Piece[] {
  let from = 0;
  return moments.flatMap(({ step, seconds, start, end, kind }) => {
    const to = from + (kind === 'lived' ? seconds : Math.max(seconds, stretch));
    const piece = { step, from, to, start, end };
    from = to;
    return piece.to > piece.from ? [piece] : [];
  });
}

/** The integral of affect from one time to another. */
function area(pieces: readonly Piece[], from: number, to: number): number {
  return pieces.reduce((sum, piece) => {
    const a = Math.max(from, piece.from);
    const b = Math.min(to, piece.to);
    return b > a ? sum + (b - a) * at(piece, (a + b) / 2) : sum;
  }, 0);
}

function at({ from, to, start, end }: Piece, time: number): number {
  return start + ((end - start) * (time - from)) / (to - from);
}

/** Mean affect over the last seconds. */
export function lastMean(pieces: readonly Piece[], length: number): number {
  const { to } = pieces.at(-1)!;
  return area(pieces, to - length, to) / length;
}

/** The worst and the best stretch of a length, of those alike the first. */
export function extremes(pieces: readonly Piece[], length: number): { readonly worst: Extreme; readonly best: Extreme } {
  const whole = pieces.at(-1)!.to;
  const last = Math.max(0, whole - length);
  const begins = [0, last, ...pieces.flatMap(({ from, to }) => [from, to, from - length, to - length])];
  // Within two lines the mean turns where affect is the same at both ends of the stretch.
  for (const one of pieces) {
    const rise = (one.end - one.start) / (one.to - one.from);
    for (const other of pieces) {
      if (other.to < one.from + length || other.from > one.to + length) continue;
      const otherRise = (other.end - other.start) / (other.to - other.from);
      // one.start + rise·(u − one.from) = other.start + otherRise·(u + length − other.from)
      const turn = (other.start - one.start + rise * one.from + otherRise * (length - other.from)) / (rise - otherRise);
      if (turn > one.from && turn < one.to) begins.push(turn);
    }
  }
  const tried = begins
    .filter((begin) => begin >= 0 && begin <= last)
    .sort((a, b) => a - b)
    .map((begin) => ({ begin, mean: area(pieces, begin, begin + length) / length }));
  const means = tried.map(({ mean }) => mean);
  const of = (mean: number): Extreme => {
    const { begin } = tried.find((one) => Math.abs(one.mean - mean) <= 1e-9)!;
    return { mean, step: holder(pieces, begin, begin + length) };
  };
  return { worst: of(Math.min(...means)), best: of(Math.max(...means)) };
}

/** The step with most time between the two; of two alike the earlier. */
function holder(pieces: readonly Piece[], from: number, to: number): number {
  const held = new Map<number, number>();
  for (const piece of pieces) {
    const part = Math.min(to, piece.to) - Math.max(from, piece.from);
    if (part > 0) held.set(piece.step, (held.get(piece.step) ?? 0) + part);
  }
  const most = Math.max(...held.values());
  return [...held].find(([, part]) => part >= most - 1e-9 * (to - from))![0];
}
