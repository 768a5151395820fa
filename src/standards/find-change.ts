import { outcomeDescriptions, type OutcomeName } from '../experience/outcomes';
import { differenceIn } from '../results/comparison-words';
import type { Difference, VariantResult } from '../results/types';
import { isExact } from '../statistics/doubt';
import type { Finding, Limit } from './finding';
import { doubtFinding, shareFinding, unknownFinding } from './find-mean';
import { effectiveCustomers, errorIsUnknown, type Place } from './place';

export function differenceAt(variant: VariantResult, place: Place, outcome: OutcomeName): Difference | undefined {
  return differenceIn(place.segment === 'overall' ? variant.overall : variant.segments[place.segment]!, outcome);
}

/** The limit on a difference that must be good by at least `by` (below 0: may be bad by that much), whichever way is good. `strictly`: by more. */
export function goodBy(outcome: OutcomeName, by: number, strictly = false): Limit {
  const higher = outcomeDescriptions[outcome].better === 'higher';
  return { bound: by === 0 ? 0 : higher ? by : -by, side: higher ? 'at least' : 'at most', strictly };
}

/** The mean difference of a variant from its baseline in one place. */
export function findChange(variant: VariantResult, place: Place, outcome: OutcomeName, limit: Limit, level: number): Finding {
  const { difference, doubt } = differenceAt(variant, place, outcome)!;
  if (errorIsUnknown(place) && !isExact(doubt)) return unknownFinding(place.segment, difference, level);
  const [low, high] = outcomeDescriptions[outcome].scale;
  return doubtFinding(place.segment, difference, doubt, limit, level, [low - high, high - low]);
}

/** The share of customers who are worse off, by more than the comparison's margin. */
export function findWorse(variant: VariantResult, place: Place, outcome: OutcomeName, limit: Limit, level: number): Finding {
  const { worse, doubt } = differenceAt(variant, place, outcome)!;
  // The same for everybody, whatever is drawn.
  if (isExact(doubt))
    return { segment: place.segment, value: worse, interval: { low: worse, high: worse, level }, probability: keeps(worse, limit) };
  if (errorIsUnknown(place)) return unknownFinding(place.segment, worse, level);
  return shareFinding(place.segment, worse, customersBehind(variant, place, outcome, worse), limit, level);
}

function keeps(value: number, { bound, side }: Limit): number {
  return (side === 'at least' ? value >= bound : value <= bound) ? 1 : 0;
}

/** How many customers drawn from all at random would know the share of those worse off as closely. */
function customersBehind(variant: VariantResult, place: Place, outcome: OutcomeName, worse: number): number {
  let errorSquared = 0;
  for (const { id, weight, customers } of place.parts) {
    const own = differenceIn(variant.segments[id]!, outcome)!.worse;
    errorSquared += (weight * weight * own * (1 - own)) / customers;
  }
  return errorSquared > 0 ? (worse * (1 - worse)) / errorSquared : effectiveCustomers(place);
}
