import type { Interaction, Journey } from '../journey/types';
import { exp } from '../numerics/exp';
import { power } from '../numerics/power';
import type { Slot } from '../sampling/column-plan';
import type { Compiler } from './compiler';

/** What a bar shows on entering a step, and how far people truly are by then: shares of what the bar is about. */
export interface BarAt {
  readonly shown: number;
  readonly truly: number;
}

/** The bar at each step; undefined where none is shown. */
export function barsOf({ interactions, progress }: Journey): readonly (BarAt | undefined)[] {
  if (progress === undefined || progress.shown === false) return interactions.map(() => undefined);
  const { shown, endowed = 0, pace = 'constant' } = progress;
  const bar = interactions.map((step) => barOf(step, shown, typeof pace !== 'string'));
  const steps = new Map<string, number>();
  for (const name of bar) if (name !== undefined) steps.set(name, (steps.get(name) ?? 0) + 1);
  const done = new Map<string, number>();
  return bar.map((name, index) => {
    if (name === undefined) return undefined;
    const before = done.get(name) ?? 0;
    done.set(name, before + 1);
    const truly = before / steps.get(name)!;
    if (typeof pace !== 'string') return { shown: pace[index] ?? truly, truly };
    const paced = pace === 'constant' ? truly : pace === 'fast-to-slow' ? Math.sqrt(truly) : truly * truly;
    return { shown: endowed + (1 - endowed) * paced, truly };
  });
}

/** The bar a step stands on: that of the stages, one over everything where each step has its share written, else that of its channel, on which no wait stands. */
function barOf(step: Interaction, shown: true | readonly string[], listed: boolean): string | undefined {
  if (shown !== true) return belongs(step, shown) ? 'stages' : undefined;
  if (listed) return 'all';
  const { channel, kind } = step;
  return kind === 'wait' || kind === 'gap' ? undefined : `channel ${channel ?? ''}`;
}

/** A step of one of the stages, or one that holds such. */
function belongs({ stage, parts = [] }: Interaction, stages: readonly string[]): boolean {
  return (stage !== undefined && stages.includes(stage)) || parts.some((part) => belongs(part, stages));
}

/** p(giving up) = 1 − (1 − dropout)^exp(−g·(shown − true)). A display that shows the truth changes nothing, to the last bit. */
export function givingUp(compiler: Compiler, dropout: number, bar: BarAt | undefined): Slot {
  const { columns, parameters } = compiler;
  if (bar === undefined || bar.shown === bar.truly) return columns.constant(dropout);
  const ahead = bar.shown - bar.truly;
  return columns.derive(`giving up ${dropout} ${ahead}`, [parameters.slot('progress.gain')], (values) => {
    return 1 - power(1 - dropout, exp(-values[0]! * ahead));
  });
}
