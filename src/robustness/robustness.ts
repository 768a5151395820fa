import { finish, type Work } from '../plain/work';
import type { SegmentsOrIds } from '../simulation/types';
import { deepFreeze } from '../plain/deep-freeze';
import { withDisplay } from '../words/display';
import type { Caution } from '../results/types';
import { recordOf, segmentOrder, setOwn, versions } from '../simulation/assemble';
import { eachOnce, rareChances } from '../simulation/cautions/seen';
import { studyCautions } from '../simulation/cautions';
import { drive, type DriveOptions, type WatchedWork } from '../simulation/drive';
import { Progress } from '../simulation/progress';
import type { ResolvedStudy } from '../simulation/read-study';
import { mostInputs, placesOf, tryAlone } from './alone';
import type { Gains } from './expected-gain';
import { valueOfInformation } from './information';
import type { Deciding } from './place-numbers';
import { placeResult, type Lived } from './place-result';
import { readRobustness, type ReadRobustness } from './read-robustness';
import { robustnessPage } from './robustness-page';
import { variantSentence } from './robustness-words';
import { planScenarios, type Alternatives, type DrawnNumber, type Plan } from './scenarios';
import { baseCustomers, liveBaseSets } from './shares';
import { tallyScenarios, type Tallies } from './tally-scenarios';
import type { Robustness, RobustnessHere, RobustnessInput, VariantRobustness } from './types';

/**
 * Tries a verdict on what nobody knows for certain: does it hold with other memory models and other numbers in the model, and where does it
 * flip? Two levels are kept apart. Outside, **what we do not know**: parameter sets drawn from ranges we find plausible, dealt out over
 * memory models; and the journeys' and segments' own numbers, as widely as their `source` says. Inside, **how customers differ**: the same simulated customers in both journeys and in every set, so that two sets differ by
 * their assumptions alone.
 *
 * Size counts, not the sign alone: a set holds if it concludes as the study does and finds at least half of the studied difference, or where
 * a margin is given, more than that. Half, like the nine sets in ten of `robust`, is judgement.
 *
 * A guess, and a number whose source is not said, is drawn within ± 2 points of affect, or between ÷ 1.5 and × 1.5 of a duration or chance (90 %);
 * an expert's within half of that, what was measured or is from the literature by its `n` or `within`, else within a quarter (judgement). What draws
 * from one stream moves together, in all journeys and segments. What a variant promises to change may also come out smaller or larger, by half
 * (90 %; an expert's by a quarter). Numbers of failures, recoveries, retries, effort and appeal stay as written, and so does what is skipped.
 *
 * What a segment's own `model` sets stays. Recall delay and carry-over stay the study's under every memory model. All parameters are drawn
 * independently of each other, and every memory model, peak rule and end window has the same weight: both are judgement.
 *
 * @param input `baseline`, `variant` (or `variants` by name), all that a study has (`customers` default 500), `outcome` (default
 * `satisfaction`), `margin` in its unit, and `over`: `memory` (models by name), `peak` and `endWindow` (rules by name, put over those memory
 * models that have them), `parameters` (path → distribution or `[low, high]`, which is uniform; default {@link parameterPriors} as PERT around
 * the study's own values), `inputs` (path → 90 % half-width, default by source), `draws` (parameter sets, default 200) and `shares` (base sets for
 * the shares of the uncertainty, default 128; 0: none).
 * @returns frozen plain data: for each variant, overall and by segment, `asStudied`, `shares` of the sets with each conclusion, the share that
 * `holds`, the range of the `difference` (outcome's unit) and where the study lies `amongSets`, `spread` (uncertainty, simulation error and
 * customers apart, and what comes from guesses, other numbers, the model and memory), the verdict for each memory model, peak rule and end window, each number's effect alone, `flips`, `verdict` and
 * `sentence`; and `information`: what it would be worth to know more before choosing, and which numbers to measure first.
 * @throws JourneyError with every fault in the study and in `over` at once.
 *
 * @example
 * import { averaging, peakEnd, robustness } from 'peakend';
 * const visit = (last) => ({ name: 'Visit', interactions: [{ id: 'wait', duration: 600, affect: -2 }, { id: 'desk', duration: 300, affect: last }] });
 * const longer = { name: 'Longer', interactions: [...visit(1).interactions, { id: 'thanks', duration: 1200, affect: 0.5 }] };
 * const tried = robustness({ baseline: visit(1), variant: longer, over: { memory: { peakEnd, averaging }, parameters: {} }, seed: 1 });
 * tried.variants.variant.overall.memory.peakEnd.conclusion; // 'better'
 */
export function robustness<const Segments extends SegmentsOrIds>(input: RobustnessInput<Segments>): Robustness {
  return finish(robustnessWork(readRobustness(input)).work);
}

/**
 * As {@link robustness}, without holding up whoever else runs in this thread; `signal`, `onProgress` and `runner` as in `simulateAsync`. Customers are counted
 * once for every set of assumptions they live under. A run that was stopped has no result so far.
 *
 * @example
 * import { averaging, robustnessAsync } from 'peakend';
 * const call = (affect) => ({ name: 'Call', interactions: [{ id: 'talk', duration: 300, affect }] });
 * const over = { memory: { averaging }, parameters: {}, draws: 20, shares: 0 };
 * const tried = await robustnessAsync({ baseline: call(0), variant: call(8), over, seed: 1 });
 * tried.variants.variant.overall.shares.better; // 1
 */
