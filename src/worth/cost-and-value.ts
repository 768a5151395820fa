import { deepFreeze } from '../plain/deep-freeze';
import { populationImpact } from '../planning/population-impact';
import type { PopulationChange } from '../planning/types';
import { differenceIn } from '../results/comparison-words';
import { inOrder, variantNames } from '../results/order';
import type { AnyComparison } from '../results/types';
import { signOf } from '../experience/outcomes';
import { setOwn } from '../simulation/assemble';
import { withDisplay } from '../words/display';
import { readCostAndValue } from './read-cost-and-value';
import type { CostAndValue, CostAndValueOptions, VariantWorth } from './types';
import { costAndValuePage, costAndValueSentence, worthSentence } from './worth-words';

/**
 * What each variant costs beside what it brings, ranked: net of its cost where segments say what a returning customer is worth and somebody says how
 * many people go through, else by what it changes. Money and points stand beside each other and are never added.
 *
 * Worth is the comparison's difference in `value` (loyalty × `returnValue`) times people, for one period; costs are paid once. Nothing is discounted,
 * and intervals are simulation error only. Ranks that the intervals leave open are told; customers are the same in all variants, so they are open less
 * often than it looks.
 *
 * @param result What `compare` returned.
 * @param options `proposals` (edits with costs, by variant) or `costs`; `population` (people in one period; default the study's), `periods` (default 1),
 * `robustness` (what it found for these variants).
 * @returns Frozen plain data: for each variant `cost`, `change`, `changePer10000`, and in money `worth`, `net`, `payback`; `rank`, `ranks` and a
 * `sentence`.
 * @throws JourneyError for anything but a comparison, and for options that do not exist, do not fit or name an unknown variant.
 *
 * @example
 * import { compare } from 'peakend';
 * import { costAndValue } from 'peakend/decide';
 * const call = (affect) => ({ name: 'Call', interactions: [{ id: 'talk', duration: 300, affect }] });
 * const segments = [{ id: 'all', share: 1, returnValue: 100 }];
 * const tried = compare({ baseline: call(0), variants: { kind: call(1), kinder: call(2) }, segments, customers: 100, seed: 1, population: 5000 });
 * costAndValue(tried, { costs: { kind: 1000, kinder: 90_000 } }).order.variants; // ['kind', 'kinder']
 */
export function costAndValue(result: AnyComparison, options: CostAndValueOptions = {}): CostAndValue {
  const { comparison, population, periods, costs, robustness } = readCostAndValue(result, options);
  const { leading } = comparison;
  const names = variantNames(comparison);
  const impact = population === undefined ? undefined : populationImpact(comparison, { population });
  const found = names.map((name) => {
    const { cost, unpriced } = costs.get(name) ?? { cost: 0, unpriced: 0 };
    const { difference, interval } = differenceIn(comparison.variants[name]!.overall, leading)!;
    const change = { difference, low: interval.low, high: interval.high };
    const per10000 = cost > 0 ? times(change, 10_000 / cost) : undefined;
    const worth = impact?.variants[name]!.overall.money;
    const tried = robustness?.variants[name]?.overall;
    const uncertain = tried !== undefined && robustness?.outcome === 'value' && population !== undefined ? tried.difference : undefined;
    return {
      cost,
      unpriced,
      change,
      ...(isHeld(per10000) ? { changePer10000: per10000 } : {}),
      ...(worth === undefined ? {} : { worth, net: less(times(worth, periods), cost) }),
      ...(worth !== undefined && worth.difference > 0 && cost > 0 && cost / worth.difference < Infinity
        ? { payback: cost / worth.difference }
        : {}),
      ...(uncertain === undefined
        ? {}
        : { netUncertain: { low: uncertain.p5 * population! * periods - cost, high: uncertain.p95 * population! * periods - cost } }),
      ...(tried === undefined ? {} : { verdict: tried.verdict }),
    };
  });
  const rankedBy = found.every(({ net }) => net !== undefined) ? 'net' : 'change';
  const sign = rankedBy === 'net' ? 1 : signOf(leading);
  const by = found.map((each) => ascending(times(rankedBy === 'net' ? each.net! : each.change, sign)));
  const variants: Record<string, VariantWorth> = {};
  const places = by.map((own, index) => ({
    rank: 1 + by.filter((other, at) => other.difference > own.difference || (other.difference === own.difference && at < index)).length,
    ranks: { best: 1 + by.filter((other) => other.low > own.high).length, worst: by.filter((other) => !(other.high < own.low)).length },
  }));
  names.forEach((name, index) => {
    const own = { ...found[index]!, ...places[index]! };
    setOwn(variants, name, { ...own, sentence: worthSentence(leading, periods, own) });
  });
  const order = { variants: [...names].sort((a, b) => variants[a]!.rank - variants[b]!.rank) };
  const all = {
    kind: 'cost and value' as const,
    outcome: leading,
    rankedBy,
    ...(population === undefined ? {} : { population }),
    periods,
    variants,
    order,
    study: comparison.study,
  } as const;
  const made: CostAndValue = { ...all, sentence: costAndValueSentence(inOrder(order.variants, variants), rankedBy) };
  return deepFreeze(withDisplay(made, costAndValuePage));
}

function times({ difference, low, high }: PopulationChange, factor: number): PopulationChange {
  return { difference: difference * factor, low: low * factor, high: high * factor };
}

/** Whether there is such a change, and numbers can hold it: a cost may be next to nothing. */
function isHeld(change: PopulationChange | undefined): change is PopulationChange {
  return change !== undefined && Object.values(change).every(Number.isFinite);
}

/** Its low end first, whichever way it was turned. */
function ascending({ difference, low, high }: PopulationChange): PopulationChange {
  return { difference, low: Math.min(low, high), high: Math.max(low, high) };
}

function less({ difference, low, high }: PopulationChange, cost: number): PopulationChange {
  return { difference: difference - cost, low: low - cost, high: high - cost };
}
