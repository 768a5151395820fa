import { isRecord } from '../plain/check-number';
import { finish } from '../plain/work';
import type { RangeResult } from '../simulation/range-errand';
import { executeScenarios } from '../simulation/scenarios-task';
import { mostAtoms } from '../waterfall/live-versions';
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
        return isSet(version, steps.length) ? versionOf(read, steps, version) : undefined;
      },
    };
  });
}

/** Whether it is a number with one bit for each of so many steps. */
function isSet(version: unknown, steps: number): version is number {
  return steps <= mostAtoms && typeof version === 'number' && Number.isInteger(version) && version >= 0 && version < 1 << steps;
}
