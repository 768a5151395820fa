import { mean } from '../../distributions/mathematics';
import type { WaitConditions } from '../../journey/types';
import { meanSeconds, type LivedUnit } from './lived-units';

/** Judgement: a wait this many times as long as what people are said to bear says that the one does not fit the other. */
export const mostTimesAsLong = 30;

/** The waits of a unit with their mean lengths: its own, that of a failure, and that before it is tried again. */
export function waitsOf(
  lived: LivedUnit,
): readonly { readonly wait?: WaitConditions | undefined; readonly seconds: number; readonly path: string }[] {
  const { unit, path } = lived;
  const { failure } = unit;
  const again = failure?.retry?.wait;
  return [
    ...(unit.kind === 'wait' ? [{ wait: unit.wait, seconds: meanSeconds(lived), path: `${path}.wait` }] : []),
    ...(failure?.wait === undefined ? [] : [{ wait: failure.wait, seconds: mean(failure.duration ?? 0), path: `${path}.failure.wait` }]),
    ...(again === undefined ? [] : [{ wait: again, seconds: mean(again.duration), path: `${path}.failure.retry.wait` }]),
  ];
}
