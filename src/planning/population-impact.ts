import type { OutcomeName } from '../experience/outcomes';
import { deepFreeze } from '../plain/deep-freeze';
import { reading } from '../plain/reading';
import { checkResult } from '../results/check-result';
import { differenceIn } from '../results/comparison-words';
import { withDisplay } from '../words/display';
import { inOrder, segmentIds, variantNames } from '../results/order';
import type { AnyComparison, Comparison, Differences, VariantResult } from '../results/types';
import { setOwn } from '../simulation/assemble';
import { impactPage, impactSentence } from './planning-words';
import type { ImpactHere, PopulationChange, PopulationImpact, PopulationOptions, VariantImpact } from './types';

/** Shares of customers that make sense as heads. */
const heads = { satisfied: 'satisfied', delighted: 'delighted', completing: 'completed', returning: 'loyalty' } as const;

/**
 * A comparison in numbers of people, and in money where segments name a `returnValue`: how many are better and worse off, how many more are
 * satisfied, complete the journey and come back.
 *
 * Intervals are those of the comparison (simulation error only), times people. Money is what returning customers are worth (loyalty ×
 * `returnValue`), summed over the segments that name one.
 *
 * @param result What `compare` returned.
 * @param options `population`: how many people the shares stand for (default: the study's).
 * @returns frozen plain data: for each variant `overall` and `segments[id]`, with `people`, `better`, `worse`, the changes with `low` and
 * `high`, and a `sentence`.
 * @throws JourneyError where no population is named, or for anything but a comparison.
 *
 * @example
 * import { compare, populationImpact } from 'peakend';
 * const call = (affect) => ({ name: 'Call', interactions: [{ id: 'talk', duration: 300, affect }] });
 * const kinder = compare({ baseline: call(0), variants: { kinder: call(2) }, customers: 100, seed: 1 });
 * populationImpact(kinder, { population: 20000 }).variants.kinder.overall.better; // 20000
 */
export function populationImpact(result: AnyComparison, options: PopulationOptions = {}): PopulationImpact {
  const comparison = checkResult(result, 'result', 'comparison');
  const read = reading(options, ['population'], { path: 'options' });
  const people = { min: 0, max: 1e12, what: 'a number of people' };
  const { population: ofStudy } = comparison.study;
  const population = ofStudy === undefined ? read.needed('population', people) : (read.number('population', people) ?? ofStudy);
  read.finish();
  const variants: Record<string, VariantImpact> = {};
  const order = { variants: variantNames(comparison), segments: segmentIds(comparison) };
  for (const [name, variant] of inOrder(order.variants, comparison.variants))
    setOwn(variants, name, impactOf(comparison, variant, population!));
  const impact: PopulationImpact = { kind: 'population impact', population: population!, outcome: comparison.leading, variants, order };
  return deepFreeze(withDisplay(impact, impactPage));
}

function impactOf(comparison: Comparison, variant: VariantResult, population: number): VariantImpact {
  const { leading } = comparison;
  const own = inOrder(segmentIds(comparison), variant.segments);
  const whole = own.reduce((sum, [, { share }]) => sum + share, 0);
  const segments: Record<string, ImpactHere> = {};
  for (const [id, differences] of own) {
    const people = (population * differences.share) / whole;
    const name = comparison.study.segments.find((segment) => segment.id === id)?.name;
    const here = impactHere(leading, differences, people, moneyOf([{ differences, people }]));
    setOwn(segments, id, { ...(name === undefined ? {} : { name }), ...here });
  }
  const money = moneyOf(own.map(([, differences]) => ({ differences, people: (population * differences.share) / whole })));
  return { overall: impactHere(leading, variant.overall, population, money), segments };
}

function impactHere(leading: OutcomeName, differences: Differences, people: number, money: PopulationChange | undefined): ImpactHere {
  const { better, worse } = differenceIn(differences, leading)!;
  const changes: Partial<Record<keyof typeof heads, PopulationChange>> = {};
  for (const key of Object.keys(heads) as (keyof typeof heads)[]) {
    const change = scaled(differences, heads[key], people);
    if (change !== undefined) changes[key] = change;
  }
  const here = { people, better: better * people, worse: worse * people, ...changes, ...(money === undefined ? {} : { money }) };
  return { ...here, sentence: impactSentence(leading, here) };
}

function scaled(differences: Differences, outcome: OutcomeName, people: number): PopulationChange | undefined {
  const found = differenceIn(differences, outcome);
  if (found === undefined) return undefined;
  return { difference: found.difference * people, low: found.interval.low * people, high: found.interval.high * people };
}

/** Segments are simulated apart, so their errors add as squares. */
function moneyOf(segments: readonly { readonly differences: Differences; readonly people: number }[]): PopulationChange | undefined {
  const changes = segments.map(({ differences, people }) => scaled(differences, 'value', people)).filter((change) => change !== undefined);
  if (changes.length === 0) return undefined;
  const difference = changes.reduce((sum, change) => sum + change.difference, 0);
  const reach = Math.sqrt(changes.reduce((sum, { low, high }) => sum + ((high - low) / 2) * ((high - low) / 2), 0));
  return { difference, low: difference - reach, high: difference + reach };
}
