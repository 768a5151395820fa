import type { OutcomeName } from '../experience/outcomes';
import { completersWords, grows } from '../results/completers-words';
import { formatOutcome, percent } from '../results/format-outcome';
import type { Estimate } from '../statistics/estimate';
import type { Simulation, VariantResult } from '../results/types';
import { statedQuantile } from './find-quantile';
import { statisticLevel } from './statistic-level';
import type { Standard, StandardCheck } from './types';

/** A time may be short because people leave: what those who complete say against a standard that holds; undefined where they say the same. */
export function survivorsHint(
  standard: Standard,
  { simulation, variant }: { readonly simulation: Simulation; readonly variant: VariantResult | undefined },
  { segment, verdict }: StandardCheck,
): string | undefined {
  if (verdict !== 'holds') return undefined;
  if ('improves' in standard && variant !== undefined) {
    return completersWords(segment === 'overall' ? variant.overall : variant.segments[segment]!, standard.improves);
  }
  if (!('outcome' in standard) || 'atLeast' in standard || !grows(standard.outcome)) return undefined;
  const { completers } = segment === 'overall' ? simulation.overall : simulation.segments[segment]!;
  const estimate = (completers as { readonly [Name in OutcomeName]?: Estimate } | undefined)?.[standard.outcome];
  if (estimate === undefined) return undefined;
  const p = statisticLevel(standard.statistic);
  const value = p === undefined ? estimate.mean : statedQuantile(estimate.quantiles, p);
  if (value === undefined || value <= standard.atMost) return undefined;
  return `of those who complete (${percent(completers!.share)}) it is ${formatOutcome(standard.outcome, value)}`;
}
