import type { Progress } from '../journey/types';
import { exp } from '../numerics/exp';
import { power } from '../numerics/power';
import type { Slot } from '../sampling/column-plan';
import type { Compiler } from './compiler';

/** What a progress display shows before step `index` of `count`, or undefined where none is shown. */
export function shownProgress(progress: Progress | undefined, index: number, count: number): number | undefined {
  if (progress === undefined || !progress.shown) return undefined;
  const truly = index / count;
  const { endowed = 0, pace = 'constant' } = progress;
  if (typeof pace !== 'string') return pace[index] ?? truly;
  const paced = pace === 'constant' ? truly : pace === 'fast-to-slow' ? Math.sqrt(truly) : truly * truly;
  return endowed + (1 - endowed) * paced;
}

/** p(giving up) = 1 − (1 − dropout)^exp(−g·(shown − true)). A display that shows the truth changes nothing, to the last bit. */
export function givingUp(compiler: Compiler, dropout: number, shown: number | undefined, truly: number): Slot {
  const { columns, parameters } = compiler;
  if (shown === undefined || shown === truly) return columns.constant(dropout);
  return columns.derive(`giving up ${dropout} ${shown - truly}`, [parameters.slot('progress.gain')], (values) => {
    return 1 - power(1 - dropout, exp(-values[0]! * (shown - truly)));
  });
}
