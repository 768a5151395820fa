import { at } from '../errors/wording';
import { outcomeDescriptions, type OutcomeName, outcomeNames } from '../experience/outcomes';
import type { Journey } from '../journey/types';
import type { Work } from '../plain/work';
import { addedUp } from '../results/completers-words';
import { variantSentence } from '../results/comparison-words';
import { grouped } from '../results/format-outcome';
import type { Caution, Comparison, Difference, Differences, Simulation, VariantResult } from '../results/types';
import type { JourneyLife } from '../simulation/journey-life';
import { assemble, precisionOf, recordOf, segmentOrder, setOwn, versions } from '../simulation/assemble';
import { studyCautions } from '../simulation/cautions';
import type { ResolvedStudy } from '../simulation/read-study';
import type { Stage } from '../simulation/stage';
import { estimateIn } from '../results/simulation-words';
import { eachOnce } from '../simulation/cautions/seen';
import { untilBounded } from '../simulation/cautions/until-bounded';
import { carriedByFew, isExact } from '../statistics/doubt';
import type { ComparisonTally, VariantTally } from './comparison-tally';
import { differencesOf } from './differences-of';
import { grainCaution, shortGainCaution } from './map-cautions';
import { overriddenCautions } from './overridden';
import { outOfReach } from './out-of-reach';

/** What the sentences speak of, first that was computed. */
const leadingOrder: readonly OutcomeName[] = ['satisfaction', 'rememberedUtility', 'csat', 'nps', 'loyalty', 'perceivedDuration'];

export interface ComparisonParts {
  readonly study: ResolvedStudy;
  readonly names: readonly string[];
  readonly margins: { readonly [Name in OutcomeName]?: number };
  readonly customers: number;
  /** What the sentences speak of. Default: by {@link leadingOrder}. */
  readonly leading?: OutcomeName;
}

/**
 * Tallies become a comparison: every journey's own result, and every variant's differences from the first.
 *
 * @param stage Where its customers lived, once their run is over: whoever has to live once more may do so there.
 */
export function* assembleComparison(
  parts: ComparisonParts,
  lives: readonly JourneyLife[],
  tallies: readonly ComparisonTally[],
  stage?: Stage,
): Work<Comparison> {
  const { study, names, margins, customers } = parts;
  const leading =
    parts.leading ?? leadingOrder.find((name) => study.outcomes.has(name)) ?? outcomeNames.find((name) => study.outcomes.has(name))!;
  const family = names.length * (study.segments.length === 1 ? 1 : study.segments.length + 1);
  const simulations: Simulation[] = [];
  for (const [index, life] of lives.entries()) simulations.push(yield* assemble(study, index, life, customers));
  const baseline = simulations[0]!;
  const variants: Record<string, VariantResult> = {};
  for (const [index, name] of names.entries()) {
    const simulation = simulations[index + 1]!;
    const context = { ...parts, family, leading, baseline };
    const groups = yield* differencesOf(
      context,
      study.segments.map(({ id, share }, segment) => {
        const { journeys, variants: gathered } = tallies[segment]!;
        const [before, after] = [journeys[0]!, journeys[index + 1]!];
        return {
          id,
          tally: gathered[index]!,
          customers: before.customers,
          share,
          doubts: [before.doubts, after.doubts] as const,
          nobodyLeft: before.nobodyLeft || after.nobodyLeft,
        };
      }),
    );
    const overall = groups.at(-1)!;
    const segments: Record<string, Differences> = {};
    for (const [segment, { id }] of study.segments.entries()) setOwn(segments, id, groups[segment]);
    const variant = {
      simulation,
      overall,
      segments,
      cautions: [
        ...leaversCaution(name, baseline, simulation),
        ...fewChange(name, overall, leading),
        ...grainCaution(name, baseline.journey, simulation.journey),
        ...overriddenCautions(name, baseline.journey, simulation.journey, study.segments),
        ...(yield* shortGainCaution(
          name,
          study,
          [baseline.journey, simulation.journey],
          [lives[0]!, lives[index + 1]!],
          leading,
          differenceIn(overall, leading),
          stage,
        )),
        ...tailCaution(
          name,
          tallies.map(({ variants: gathered }) => gathered[index]!),
          leading,
          customers,
        ),
      ],
    };
    const why = outOfReach({
      leading,
      baseline: baseline.journey,
      variant: simulation.journey,
      models: study.models,
      doubts: tallies.map(({ journeys }) => [journeys[0]!.doubts, journeys[index + 1]!.doubts]),
    });
    const sentence = variantSentence(variant, study.segments, leading);
    setOwn(variants, name, { ...variant, sentence: why === undefined ? sentence : `${sentence} ${why}` });
  }
  return {
    kind: 'comparison',
    baseline,
    variants,
    order: { variants: names, segments: segmentOrder(study) },
    leading,
    simultaneous: { method: 'bonferroni', differences: family },
    margin: margins,
    cautions: [
      ...(yield* studyCautions(study, customers)),
      ...untilBounded(study, customers, baseline.overall),
      ...seenIn(names, simulations),
    ],
    study: recordOf(study, customers),
    precision: precisionOf(study, tallies[0]!.journeys[0]!.quantileRule),
    versions: versions(study.journeys[0] as Journey),
  };
}

