import { isRecord } from '../plain/check-number';
import { isList } from '../plain/plain-object';
import type { Scenario } from '../simulation/compile-scenario';
import type { RangeResult } from '../simulation/range-errand';
import { executeScenarios } from '../simulation/scenarios-task';
import { ignoranceOf, scenarioWith, type Ignorance, type WrittenSet } from './draw-sets';
import { readRobustness, type ReadRobustness } from './read-robustness';

/** Does a part of `robustnessAsync`. Throws a JourneyError where the task is none, or its study faulty. */
export function executeRobustnessTask(task: unknown): RangeResult {
  return executeScenarios(task, (input) => {
    const read = readRobustness(input);
    const ignorance = ignoranceOf(read);
    return { study: read.study, scenario: (written) => scenarioFrom(written, read, ignorance) };
  });
}

function scenarioFrom(written: unknown, read: ReadRobustness, ignorance: Ignorance): Scenario | undefined {
  if (!isRecord(written)) return undefined;
  const { memory, peak, end, values } = written as { readonly [Key in keyof WrittenSet]: unknown };
  const { varied, peaks, ends } = ignorance;
  // Where there are no rules, every set has the first of none.
  const isThere = (place: unknown, list: readonly unknown[]): boolean =>
    place === undefined || place === 0 || (typeof place === 'number' && list[place] !== undefined);
  if (!isThere(memory, read.over.memory) || !isThere(peak, peaks) || !isThere(end, ends)) return undefined;
  if (!isList(values) || values.length !== varied.length || !values.every((one) => one === null || Number.isFinite(one))) return undefined;
  const moved = varied.flatMap((one, place) => (values[place] === null ? [] : [[one, values[place] as number] as const]));
  return scenarioWith(read, ignorance, moved, { memory, peak, end } as Partial<WrittenSet>);
}
