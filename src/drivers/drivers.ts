import type { OutcomeName } from '../experience/outcomes';
import { deepFreeze } from '../plain/deep-freeze';
import { finish, type Work } from '../plain/work';
import { estimateIn } from '../results/simulation-words';
import type { Simulation } from '../results/types';
import { recordOf, segmentOrder, setOwn, versions } from '../simulation/assemble';
import { studyCautions } from '../simulation/cautions';
import { rareChances } from '../simulation/cautions/seen';
import { drive, type DriveOptions, type WatchedWork } from '../simulation/drive';
import { Progress } from '../simulation/progress';
import { simulateWork } from '../simulation/simulate-work';
import type { SegmentsOrIds } from '../simulation/types';
import { contributionOf } from '../waterfall/contribution';
import type { LivedVersions } from '../waterfall/live-versions';
import { withDisplay } from '../words/display';
import { driversPage, driversSentence, rankingSentence } from './drivers-words';
import { place, type Unplaced } from './fields';
import { leverNames } from './levers';
import { liveAgainst } from './live-against';
import { rank, type Tried } from './rank';
import { readDrivers, type ReadDrivers } from './read-drivers';
import { liveRemembered, planRemembered, rememberedShares, type RememberedPlan } from './remembered';
import { asItIs, planTrials, waysThrough } from './trials';
import type { Drivers, DriversHere, DriversInput, Lever, LeverEffects, LeverRanking, OptionDrivers } from './types';

/**
 * Where the next euro goes: what a little more of each thing at each step does to one outcome. Levers are one point of affect more, 10 % less time, one
 * percentage point fewer failures, 10 % fewer people giving up, and the step taken away; each alone, to the same customers, so that errors are those
 * of differences. A lever moves a step with all it holds: its options and parts. What each way through a choice does alone stands under `options`.
 *
 * A lever that cannot act has no figure, and `absent` says why: no failure where nothing can fail, no removal where the journey needs the step. Where a
 * chance of failing is below one percentage point it falls to 0, and affect ends at +10: `limited` says so. The levers have no price here, and what they
 * cost differs: the steps are ranked within each lever, never levers against each other.
 *
 * `rankings` names a first only where its gain is told from none, and lists with it all steps that are not told apart from it: by their paired
 * difference, wide enough for all pairs of steps at once.
 *
 * Importance against performance (Martilla & James 1977): how much +1 affect brings beside how the step feels now, in four fields parted at the means
 * over the steps. Shapley shares: remembered utility with every step as it is, less that with every step neutral (as long, affect 0, no wait,
 * failure or choice, nobody leaves), shared out over the steps by what each adds averaged over all orders.
 *
 * @param input `journey`, all that a study has (`customers` default 2,000), `outcome` (default `satisfaction`), `steps` (ids of those tried; default
 * all, 200 at most) and `shapley` (default: up to eight steps).
 * @returns Frozen plain data: `overall` and `segments[id]`, each with `steps[id]` (`levers`, `options`, `affect`, `field`), `lines` and `remembered`;
 * `rankings` by lever, `absent`, `limited` and a `sentence`. Every figure has `difference` (outcome's unit), `standardError` and `interval`.
 * @throws JourneyError with every fault in the study at once.
 *
 * @example
 * import { drivers } from 'peakend/decide';
 * const visit = {
 *   name: 'Visit',
 *   interactions: [
 *     { id: 'queue', kind: 'wait', duration: 600, affect: -2 },
 *     { id: 'desk', duration: 300, affect: 1, failure: { probability: 0.1, affect: -4 } },
 *   ],
 * };
 * const found = drivers({ journey: visit, customers: 200, seed: 1 });
 * found.rankings.affect.first; // 'desk'
 * found.overall.steps.queue.levers.failure; // undefined
 */
export function drivers<const Segments extends SegmentsOrIds>(input: DriversInput<Segments>): Drivers {
  return finish(driversWork(readDrivers(input)).work);
}

/**
 * As {@link drivers}, without holding up whoever else runs in this thread; `signal`, `onProgress` and `runner` as in `simulateAsync`. Customers are counted
 * once for every change they live under. A run that was stopped has no result so far.
 *
 * @example
 * import { driversAsync } from 'peakend/decide';
 * const call = { name: 'Call', interactions: [{ id: 'talk', duration: 300, affect: 2 }] };
 * const found = await driversAsync({ journey: call, outcome: 'rememberedUtility', customers: 100, seed: 1 });
 * found.overall.steps.talk.levers.affect.difference; // 1
 */
export async function driversAsync<const Segments extends SegmentsOrIds>(
  input: DriversInput<Segments>,
  options: DriveOptions = {},
): Promise<Drivers> {
  return drive(driversWork(readDrivers(input)), options);
}

function driversWork(read: ReadDrivers): WatchedWork<Drivers> {
  const progress = new Progress();
  return { work: findDrivers(read, progress), progress, partial: () => undefined };
}