function differenceIn(differences: Differences, name: OutcomeName): Difference | undefined {
  return (differences as { readonly [Key in OutcomeName]?: Difference })[name];
}

const fewest = 10;

/** What a handful of customers carry is seen too narrowly: those who would widen it were not drawn. */
function fewChange(name: string, overall: Differences, leading: OutcomeName): Caution[] {
  const difference = differenceIn(overall, leading);
  if (difference === undefined || isExact(difference.doubt)) return [];
  const { label } = outcomeDescriptions[leading];
  const changed = Math.floor((1 - difference.same) * overall.customers + 0.5);
  if (changed >= fewest) return [];
  const who =
    changed === 0
      ? `none of ${grouped(overall.customers)} simulated customers changes`
      : `about ${changed} of ${grouped(overall.customers)} simulated customers change`;
  return [{ code: 'few-change', path: at('variants', name), message: `${who} in ${label}: whoever does was hardly seen; simulate more` }];
}

function tailCaution(name: string, tallies: readonly VariantTally[], leading: OutcomeName, customers: number): Caution[] {
  const few = tallies.some(({ differences, completedBoth }) => {
    const tally = differences.get(leading);
    if (tally === undefined || tally.balance.gained + tally.balance.lost < fewest) return false;
    return carriedByFew(tally.moments) || (completedBoth !== undefined && carriedByFew(tally.completedMoments));
  });
  if (!few || customers < 100) return [];
  const { label } = outcomeDescriptions[leading];
  return [
    {
      code: 'heavy-tail',
      path: at('variants', name),
      message: `fewer than ten customers carry the spread of the change in ${label}: rarer ones may carry more; simulate more`,
    },
  ];
}

/** What the sample of each journey can hardly show. */
function seenIn(names: readonly string[], simulations: readonly Simulation[]): Caution[] {
  const seen = simulations.map(({ cautions }) => cautions.filter(({ code }) => code === 'none-seen' || code === 'heavy-tail'));
  return eachOnce(seen, ['baseline', ...names.map((name) => at('variants', name))]);
}

/** A journey that got shorter because more people left it is no shorter journey; nor is one longer because more people stay. */
function leaversCaution(name: string, baseline: Simulation, variant: Simulation): Caution[] {
  const before = estimateIn(baseline.overall, 'completed');
  const after = estimateIn(variant.overall, 'completed');
  if (before === undefined || after === undefined || after.mean === before.mean) return [];
  const stayed = after.mean > before.mean;
  const misleading = addedUp.filter((outcome) => {
    const was = estimateIn(baseline.overall, outcome);
    const is = estimateIn(variant.overall, outcome);
    return was !== undefined && is !== undefined && (stayed ? is.mean > was.mean : is.mean < was.mean);
  });
  if (misleading.length === 0) return [];
  const times = misleading.map((outcome) => outcomeDescriptions[outcome].label).join(', ');
  return [
    {
      code: stayed ? 'longer-because-they-stayed' : 'shorter-because-they-left',
      path: at('variants', name),
      message: stayed
        ? `${times} rose while fewer people left: those who stay live more of the journey; look at those who complete both (ifCompletedBoth)`
        : `${times} fell while more people left: look at those who complete both (ifCompletedBoth)`,
    },
  ];
}
