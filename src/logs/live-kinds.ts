import type { Journey, SegmentInput } from '../journey/types';
import { columns } from '../results/columns';
import { simulate } from '../simulation/simulate';
import { buildResponses } from './build-responses';
import type { Feelings, StepDurations } from './build-journey';
import type { Groups } from './case-columns';
import { tellKindsApart, type Kind, type Lived } from './kinds';
import { sampleOf } from './misfit';
import type { StepPlan } from './step-plans';
import { tally, type Cases, type Tally } from './tally';

/** Customers that are sent through to see whether kinds are told apart enough. */
const probed = 4096;
const probeSeed = 'journey-from-log';

/** What kinds are made from. */
export interface KindMaking {
  readonly cases: Cases;
  readonly journey: Journey;
  readonly plans: readonly StepPlan[];
  readonly between: 'wait' | 'gap';
  readonly most: number;
  readonly groups: Groups | undefined;
  readonly describe: (tally: Tally) => StepDurations[];
  readonly feelingsOf: (group: number | undefined) => Feelings;
  /** Probabilities of doing it again that stand in the journey. */
  readonly again: (place: number, way: number) => number;
}

/** A kind of case of one group, with how it differs. */
export interface MadeKind extends Lived {
  readonly group: number | undefined;
  readonly words: readonly string[];
  readonly responses: NonNullable<SegmentInput['responses']>;
  readonly tally: Tally;
}

/** The kinds of every group; cases that do not say which group they are of are one of their own. */
export function liveKinds(making: KindMaking): MadeKind[] {
  const { cases, groups, most } = making;
  const all = Int32Array.from(cases.weight, (_, one) => one);
  const parts =
    groups === undefined
      ? [{ group: undefined, chosen: all }]
      : [...groups.names.keys(), -1].map((group) => ({ group, chosen: all.filter((one) => groups.of[one] === group) }));
  return parts
    .filter(({ chosen }) => chosen.some((one) => cases.weight[one]! > 0 && cases.paths.furthest[one]! >= 0))
    .flatMap(({ group, chosen }) =>
      tellKindsApart({ cases, whole: { chosen, words: [] }, plans: making.plans, most, live: (kind) => liveKind(making, group, kind) }),
    );
}

function liveKind(making: KindMaking, group: number | undefined, { chosen, words }: Kind): MadeKind {
  const { cases, journey, plans, between, again } = making;
  const here = tally(cases, chosen);
  const responses = buildResponses({
    ...{ tally: here, plans, between, base: again },
    durations: making.describe(here),
    feelings: making.feelingsOf(group),
  });
  const probe = making.most === 1 ? undefined : [{ id: 'kind', share: 1, responses }];
  const made = probe === undefined ? here.total : lifetimes(journey, probe);
  return { n: here.n, real: here.total, made, group, words, responses, tally: here };
}

function lifetimes(journey: Journey, segments: readonly SegmentInput[]) {
  const outcome = 'clockDuration';
  const study = { customers: probed, seed: probeSeed, outcomes: [outcome], keep: [outcome] } as const;
  return sampleOf(columns(simulate({ journey, segments, ...study }), 'kind')[outcome]!);
}
