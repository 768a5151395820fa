import type { Affect } from '../journey/types';
import type { Parameter } from '../model/types';
import type { Bounds, Slot } from '../sampling/column-plan';
import type { Compiler } from './compiler';

/** Both ends of a line come from the same uniform of the step: one customer is high or low in both. */
export function affectSlots(
  compiler: Pick<Compiler, 'columns' | 'segment'>,
  stream: string,
  affect: Affect,
  shift: number,
  between: Bounds | undefined,
): { readonly start: Slot; readonly end: Slot } {
  const factor = { purpose: 'affectFactor', rho: compiler.segment.dependence?.affect ?? 0 } as const;
  const draw = (level: Parameter): Slot => compiler.columns.draw(stream, 'affect', level, { shift, between, factor });
  if (typeof affect === 'object' && 'start' in affect) return { start: draw(affect.start), end: draw(affect.end) };
  const level = draw(affect);
  return { start: level, end: level };
}
