import type { Journey } from '../journey/types';
import { issuesError } from '../plain/issues-error';
import type { ResolvedStudy } from './read-study';

/** The settings of a study as plain JSON, to be read again by the same door elsewhere; its number of customers fixed. */
export function writtenSettings(study: ResolvedStudy, customers: number): Readonly<Record<string, unknown>> {
  const { segments, model, seed, seedGiven, confidence, requested, keep, population } = study;
  return {
    segments: [...segments],
    model,
    customers,
    ...(seedGiven ? { seed } : {}),
    confidence,
    outcomes: requested,
    ...(keep.size > 0 ? { keep: [...keep] } : {}),
    ...(population === undefined ? {} : { population }),
  };
}

/** A function has no JSON: whoever remembers by one of their own cannot have parts done elsewhere. */
export function refuseFunctions({ model, models }: Pick<ResolvedStudy, 'model' | 'models'>, path = 'model.memory'): void {
  if ([model, ...models].every(({ memory }) => memory.kind !== 'custom')) return;
  const hint = 'take one of the memory models of the library, or let it run in this thread';
  const expected = 'a memory model that can be written down, where others do the work';
  throw issuesError([{ code: 'conflict', path, expected, received: 'a function', hint }]);
}

/** Steps a customer of each segment goes through, in all journeys. */
export function stepsOf(journeys: readonly Journey[]): number {
  return journeys.reduce((sum, { interactions }) => sum + interactions.length, 0);
}
