import type { Issue } from '../errors/issue';
import { unknownName } from '../errors/unknown-name';
import { at, quote, unfit } from '../errors/wording';
import { readOutcome } from '../experience/read-outcome';
import type { OutcomeName } from '../experience/outcomes';
import type { Interaction, Journey } from '../journey/types';
import { throwIssues } from '../plain/issues-error';
import { isList } from '../plain/plain-object';
import { readScenarioStudy } from '../simulation/read-scenario-study';
import type { MadeAgain } from '../simulation/scenario-groups';
import { refuseFunctions, writtenSettings } from '../simulation/written-study';
import { openInput, type ResolvedStudy } from '../simulation/read-study';
import { mostAtoms, mostExact } from '../waterfall/live-versions';
import type { DriversInput } from './types';

export interface ReadDrivers {
  readonly study: ResolvedStudy;
  readonly journey: Journey;
  readonly outcome: OutcomeName;
  /** Ids of the steps that are tried, in journey order. */
  readonly steps: readonly string[];
  readonly shapley: boolean;
}

const ownKeys = ['journey', 'outcome', 'steps', 'shapley'] as const satisfies readonly (keyof DriversInput)[];
const defaultCustomers = 2_000;
/** Every lever of every step is a journey of its own to be lived by all. */
const mostSteps = 200;

export function readDrivers(given: unknown): ReadDrivers {
  const issues: Issue[] = [];
  const input = openInput(given, ownKeys);
  const { journey: written, outcome: wanted = 'satisfaction', steps, shapley } = input;
  const outcome = readOutcome(wanted, 'outcome', issues);
  if (shapley !== undefined && typeof shapley !== 'boolean') issues.push(unfit(shapley, 'shapley', 'true or false'));
  const listed = steps === undefined || isList(steps);
  if (!listed) issues.push(unfit(steps, 'steps', 'a list of ids of steps'));
  const study = readScenarioStudy(input, [{ path: 'journey', value: written }], ownKeys, defaultCustomers, outcome, issues);
  const journey = study.journeys[0]!;
  const chosen = chooseSteps(journey, steps as readonly unknown[] | undefined, issues);
  const felt = feltSteps(journey).length;
  if (shapley === true && felt > mostAtoms) {
    const expected = `no more than ${mostAtoms} steps to share out over`;
    issues.push({ code: 'conflict', path: 'shapley', expected, received: `${felt} steps`, hint: 'leave shapley out' });
  }
  throwIssues(issues);
  return { study, journey, outcome, steps: chosen, shapley: (shapley as boolean | undefined) ?? felt <= mostExact };
}

/** How scenarios of it are made again elsewhere. */
export function againFor({ study, journey, outcome, steps, shapley }: ReadDrivers): MadeAgain {
  return {
    kind: 'drivers',
    written: () => {
      refuseFunctions(study);
      return { ...writtenSettings(study, study.customers), journey, outcome, steps, shapley };
    },
  };
}

/** The steps that are felt at all: gaps are not. */
export function feltSteps({ interactions }: Journey): readonly Interaction[] {
  return interactions.filter(({ kind }) => kind !== 'gap');
}

function chooseSteps({ interactions }: Journey, written: readonly unknown[] | undefined, issues: Issue[]): readonly string[] {
  const ids = interactions.map(({ id }) => id);
  if (written === undefined) {
    if (ids.length <= mostSteps) return ids;
    const expected = `1 to ${mostSteps} steps to try`;
    issues.push({
      code: 'missing',
      path: 'steps',
      expected,
      received: 'nothing',
      hint: `the journey has ${ids.length}: name those to try`,
    });
    return [];
  }
  if (written.length === 0 || written.length > mostSteps) {
    const code = written.length === 0 ? 'missing' : 'too-large';
    issues.push({ code, path: 'steps', expected: `1 to ${mostSteps} steps to try`, received: `a list of ${written.length}` });
    return [];
  }
  const known = new Set(ids);
  const chosen = new Set<string>();
  written.forEach((id, index) => {
    const path = at('steps', index);
    if (typeof id !== 'string' || !known.has(id)) issues.push(unknownName(path, id, ids));
    else if (chosen.has(id)) issues.push({ code: 'duplicate-id', path, expected: 'each step once', received: quote(id) });
    else chosen.add(id);
  });
  return ids.filter((id) => chosen.has(id));
}
