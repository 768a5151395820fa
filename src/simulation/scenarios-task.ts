import { outcomeNames, type OutcomeName } from '../experience/outcomes';
import { numbersToText } from '../plain/base64';
import { guardAt, standardLimits, type GuardLimits } from '../plain/guard-plain';
import { isList } from '../plain/plain-object';
import { reading } from '../plain/reading';
import { at, unfit } from '../errors/wording';
import { finish } from '../plain/work';
import type { Scenario } from './compile-scenario';
import { liveScenarios } from './live-scenarios';
import type { RangeResult } from './range-errand';
import { mostCustomers, readNames, type ResolvedStudy } from './read-study';
import type { Range } from './run-study';
import type { MadeAgain } from './scenario-groups';

/** Some scenarios of a study, to be lived by some of its customers elsewhere. */
export interface ScenariosTask extends Range, Pick<MadeAgain, 'kind' | 'part'> {
  /** As the door takes it. */
  readonly study: Readonly<Record<string, unknown>>;
  /** The place of the first of the scenarios among all. */
  readonly place: number;
  /** As they are written; a lead comes first. */
  readonly scenarios: readonly unknown[];
  readonly outcomes: readonly OutcomeName[];
  /** Whether the result may hold typed arrays. */
  readonly clones: boolean;
}

type Asked = Pick<ScenariosTask, 'first' | 'count' | 'outcomes' | 'clones'>;

/** What they come to: by segment, scenario, journey and outcome the numbers of all these customers. */
export function liveTask(study: ResolvedStudy, scenarios: readonly Scenario[], { first, count, outcomes, clones }: Asked): RangeResult {
  const columns = study.journeys.length * outcomes.length;
  const numbers = new Float64Array(study.segments.length * scenarios.length * columns * count);
  finish(
    liveScenarios(study, scenarios, outcomes, { first, count }, (segment, scenario, lived, block, firstCustomer) => {
      lived.flat().forEach((column, index) => {
        const row = (segment * scenarios.length + scenario) * columns + index;
        numbers.set(column.subarray(0, block), row * count + firstCustomer - first);
      });
    }),
  );
  return { first, count, numbers: clones ? numbers : numbersToText(numbers) };
}

/** What a door makes of the study of a task. */
export interface MadeStudy {
  readonly study: ResolvedStudy;
  /** A scenario from what is written; undefined where it is none of this study. */
  readonly scenario: (written: unknown) => Scenario | undefined;
}

const taskKeys = ['kind', 'study', 'part', 'place', 'scenarios', 'first', 'count', 'outcomes', 'clones'] as const;
/** Each scenario is short, but there are many. */
const limits: GuardLimits = { ...standardLimits, values: 100_000_000 };
/** More has no room in one list of numbers. */
const mostNumbers = 1 << 28;

/** Does a task that came from outside. Throws a JourneyError with what is wrong with it. */
export function executeScenarios(task: unknown, make: (study: unknown, part: unknown) => MadeStudy): RangeResult {
  const read = reading<(typeof taskKeys)[number]>(task, taskKeys, { expected: 'a task', asTheyAre: ['study', 'scenarios'] });
  for (const key of ['study', 'scenarios', 'first', 'count', 'outcomes'] as const) if (!read.has(key)) read.fault(key, 'a part of a task');
  const first = read.whole('first', { min: 0, max: mostCustomers });
  const count = read.whole('count', { min: 1, max: mostCustomers });
  const outcomes = read.by('outcomes', (value, path, issues) => readNames(value, path, outcomeNames, issues));
  const clones = read.flag('clones') ?? false;
  const written = read.by('scenarios', (value, path) => {
    const list = guardAt(value, path, limits);
    return isList(list) ? list : read.fault('scenarios', 'a list of scenarios');
  });
  read.finish();
  const { study, scenario } = make(read.written.study, read.written.part);
  const scenarios = written!.flatMap((one, index) => {
    const made = scenario(one);
    if (made === undefined) read.issues.push(unfit(one, at('scenarios', index), 'a scenario of this study'));
    return made ?? [];
  });
  if (study.segments.length * scenarios.length * study.journeys.length * outcomes!.length * count! > mostNumbers) {
    read.fault('count', 'fewer customers, or fewer scenarios', { code: 'too-large' });
  }
  read.finish();
  return liveTask(study, scenarios, { first: first!, count: count!, outcomes: outcomes!, clones });
}