function* findDrivers(read: ReadDrivers, progress: Progress): Work<Drivers> {
  const { study, journey, outcome, steps } = read;
  // 1. What is tried: each lever where it can act, and versions of the journey with some steps neutral.
  const trials = yield* planTrials(read);
  const plan = planRemembered(read);
  const through = study.customers * study.segments.length;
  progress.total = through * (1 + (plan?.versions.sets.length ?? 0) + trials.list.length);
  // 2. The same customers live all of it; those who live it as it is are watched step by step.
  const today = yield* simulateWork({
    ...study,
    outcomes: new Set([outcome]),
    requested: [outcome, 'interactions'],
    interactions: true,
    keep: new Set(),
  }).work;
  progress.done += through;
  const scenarios = trials.list.map(({ scenario }) => scenario);
  const { added, doubts } = yield* liveAgainst(read, asItIs(read), scenarios, progress);
  const remembered = plan === undefined ? undefined : { plan, lived: yield* liveRemembered(read, plan, progress) };
  const tried = trials.list.map((trial, index): Tried => ({ trial, added: added[index]! }));
  // 3. Numbers; and which step comes first, lever by lever.
  const lived: Lived = { read, today, tried, remembered };
  const overall = yield* here(lived, [...study.segments.keys()], 1);
  const segments: Record<string, DriversHere> = {};
  for (const [index, { id, share }] of study.segments.entries()) setOwn(segments, id, yield* here(lived, [index], share));
  const rankings: { [Key in Lever]?: LeverRanking } = {};
  for (const lever of leverNames) {
    const own = tried.filter(({ trial }) => trial.lever === lever && trial.option === undefined);
    if (own.length === 0) continue;
    const ranked = yield* rank(own, read);
    rankings[lever] = { ...ranked, sentence: rankingSentence(lever, outcome, ranked, overall) };
  }
  // 4. Words.
  const { outcomes: _, ...record } = recordOf(study, study.customers);
  const found = {
    kind: 'drivers' as const,
    outcome,
    overall,
    segments,
    rankings,
    order: { segments: segmentOrder(study), steps, remembered: plan?.steps.map(({ id }) => id) ?? [] },
    absent: trials.absent,
    limited: trials.limited,
    ...(plan === undefined ? {} : { shapley: methodOf(plan) }),
    cautions: [...(yield* studyCautions(study, study.customers)), ...rareChances(journey, study.segments, doubts, study.customers)],
    study: record,
    versions: versions(journey),
  };
  return deepFreeze(withDisplay<Drivers>({ ...found, sentence: driversSentence(found) }, driversPage));
}

interface Lived {
  readonly read: ReadDrivers;
  readonly today: Simulation;
  readonly tried: readonly Tried[];
  readonly remembered: { readonly plan: RememberedPlan; readonly lived: LivedVersions } | undefined;
}

/** What the figures of a step take, in customers × steps. */
const stepWork = 1_000;

/** Some segments, weighed by their shares. */
function* here({ read, today, tried, remembered }: Lived, places: readonly number[], share: number): Work<DriversHere> {
  const { study, journey, outcome, steps } = read;
  const whole = places.reduce((sum, index) => sum + study.segments[index]!.share, 0);
  const parts = places.map((index) => ({ index, weight: study.segments[index]!.share / whole }));
  const summary = places.length === study.segments.length ? today.overall : today.segments[study.segments[places[0]!]!.id]!;
  const effects = (step: string, option: string | undefined): LeverEffects => {
    const found: { -readonly [Key in Lever]?: LeverEffects[Key] } = {};
    for (const { trial, added } of tried) {
      if (trial.step !== step || trial.option !== option || !places.some((index) => trial.acts[index])) continue;
      const own = parts.map(({ index, weight }) => ({ ...added[index]!, weight }));
      found[trial.lever] = contributionOf(own, study.confidence, outcome);
    }
    return found;
  };
  const unplaced: (readonly [string, Unplaced])[] = [];
  for (const step of journey.interactions) {
    if (!steps.includes(step.id)) continue;
    const { reached, affect } = summary.interactions![step.id]!;
    const options = waysThrough(step).map(({ id, name = id }): OptionDrivers => ({ id, name, levers: effects(step.id, id) }));
    const felt = step.kind !== 'gap' && reached > 0;
    const one: Unplaced = {
      name: step.name ?? step.id,
      reached,
      ...(felt ? { affect: { mean: affect.mean, interval: affect.interval } } : {}),
      levers: effects(step.id, undefined),
      ...(step.choice === undefined ? {} : { options }),
    };
    unplaced.push([step.id, one]);
    yield stepWork * places.length;
  }
  const placed = place(unplaced, outcome);
  const byId: Record<string, DriversHere['steps'][string]> = {};
  for (const [id, step] of placed.steps) setOwn(byId, id, step);
  return {
    share,
    mean: meanIn(summary, outcome),
    steps: byId,
    ...(placed.lines === undefined ? {} : { lines: placed.lines }),
    ...(remembered === undefined
      ? {}
      : {
          remembered: rememberedShares(
            remembered.plan,
            parts.map(({ index, weight }) => ({ tally: remembered.lived.tallies[index]!, weight })),
            study.confidence,
          ),
        }),
  };
}

function meanIn(summary: Simulation['overall'], outcome: OutcomeName): number {
  return estimateIn(summary, outcome)!.mean;
}

function methodOf({ versions: { exact, shapley, sets } }: RememberedPlan): NonNullable<Drivers['shapley']> {
  return { method: exact ? 'exact' : 'sampled', orders: shapley.count, journeys: sets.length };
}
