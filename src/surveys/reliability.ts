import type { ReliabilityRow } from './back-test-types';

/** A chance that was foretold of some people, and how many of them it came so for. */
export interface Chance {
  readonly event: ReliabilityRow['event'];
  readonly predicted: number;
  readonly observed: number;
  readonly n: number;
}

const events = ['satisfied', 'rated top two', 'takes part', 'returned'] as const satisfies readonly ReliabilityRow['event'][];

/** Chances in tenths: where they are honest, as many come so as were foretold. */
export function reliabilityOf(chances: readonly Chance[]): ReliabilityRow[] {
  return events.flatMap((event) =>
    Array.from({ length: 10 }, (_, tenth) => {
      const own = chances.filter((chance) => chance.event === event && Math.min(9, Math.floor(chance.predicted * 10)) === tenth);
      return rowOf(event, tenth, own);
    }).filter(({ cells }) => cells > 0),
  );
}

function rowOf(event: ReliabilityRow['event'], tenth: number, own: readonly Chance[]): ReliabilityRow {
  const n = own.reduce((sum, chance) => sum + chance.n, 0);
  const mean = (of: (chance: Chance) => number): number => (n > 0 ? own.reduce((sum, chance) => sum + (chance.n / n) * of(chance), 0) : 0);
  const variance = mean(({ predicted }) => predicted * (1 - predicted));
  return {
    event,
    from: tenth / 10,
    to: (tenth + 1) / 10,
    cells: own.length,
    n,
    predicted: mean(({ predicted }) => predicted),
    observed: mean(({ observed }) => observed),
    standardError: n > 0 ? Math.sqrt(variance / n) : 0,
  };
}
