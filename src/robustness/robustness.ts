import { finish } from '../plain/work';
import type { SegmentsOrIds } from '../simulation/types';
import { deepFreeze } from '../plain/deep-freeze';
import { withDisplay } from '../words/display';
import type { Caution } from '../results/types';
import { recordOf, segmentOrder, setOwn, versions } from '../simulation/assemble';
import { eachOnce, rareChances } from '../simulation/cautions/seen';
import { studyCautions } from '../simulation/cautions';
import type { ResolvedStudy } from '../simulation/read-study';
import { namedQuantiles, quantileLevels } from '../statistics/estimate';
import { weightedQuantiles } from '../statistics/weighted-quantiles';
import { beyond, findFlips, triedBetween, type Trial } from './find-flips';
import { amongSets, isDecided, tallyVerdicts, verdictOf } from './hold';
import { customerVariance, uncertaintyOf, meanUnder, verdictUnder, type Deciding, type WeighedTally } from './place-numbers';
import { rankCorrelation } from './rank-correlation';
import { readRobustness, type ReadRobustness } from './read-robustness';
import { hereSentence, robustnessPage, variantSentence } from './robustness-words';
import { planScenarios, type Alternatives, type Plan } from './scenarios';
import { partsOf, tallyScenarios, type Tallies } from './tally-scenarios';
import type {
  Flip,
  MemoryVerdict,
  ParameterEffect,
  Robustness,
  RobustnessHere,
  RobustnessInput,
  VariantRobustness,
  VerdictUnder,
} from './types';
import { withParameters } from './with-parameters';

/**
 * Tries a verdict on what nobody knows for certain: does it hold with other memory models and other numbers in the model, and where does it
 * flip? Two levels are kept apart. Outside, **what we do not know**: parameter sets drawn from ranges we find plausible, dealt out over
 * memory models. Inside, **how customers differ**: the same simulated customers in both journeys and in every set, so that two sets differ by
 * their assumptions alone.
 *
 * Size counts, not the sign alone: a set holds if it concludes as the study does and finds at least half of the studied difference, or where
 * a margin is given, more than that. Half, like the nine sets in ten of `robust`, is judgement.
 *
 * What a segment's own `model` sets stays. Recall delay and carry-over stay the study's under every memory model. All parameters are drawn
 * independently of each other, and every memory model, peak rule and end window has the same weight: both are judgement.
 *
 * @param input `baseline`, `variant` (or `variants` by name), all that a study has (`customers` default 500), `outcome` (default
 * `satisfaction`), `margin` in its unit, and `over`: `memory` (models by name), `peak` and `endWindow` (rules by name, put over those memory
 * models that have them), `parameters` (path → distribution or `[low, high]`, which is uniform; default {@link parameterPriors} as PERT around
 * the study's own values) and `draws` (parameter sets, default 200).
 * @returns frozen plain data: for each variant, overall and by segment, `asStudied`, `shares` of the sets with each conclusion, the share that
 * `holds`, the range of the `difference` (outcome's unit) and where the study lies `amongSets`, `spread` (uncertainty, simulation error and
 * customers apart), the verdict for each memory model, peak rule and end window, each parameter's effect alone, `flips`, `verdict` and
 * `sentence`.
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
  // 1. The study and what is not known about it, checked together.
  const read = readRobustness(input);
  const { study, names, outcome, margin, over } = read;
  // 2. One list of scenarios: the study, each memory model, the parameter sets, each parameter alone at its ends.
  const plan = planScenarios(read);
  // 3. The same customers live all of them.
  const tallies = tallyScenarios(read, plan.scenarios, plan.firstSet, plan.sets);
  const family = names.length * (study.segments.length === 1 ? 1 : study.segments.length + 1);
  const deciding: Deciding = { outcome, level: study.confidence, family, margin };
  const places = [undefined, ...study.segments.keys()];
  const parts = names.map((_, variant) => places.map((segment) => partsOf(read, tallies.of[variant]!, segment)));
  // 4. Where an end has the other sign, the values in between are tried too.
  const between = triedBetweenEnds(read, plan, parts);
  // 5. Numbers and words.
  const variants: Record<string, VariantRobustness> = {};
  names.forEach((name, variant) => {
    const here = places.map((_, place) =>
      placeResult(read, plan, parts[variant]![place]!, deciding, (path) => between(path, variant, place)),
    );
    const segments: Record<string, RobustnessHere> = {};
    study.segments.forEach(({ id, share }, index) => setOwn(segments, id, { ...here[index + 1]!, share }));
    const overall = here[0]!;
    setOwn(variants, name, { overall, segments, sentence: variantSentence(overall, study.segments, segments) });
  });
  const { outcomes: _, ...record } = recordOf(study, study.customers);
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
      parameters: Object.fromEntries(over.parameters),
    },
    sets: {
      memory: namesOfSets(plan.memory),
      peak: namesOfSets(plan.peak),
      endWindow: namesOfSets(plan.endWindow),
      parameters: Object.fromEntries(plan.drawn),
    },
    cautions: [...finish(studyCautions(study, study.customers)), ...rareIn(study, tallies.doubts)],
    study: record,
    versions: versions(study.journeys[0]!),
  };
  return deepFreeze(withDisplay(result, robustnessPage));
}

/** What so many customers can hardly show in each journey. */
function rareIn({ journeys, journeyPaths, customers }: ResolvedStudy, doubts: Tallies['doubts']): Caution[] {
  return eachOnce(
    journeys.map((journey, index) => rareChances(journey, doubts[index]!, customers)),
    journeyPaths,
  );
}

