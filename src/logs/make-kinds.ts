import type { SegmentInput } from '../journey/types';
import { buildResponses } from './build-responses';
import type { Feelings, StepDurations } from './build-journey';
import type { Groups } from './case-columns';
import type { Journey } from '../journey/types';
import { carryOver } from './carry-over';
import { columns } from '../results/columns';
import type { Work } from '../plain/work';
import { readSimulation } from '../simulation/simulate';
import { simulateWork } from '../simulation/simulate-work';
import { sampleOf } from './misfit';
import type { Sample } from './sample';
import { tellKindsApart, type Kind } from './kinds';
import type { StepPlan } from './step-plans';
import { tally, type Cases, type Tally } from './tally';
import type { TimeWeights } from './time-weights';

/** Customers that are sent through to see whether kinds are told apart enough. */
const probed = 2048;
const probeSeed = 'journey-from-log';

/** What kinds are made from. */
export interface KindMaking {
  readonly cases: Cases;
  /** How much times count for, where cases are running. */
  readonly times: TimeWeights | undefined;
  readonly plans: readonly StepPlan[];
  readonly between: 'wait' | 'gap';
  readonly most: number;
  readonly groups: Groups | undefined;
  /** `roughly`: as they were seen, which is quickly done. */
  readonly describe: (tally: Tally, roughly: boolean) => StepDurations[];
  readonly journey: Journey;
  /** Durations that stand in it. */
  readonly durations: readonly StepDurations[];
  readonly feelingsOf: (group: number | undefined) => Feelings;
  /** Probabilities of doing it again that stand in the journey. */
  readonly again: (place: number, way: number) => number;
}

/** A kind of case of one group, with how it differs. */
export interface MadeKind {
  readonly n: number;
  readonly group: number | undefined;
  readonly words: readonly string[];
  readonly responses: NonNullable<SegmentInput['responses']>;
  readonly tally: Tally;
}

/** The kinds of every group; cases that do not say which group they are of are one of their own. */
export function* makeKinds(making: KindMaking): Work<MadeKind[]> {
  const { cases, groups, most } = making;
  const all = Int32Array.from(cases.weight, (_, one) => one);
  const parts =
    groups === undefined
      ? [{ group: undefined, chosen: all }]
      : [...groups.names.keys(), -1].map((group) => ({ group, chosen: all.filter((one) => groups.of[one] === group) }));
  const made: MadeKind[] = [];
  for (const { group, chosen } of parts) {
    if (!chosen.some((one) => cases.weight[one]! > 0 && cases.paths.furthest[one]! >= 0)) continue;
    const timed =
      making.times === undefined ? undefined : { seen: tally(cases, chosen), known: tally({ ...cases, times: making.times }, chosen) };
    const live = (part: Int32Array): Work<Sample> => lifetimes(making, group, part);
    for (const kind of yield* tellKindsApart({ cases, chosen, plans: making.plans, most, live })) {
      const here = tally(cases, kind.chosen);
      made.push(makeKind(making, group, kind, timed === undefined ? here : carryOver(here, timed.seen, timed.known)));
      yield chosen.length;
    }
  }
  return made;
}

function makeKind(making: KindMaking, group: number | undefined, { words }: Kind, here: Tally): MadeKind {
  return { n: here.n, group, words, responses: responsesOf(making, group, here, false), tally: here };
}

function responsesOf(
  { plans, between, again, durations, describe, feelingsOf }: KindMaking,
  group: number | undefined,
  here: Tally,
  roughly: boolean,
) {
  return buildResponses({
    tally: here,
    plans,
    between,
    base: again,
    durations: describe(here, roughly),
    all: durations,
    feelings: feelingsOf(group),
  });
}

/** How long customers take who answer as these cases did. */
function* lifetimes(making: KindMaking, group: number | undefined, chosen: Int32Array): Work<Sample> {
  const responses = responsesOf(making, group, tally(making.cases, chosen), true);
  const outcome = 'clockDuration';
  const study = { customers: probed, seed: probeSeed, outcomes: [outcome], keep: [outcome] } as const;
  const input = { journey: making.journey, segments: [{ id: 'kind', share: 1, responses }], ...study };
  const result = yield* simulateWork(readSimulation(input)).work;
  return sampleOf(columns(result, 'kind')[outcome]!);
}
