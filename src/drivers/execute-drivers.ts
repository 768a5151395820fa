import { isRecord } from '../plain/check-number';
import { finish } from '../plain/work';
import type { RangeResult } from '../simulation/range-errand';
import { executeScenarios } from '../simulation/scenarios-task';
import { feltSteps, readDrivers } from './read-drivers';
import { versionOf } from './remembered';
import { asItIs, planTrials, type Trials } from './trials';

/** Does a part of `driversAsync`. Throws a JourneyError where the task is none, or its study faulty. */
export function executeDriversTask(task: unknown): RangeResult {
  return executeScenarios(task, (input) => {
    const read = readDrivers(input);
    const steps = feltSteps(read.journey);
    let trials: Trials | undefined;
    return {
      study: read.study,
      scenario: (written) => {
        if (!isRecord(written)) return undefined;
        const { trial, version } = written;
        if (trial !== undefined) return typeof trial === 'number' ? (trials ??= finish(planTrials(read))).list[trial]?.scenario : undefined;
        if (version === undefined) return asItIs(read);
        const isSet = Number.isInteger(version) && (version as number) >= 0 && (version as number) < 2 ** steps.length;
        return isSet ? versionOf(read, steps, version as number) : undefined;
      },
    };
  });
}