function namesOfSets({ names, ofSet }: Alternatives): string[] {
  return ofSet.map((index) => names[index]!);
}

type Parts = readonly WeighedTally[];
type Between = (path: string) => readonly Trial[];

function placeResult(read: ReadRobustness, plan: Plan, parts: Parts, deciding: Deciding, between: Between): RobustnessHere {
  const { over, outcome, study, margin } = read;
  const { firstSet, firstAlone, sets } = plan;
  const under = (scenario: number): VerdictUnder => verdictUnder(parts, scenario, deciding);
  const asStudied = under(0);
  const verdicts = Array.from({ length: sets }, (_, set) => under(firstSet + set));
  const differences = verdicts.map(({ difference }) => difference);

  const verdictsOf = ({ names, first, ofSet }: Alternatives): { readonly [name: string]: MemoryVerdict } => {
    const found: Record<string, MemoryVerdict> = {};
    names.forEach((name, index) => {
      const own = verdicts.filter((_, set) => ofSet[set] === index);
      setOwn(found, name, { ...under(first + index), sets: own.length, ...tallyVerdicts(own, asStudied, margin) });
    });
    return found;
  };
  const alternatives = { memory: verdictsOf(plan.memory), peak: verdictsOf(plan.peak), endWindow: verdictsOf(plan.endWindow) };

  const parameters: Record<string, ParameterEffect> = {};
  const flips: Flip[] = alternativeFlips(alternatives, asStudied);
  [...over.parameters].forEach(([path, drawn], index) => {
    const [atLow, atHigh] = [meanUnder(parts, firstAlone + 2 * index), meanUnder(parts, firstAlone + 2 * index + 1)];
    parameters[path] = { atLow, atHigh, correlation: rankCorrelation(plan.drawn.get(path)!, differences) };
    if (isDecided(asStudied)) {
      const trials = [{ value: drawn.low, difference: atLow }, ...between(path), { value: drawn.high, difference: atHigh }];
      flips.push(...findFlips(path, trials, asStudied.difference, drawn.asStudied, margin));
    }
  });

  const quantiles = namedQuantiles(weightedQuantiles([{ values: Float64Array.from(differences), weight: 1 }], quantileLevels));
  const meanOf = (value: (set: number) => number): number => differences.reduce((sum, _, set) => sum + value(set), 0) / sets;
  const difference = {
    mean: meanOf((set) => differences[set]!),
    p5: quantiles.p5,
    p95: quantiles.p95,
    min: Math.min(...differences),
    max: Math.max(...differences),
  };
  const tallied = tallyVerdicts(verdicts, asStudied, margin);
  const here = {
    share: 1,
    asStudied,
    ...tallied,
    difference,
    amongSets: amongSets(asStudied.difference, difference),
    spread: {
      uncertainty: uncertaintyOf(parts, differences, study.customers),
      simulation: Math.sqrt(meanOf((set) => verdicts[set]!.standardError * verdicts[set]!.standardError)),
      customers: Math.sqrt(meanOf((set) => customerVariance(parts, firstSet + set))),
    },
    ...alternatives,
    parameters,
    flips,
    differences,
    verdict: verdictOf({ ...tallied, flips }, over.parameters.size > 0 ? sets : Infinity),
  };
  return { ...here, sentence: hereSentence(outcome, margin, here) };
}

function alternativeFlips(tried: Pick<RobustnessHere, 'memory' | 'peak' | 'endWindow'>, asStudied: VerdictUnder): Flip[] {
  if (!isDecided(asStudied)) return [];
  const opposite = asStudied.conclusion === 'better' ? 'worse' : 'better';
  return (['memory', 'peak', 'endWindow'] as const).flatMap((by) =>
    Object.entries(tried[by]).flatMap(([name, { conclusion }]) => (conclusion === opposite ? [{ by, name, conclusion }] : [])),
  );
}

/** The difference at values between a parameter's ends, for those parameters that turn some place's verdict round. */
function triedBetweenEnds(
  read: ReadRobustness,
  plan: Plan,
  parts: readonly (readonly Parts[])[],
): (path: string, variant: number, place: number) => readonly Trial[] {
  const turning = [...read.over.parameters].filter((_, index) =>
    parts.some((places) =>
      places.some((one) => {
        const reference = meanUnder(one, 0);
        return [0, 1].some((end) => beyond(meanUnder(one, plan.firstAlone + 2 * index + end), reference, read.margin) > 0);
      }),
    ),
  );
  if (turning.length === 0) return () => [];
  const values = new Map(
    turning.map(([path, { low, high }]) => [
      path,
      Array.from({ length: triedBetween }, (_, k) => low + ((high - low) * (k + 1)) / (triedBetween + 1)),
    ]),
  );
  const { study, names } = read;
  const scenarios = turning.flatMap(([path]) =>
    values.get(path)!.map((value) => ({ journeys: study.journeys, model: withParameters(study.model, new Map([[path, value]])) })),
  );
  const tallies = tallyScenarios(read, scenarios, 0, 0);
  const places = [undefined, ...study.segments.keys()];
  const tried = names.map((_, variant) => places.map((segment) => partsOf(read, tallies.of[variant]!, segment)));
  return (path, variant, place) => {
    const first = turning.findIndex(([turned]) => turned === path) * triedBetween;
    return (values.get(path) ?? []).map((value, k) => ({ value, difference: meanUnder(tried[variant]![place]!, first + k) }));
  };
}
