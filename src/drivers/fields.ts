import { signOf, type OutcomeName } from '../experience/outcomes';
import type { Interval } from '../statistics/interval';
import type { ImportanceField, ImportanceLines, StepDrivers } from './types';

/** Two values nearer than this are one. */
const rounding = 1e-9;

/** A step before it has its place in the table. */
export type Unplaced = Omit<StepDrivers, 'field' | 'clear'>;

export interface Placed {
  readonly steps: readonly (readonly [id: string, step: StepDrivers])[];
  readonly lines?: ImportanceLines;
}

/**
 * Importance against performance, after Martilla & James (1977), with what one more point of affect brings in the place of what people say matters
 * to them. The lines stand at the means over the steps (judgement, as in most of its uses): fields are relative, and some steps always lie in each half.
 */
export function place(steps: readonly (readonly [id: string, step: Unplaced])[], outcome: OutcomeName): Placed {
  const sign = signOf(outcome);
  const known = steps.flatMap(([, { affect, levers }]) =>
    affect === undefined || levers.affect === undefined ? [] : [[affect, levers.affect] as const],
  );
  if (known.length < 2) return { steps };
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value / values.length, 0);
  const lines: ImportanceLines = {
    importance: mean(known.map(([, effect]) => sign * effect.difference)),
    performance: mean(known.map(([affect]) => affect.mean)),
  };
  const placed = steps.map(([id, step]) => {
    const { affect, levers } = step;
    if (affect === undefined || levers.affect === undefined) return [id, step] as const;
    const important = sign * levers.affect.difference > lines.importance;
    const field = fieldOf(important, affect.mean > lines.performance);
    const clear = keepsClear(levers.affect.interval, sign * lines.importance) && keepsClear(affect.interval, lines.performance);
    return [id, { ...step, field, clear }] as const;
  });
  return { steps: placed, lines };
}

function fieldOf(important: boolean, good: boolean): ImportanceField {
  if (important) return good ? 'keep up the good work' : 'concentrate here';
  return good ? 'possible overkill' : 'low priority';
}

function keepsClear({ low, high }: Interval, line: number): boolean {
  const near = rounding * Math.max(1, Math.abs(line));
  return low > line + near || high < line - near;
}
