import type { SegmentInput } from '../journey/types';
import { deepFreeze } from '../model/deep-freeze';
import { withDisplay } from '../results/display';
import type { Conclusion } from '../results/types';
import { recordOf, setOwn, versions } from '../simulation/assemble';
import { studyCautions } from '../simulation/cautions';
import { namedQuantiles, quantileLevels } from '../statistics/estimate';
import { weightedQuantiles } from '../statistics/weighted-quantiles';
import { findFlips, triedBetween, type Trial } from './find-flips';
import { customerVariance, ignoranceOf, meanUnder, verdictUnder, type Deciding, type WeighedTally } from './place-numbers';
import { rankCorrelation } from './rank-correlation';
import { readRobustness, type ReadRobustness } from './read-robustness';
import { hereSentence, robustnessMarkdown, robustnessText, variantSentence } from './robustness-words';
import { planScenarios, type Plan } from './scenarios';
import { partsOf, tallyScenarios } from './tally-scenarios';
import type {
  ConclusionShares,
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
 * What a segment's own `model` sets stays. Recall delay and carry-over stay the study's under every memory model. All parameters are drawn
 * independently of each other, and every memory model has the same weight: both are judgement.
 *
 * @param input `baseline`, `variant` (or `variants` by name), all that a study has (`customers` default 500), `outcome` (default
 * `satisfaction`), `margin` in its unit, and `over`: `memory` (models by name), `parameters` (path → distribution or `[low, high]`, which is
 * uniform; default {@link parameterPriors} as PERT around the study's own values) and `draws` (parameter sets, default 200).
 * @returns frozen plain data: for each variant, overall and by segment, `asStudied`, `shares` of the sets with each conclusion, the range of
 * the `difference` (outcome's unit), `spread` (ignorance, simulation error and customers apart), the verdict for each memory model, each
 * parameter's effect alone, `flips`, `verdict` and `sentence`.
 * @throws JourneyError with every fault in the study and in `over` at once.
 *
 * @example
 * import { averaging, peakEnd, robustness } from 'peakend';
 * const visit = (last) => ({ name: 'Visit', interactions: [{ id: 'wait', duration: 600, affect: -2 }, { id: 'desk', duration: 300, affect: last }] });
 * const longer = { name: 'Longer', interactions: [...visit(1).interactions, { id: 'thanks', duration: 1200, affect: 0.5 }] };
 * const tried = robustness({ baseline: visit(1), variant: longer, over: { memory: { peakEnd, averaging }, parameters: {} }, seed: 1 });
 * tried.variants.variant.overall.memory.peakEnd.conclusion; // 'better'
 */
export function robustness<const Segments extends readonly SegmentInput[]>(input: RobustnessInput<Segments>): Robustness {
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
  const parts = names.map((_, variant) => places.map((segment) => partsOf(read, tallies[variant]!, segment)));
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
  const { outcomes: _, quantiles: __, ...record } = recordOf(study, study.customers, 'exact');
  const result: Robustness = {
    kind: 'robustness',
    outcome,
    variants,
    over: { memory: over.memory.map(({ name }) => name), parameters: Object.fromEntries(over.parameters) },
    sets: { memory: plan.memoryOfSet.map((index) => over.memory[index]!.name), parameters: Object.fromEntries(plan.drawn) },
    cautions: studyCautions(study, study.customers),
    study: record,
    versions: versions(study.journeys[0]!),
  };
  return deepFreeze(withDisplay(result, robustnessText, robustnessMarkdown));
}

type Parts = readonly WeighedTally[];
type Between = (path: string) => readonly Trial[];

function placeResult(read: ReadRobustness, plan: Plan, parts: Parts, deciding: Deciding, between: Between): RobustnessHere {
  const { over, outcome, study } = read;
  const { firstMemory, firstSet, firstAlone, sets, memoryOfSet } = plan;
  const under = (scenario: number): VerdictUnder => verdictUnder(parts, scenario, deciding);
  const asStudied = under(0);
  const verdicts = Array.from({ length: sets }, (_, set) => under(firstSet + set));
  const differences = verdicts.map(({ difference }) => difference);
  const shares = sharesOf(verdicts);

  const memory: Record<string, MemoryVerdict> = {};
  over.memory.forEach(({ name }, index) => {
    const own = verdicts.filter((_, set) => memoryOfSet[set] === index);
    setOwn(memory, name, { ...under(firstMemory + index), sets: own.length, shares: sharesOf(own) });
  });

  const parameters: Record<string, ParameterEffect> = {};
  const flips: Flip[] = memoryFlips(memory, asStudied.conclusion);
  [...over.parameters].forEach(([path, drawn], index) => {
    const [atLow, atHigh] = [meanUnder(parts, firstAlone + 2 * index), meanUnder(parts, firstAlone + 2 * index + 1)];
    parameters[path] = { atLow, atHigh, correlation: rankCorrelation(plan.drawn.get(path)!, differences) };
    if (isDecided(asStudied.conclusion)) {
      const trials = [{ value: drawn.low, difference: atLow }, ...between(path), { value: drawn.high, difference: atHigh }];
      flips.push(...findFlips(path, trials, asStudied.difference, drawn.asStudied));
    }
  });

  const quantiles = namedQuantiles(weightedQuantiles([{ values: Float64Array.from(differences), weight: 1 }], quantileLevels));
  const meanOf = (value: (set: number) => number): number => differences.reduce((sum, _, set) => sum + value(set), 0) / sets;
  const here = {
    share: 1,
    asStudied,
    shares,
    difference: {
      mean: meanOf((set) => differences[set]!),
      p5: quantiles.p5,
      p95: quantiles.p95,
      min: Math.min(...differences),
      max: Math.max(...differences),
    },
    spread: {
      ignorance: ignoranceOf(parts, differences, study.customers),
      simulation: Math.sqrt(meanOf((set) => verdicts[set]!.standardError * verdicts[set]!.standardError)),
      customers: Math.sqrt(meanOf((set) => customerVariance(parts, firstSet + set))),
    },
    memory,
    parameters,
    flips,
    differences,
    verdict: verdictOf(asStudied.conclusion, shares, flips),
  };
  return { ...here, sentence: hereSentence(outcome, here) };
}

const keyOf: { readonly [Key in Conclusion]: keyof ConclusionShares } = {
  better: 'better',
  worse: 'worse',
  'practically the same': 'same',
  undecided: 'undecided',
};

function sharesOf(verdicts: readonly VerdictUnder[]): ConclusionShares {
  const shares = { better: 0, same: 0, worse: 0, undecided: 0 };
  for (const { conclusion } of verdicts) shares[keyOf[conclusion]]++;
  const whole = Math.max(1, verdicts.length);
  return { better: shares.better / whole, same: shares.same / whole, worse: shares.worse / whole, undecided: shares.undecided / whole };
}

function isDecided(conclusion: Conclusion): boolean {
  return conclusion === 'better' || conclusion === 'worse';
}

function memoryFlips(memory: { readonly [name: string]: MemoryVerdict }, reference: Conclusion): Flip[] {
  if (!isDecided(reference)) return [];
  const opposite = reference === 'better' ? 'worse' : 'better';
  return Object.entries(memory).flatMap(([name, { conclusion }]) =>
    conclusion === opposite ? [{ by: 'memory' as const, name, conclusion }] : [],
  );
}

function verdictOf(reference: Conclusion, shares: ConclusionShares, flips: readonly Flip[]): RobustnessHere['verdict'] {
  if (reference === 'undecided') return 'depends';
  const agreement = shares[keyOf[reference]];
  if (agreement >= 0.95 && flips.length === 0) return 'robust';
  return agreement >= 0.8 ? 'likely' : 'depends';
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
        return [0, 1].some((end) => meanUnder(one, plan.firstAlone + 2 * index + end) * reference < 0);
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
  const tried = names.map((_, variant) => places.map((segment) => partsOf(read, tallies[variant]!, segment)));
  return (path, variant, place) => {
    const first = turning.findIndex(([turned]) => turned === path) * triedBetween;
    return (values.get(path) ?? []).map((value, k) => ({ value, difference: meanUnder(tried[variant]![place]!, first + k) }));
  };
}