export async function robustnessAsync<const Segments extends SegmentsOrIds>(
  input: RobustnessInput<Segments>,
  options: DriveOptions = {},
): Promise<Robustness> {
  return drive(robustnessWork(readRobustness(input)), options);
}

/** What putting together the numbers of one place takes, in customers × steps. */
const placeWork = 10_000;

/** The trial as work that can be driven piece by piece. */
export function robustnessWork(read: ReadRobustness): WatchedWork<Robustness> {
  const progress = new Progress();
  return { work: tryVerdicts(read, progress), progress, partial: nothingYet };
}

/** There is no part of a result before all is lived. */
function* nothingYet(): Work<Robustness> {
  yield 0;
  return undefined as unknown as Robustness;
}

function* tryVerdicts(read: ReadRobustness, progress: Progress): Work<Robustness> {
  const { study, names, outcome, margin, over } = read;
  // 2. The study, each memory model, peak rule and end window, and the parameter sets: the same customers live all of them.
  const plan = yield* planScenarios(read);
  const alone = over.parameters.size + Math.min(over.inputs.size, mostInputs);
  progress.total = (plan.scenarios.length + 2 * alone) * study.segments.length * study.customers + baseCustomers(read, plan.ignorance);
  const money = study.population !== undefined && study.segments.every(({ returnValue }) => returnValue !== undefined);
  const tallies = yield* tallyScenarios(read, plan.scenarios, { first: plan.firstSet, count: plan.sets, money, progress });
  const places = placesOf(read, tallies);
  // 3. Each number alone at its ends; and sets that differ in one source of uncertainty only.
  const trials = yield* tryAlone(read, plan, places, progress);
  const base = yield* liveBaseSets(read, plan.ignorance, progress);
  // 4. Numbers and words.
  const family = names.length * (study.segments.length === 1 ? 1 : study.segments.length + 1);
  const deciding: Deciding = { outcome, level: study.confidence, family, margin };
  const lived: Lived = { read, plan, alone: trials, base, deciding };
  const variants: Record<string, VariantRobustness> = {};
  const overalls: RobustnessHere[] = [];
  for (const [variant, name] of names.entries()) {
    const found: RobustnessHere[] = [];
    for (const [place, parts] of places[variant]!.entries()) {
      found.push(placeResult(lived, parts, variant, place));
      yield placeWork;
    }
    const [overall, ...here] = found;
    const segments: Record<string, RobustnessHere> = {};
    study.segments.forEach(({ id, share }, index) => setOwn(segments, id, { ...here[index]!, share }));
    setOwn(variants, name, { overall: overall!, segments, sentence: variantSentence(overall!, study.segments, segments) });
    overalls.push(overall!);
  }
  const { outcomes: _, ...record } = recordOf(study, study.customers);
  const byPath = <Value>(by: DrawnNumber['by'], of: (number: DrawnNumber) => Value): { readonly [path: string]: Value } =>
    Object.fromEntries(plan.numbers.filter((number) => number.by === by).map((number) => [number.path, of(number)]));
  const result: Robustness = {
    kind: 'robustness',
    outcome,
    margin,
    variants,
    order: { variants: names, segments: segmentOrder(study) },
    over: {
      memory: plan.memory.names,
      peak: over.peak,
      endWindow: over.endWindow,
      parameters: byPath('parameter', ({ drawn }) => drawn),
      inputs: byPath('input', ({ input }) => input!.drawn),
    },
    sets: {
      memory: namesOfSets(plan.memory),
      peak: namesOfSets(plan.peak),
      endWindow: namesOfSets(plan.endWindow),
      parameters: byPath('parameter', ({ values }) => values),
      inputs: byPath('input', ({ values }) => values),
    },
    information: valueOfInformation(read, plan, overalls, money ? moneyOfSets(read, plan, tallies) : undefined),
    cautions: [...(yield* studyCautions(study, study.customers)), ...rareIn(study, tallies.doubts)],
    study: record,
    versions: versions(study.journeys[0]!),
  };
  return deepFreeze(withDisplay(result, robustnessPage));
}

/** Each variant's difference in money over the whole population, set by set. */
function moneyOfSets({ study }: ReadRobustness, { firstSet, sets }: Plan, { worth }: Tallies): Gains {
  const whole = study.segments.reduce((sum, { share }) => sum + share, 0);
  return worth.map((own) =>
    Array.from({ length: sets }, (_, set) =>
      own.reduce((sum, column, segment) => sum + (study.segments[segment]!.share / whole) * column[firstSet + set]! * study.population!, 0),
    ),
  );
}

/** What so many customers can hardly show in each journey. */
function rareIn({ journeys, journeyPaths, segments, customers }: ResolvedStudy, doubts: Tallies['doubts']): Caution[] {
  return eachOnce(
    journeys.map((journey, index) => rareChances(journey, segments, doubts[index]!, customers)),
    journeyPaths,
  );
}

function namesOfSets({ names, ofSet }: Alternatives): string[] {
  return ofSet.map((index) => names[index]!);
}
